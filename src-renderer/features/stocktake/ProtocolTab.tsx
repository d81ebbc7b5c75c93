import { Button, Group, Skeleton } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { StocktakeProtocolSheet } from '#renderer/print/StocktakeProtocolSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Standing } from '#shared/features/stocktake/contract.ts';
import classes from './Stocktake.module.css';
import { texts } from './texts.ts';

/** Of each list: more would make the page slow, and nobody looks at more. */
const ROWS_SHOWN = 40;

/** The paper at the end, as it will be printed. */
export function ProtocolTab({ standing }: { standing: Standing }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	const { id } = standing.stocktake;
	const found = useQuery(api.stocktake.findings.queryOptions({ input: { id } }));
	const sheet = found.data && { rows: found.data, standing, profile };
	return (
		<div className={classes.main}>
			<Group justify="space-between">
				<p className={classes.quiet}>{(found.data?.length ?? 0) > ROWS_SHOWN && t.previewPart(ROWS_SHOWN)}</p>
				<Group gap="xs">
					<Button
						variant="default"
						leftSection={<IconTableExport size={18} aria-hidden />}
						onClick={() =>
							void client.stocktake.exportCsv({ id }).then((file) => saveTextFile(file, 'text/csv;charset=utf-8'), showError)
						}
					>
						{t.csv}
					</Button>
					<Button leftSection={<IconPrinter size={18} aria-hidden />} disabled={!sheet} onClick={() => window.print()}>
						{t.print}
					</Button>
				</Group>
			</Group>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={400} />}
			{sheet && (
				<PrintSheet label={t.preview} printed={() => <StocktakeProtocolSheet {...sheet} />}>
					<StocktakeProtocolSheet {...sheet} most={ROWS_SHOWN} />
				</PrintSheet>
			)}
		</div>
	);
}
