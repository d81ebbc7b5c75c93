import { Drawer, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './CasePage.module.css';
import { texts } from './texts.ts';

/** The access log of a case file (design 5). */
export function CaseAccesses({ caseId, opened, onClose }: { caseId: CaseId; opened: boolean; onClose(): void }) {
	const t = useTexts(texts);
	const accesses = useQuery({
		...api.cases.accesses.queryOptions({ input: { id: caseId } }),
		enabled: opened,
		staleTime: 0,
	});
	return (
		<Drawer opened={opened} onClose={onClose} title={t.accesses}>
			<Text c="dimmed" mb="md">
				{t.accessesHint}
			</Text>
			<ErrorNotice error={accesses.error} onRetry={() => void accesses.refetch()} />
			{accesses.isPending && <Skeleton height={120} />}
			{accesses.data?.length === 0 && <Text>{t.noAccesses}</Text>}
			<ol className={classes.accesses}>
				{accesses.data?.map((access, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two accesses can be alike to the millisecond, and none is ever moved
					<li key={index}>
						<time dateTime={new Date(access.at).toISOString()}>{formatInstant(access.at)}</time>
						<span>
							{access.memberName} · {access.form ? t.subjectExport[access.form] : t.accessKinds[access.what]}
							{access.blackened !== null && `, ${t.blackened(access.blackened)}`}{' '}
							<span className={classes.quiet}>{t.accessAt(access.deviceName)}</span>
						</span>
					</li>
				))}
			</ol>
		</Drawer>
	);
}
