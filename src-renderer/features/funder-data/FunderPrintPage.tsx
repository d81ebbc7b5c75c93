import { Anchor, Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useNotedPrint } from '#renderer/features/cases/useNotedPrint.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FunderSheet } from '#renderer/print/FunderSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { EMPTY_ANSWERS, Part } from '#shared/features/funder-data/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** The funder's questionnaire as it will be on paper, filled in or empty. */
export function FunderPrintPage() {
	const { id } = useParams({ strict: false });
	const caseId = id as CaseId;
	const { teil, leer = false } = useSearch({ from: '/fallakten/$id/foerderbogen' });
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { profile } = useSession();
	const opened = useQuery(api.cases.get.queryOptions({ input: { id: caseId } }));
	const record = useQuery(api.funderData.get.queryOptions({ input: { caseId } }));
	useNotedPrint(caseId);
	const part = Part.safeParse(teil).data ?? 'entry';
	const show = (next: { teil: Part; leer: boolean }) =>
		void navigate({
			to: '/fallakten/$id/foerderbogen',
			params: { id: caseId },
			search: { teil: next.teil, ...(next.leer && { leer: true }) },
			replace: true,
		});
	const failed = [opened, record].find(({ error }) => error !== null);
	const programme = record.data?.programme;
	return (
		<Page>
			<PageHeader
				above={
					<Anchor renderRoot={(props) => <Link to="/fallakten/$id/foerderung" params={{ id: caseId }} {...props} />}>
						{t.back}
					</Anchor>
				}
				title={t.printTitle}
				subtitle={t.printIntro}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={!programme} onClick={() => window.print()}>
						{t.printAction}
					</Button>
				}
			/>
			<ErrorNotice error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />
			{(opened.isPending || record.isPending) && <Skeleton height={420} />}
			{opened.data && programme && (
				<>
					<Group gap="lg">
						<SegmentedControl
							aria-label={t.steps}
							data={Part.options.map((one) => ({ value: one, label: t.step[one] }))}
							value={part}
							onChange={(one) => show({ teil: Part.parse(one), leer })}
						/>
						<SegmentedControl
							aria-label={t.which}
							data={[
								{ value: 'filled', label: t.filled },
								{ value: 'empty', label: t.empty },
							]}
							value={leer ? 'empty' : 'filled'}
							onChange={(which) => show({ teil: part, leer: which === 'empty' })}
						/>
					</Group>
					<PrintSheet label={t.printPreview}>
						<FunderSheet
							profile={profile}
							part={part}
							who={{ name: opened.data.clientName, caseNumber: opened.data.caseFile.number }}
							programmeName={programme.name}
							answers={leer ? null : (record.data?.participation ?? EMPTY_ANSWERS)}
						/>
					</PrintSheet>
				</>
			)}
		</Page>
	);
}
