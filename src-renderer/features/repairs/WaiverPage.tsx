import { Alert, Anchor, Button, Group, Skeleton, Stack, Textarea } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { missingExceptions } from '#shared/features/repairs/waiver.ts';
import classes from './Repair.module.css';
import { waiverTexts } from './waiver-texts.ts';

/** What visitors accept: coordination writes a new version, and the old ones stay. */
export function WaiverPage() {
	const t = useTexts(waiverTexts);
	const versions = useQuery(api.repairs.waivers.queryOptions());
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/einstellungen" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
			/>
			<ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />
			{versions.data ? <Editor key={versions.data[0]?.id} versions={versions.data} /> : <Skeleton height={320} />}
		</Page>
	);
}

type Versions = Awaited<ReturnType<typeof client.repairs.waivers>>;

function Editor({ versions }: { versions: Versions }) {
	const t = useTexts(waiverTexts);
	const current = versions[0]?.text ?? '';
	const [text, setText] = useState(current);
	const missing = missingExceptions(text);
	const save = useMutation({
		mutationFn: () => client.repairs.saveWaiver({ text }),
		onSuccess: async () => {
			showNotice(t.saved, 'waiver');
			await queryClient.invalidateQueries({ queryKey: api.repairs.key() });
		},
	});
	return (
		<>
			<Section title={t.text}>
				<Stack>
					<Textarea
						aria-label={t.text}
						lang="de"
						autosize
						minRows={12}
						maxRows={28}
						maxLength={6000}
						value={text}
						onChange={(event) => setText(event.currentTarget.value)}
					/>
					{missing.length > 0 && (
						<Alert color="clay" icon={<IconScale aria-hidden />} title={t.missingTitle} role="status">
							{missing.map((name) => (
								<p key={name} className={classes.line}>
									{t.missing[name]}
								</p>
							))}
						</Alert>
					)}
					<ErrorNotice error={save.error} />
					<Group justify="flex-end">
						<Button
							disabled={text.trim() === '' || text.trim() === current}
							loading={save.isPending}
							onClick={() => save.mutate()}
						>
							{t.save}
						</Button>
					</Group>
				</Stack>
			</Section>
			{versions.length > 1 && (
				<Section title={t.versions}>
					<ul className={classes.rows}>
						{versions.slice(1).map((version) => (
							<li key={version.id}>
								<span>
									{version.since === null ? t.own : t.since(formatDay(version.since))}
									<span className={classes.below}>{version.text.slice(0, 90)} …</span>
								</span>
								<Button size="compact-md" variant="default" onClick={() => setText(version.text)}>
									{t.use}
								</Button>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
