import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { RepairId } from '#shared/kernel/ids.ts';
import { pageTexts } from './page/texts.ts';
import { texts } from './texts.ts';
import { SlipPaper, useSlip } from './useSlip.tsx';

/** The slip of a repair once more: for the thing, for the office, for the visitor. */
export function SlipPage() {
	const { id } = useParams({ strict: false });
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const slip = useSlip(id as RepairId);
	return (
		<Page>
			<PageHeader
				above={
					slip && (
						<Anchor renderRoot={(props) => <Link to="/reparaturen/$id" params={{ id: slip.repair.id }} {...props} />}>
							{slip.repair.number} {slip.repair.item}
						</Anchor>
					)
				}
				title={t.slip}
				subtitle={t.slipIntro}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={!slip} onClick={() => window.print()}>
						{words.print}
					</Button>
				}
			/>
			{slip ? (
				<PrintSheet label={t.slipPreview}>
					<SlipPaper slip={slip} />
				</PrintSheet>
			) : (
				<Skeleton height={480} />
			)}
		</Page>
	);
}
