import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ClosingSheet } from '#renderer/print/ClosingSheet.tsx';
import { factOnPaper } from '#renderer/print/client-on-paper.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Closing } from '#shared/features/cases/closing.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from '../closing-texts.ts';
import { useClient } from '../useClient.ts';
import type { OpenedCase } from '../useOpenCase.ts';

/** One closing as it will be on paper. `CaseFrame` notes the print. */
export function ClosingPaper({ closing, opened }: { closing: Closing; opened: OpenedCase }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const programme = programmes.data?.find(({ id }) => id === opened.caseFile.programmeId)?.name ?? null;
	const { data: client } = useClient(opened.caseFile);
	return (
		<Section
			variant="plain"
			title={t.closedOnDay(formatLocalDate(closing.closedOn))}
			actions={
				<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
					{t.print}
				</Button>
			}
		>
			<PrintSheet label={t.preview}>
				<ClosingSheet
					profile={profile}
					client={client ? factOnPaper(client) : ['Name', opened.clientName]}
					caseFile={opened.caseFile}
					programme={programme}
					ownerName={opened.ownerName}
					closing={closing}
				/>
			</PrintSheet>
		</Section>
	);
}
