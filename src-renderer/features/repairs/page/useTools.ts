import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { play } from '#renderer/ui/scanner/sounds.ts';
import { showError, showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { LABEL_PREFIX } from '#shared/features/inventory/model.ts';
import type { Obstacle } from '#shared/features/lending/model.ts';
import { readScan } from '#shared/features/lending/scan-text.ts';
import { type RepairRow, repairOnSlip } from '#shared/features/repairs/model.ts';
import type { BorrowerId, ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import type { IntakeDraft } from '../intake/intake-draft.ts';
import { pageTexts } from './texts.ts';

export interface ToolLine {
	readonly id: LoanLineId;
	readonly itemId: ItemId;
	readonly itemNumber: string;
	readonly itemName: string;
	readonly borrower: { readonly name: string };
}

const NOTHING = { damages: [], collected: [] };

/** Lending and taking back tools for a repair: to whoever brought it, or to somebody else who is asked for. */
export function useTools({ id, borrowerId, visitor }: Pick<RepairRow, 'id' | 'borrowerId' | 'visitor'>) {
	const t = useTexts(pageTexts);
	const found = useQuery(api.repairs.tools.queryOptions({ input: { id } }));
	const ofVisitor = borrowerId === null ? null : { id: borrowerId as string, number: '', name: visitor ?? '' };
	const [borrower, setBorrower] = useState<IntakeDraft['borrower']>(ofVisitor);
	const [refused, setRefused] = useState<{ itemId: ItemId; obstacles: readonly Obstacle[] } | null>(null);
	const lines = found.data ?? [];

	const refresh = () =>
		Promise.all(
			[api.repairs.tools.key(), api.lending.key(), api.borrowers.key()].map((queryKey) =>
				queryClient.invalidateQueries({ queryKey }),
			),
		);

	async function lend(itemId: ItemId, reason: string | null): Promise<void> {
		if (borrower === null) {
			play('blocked');
			showNotice(t.needsBorrower, 'repair-tool');
			return;
		}
		try {
			const done = await client.repairs.lendTool({ id, itemId, borrowerId: borrower.id as BorrowerId, reason });
			setRefused(null);
			play('good');
			await refresh();
			const name = (await client.inventory.get({ id: itemId })).item.name;
			showUndo(t.lent(name), async () => {
				await client.lending.undo({ loans: done.loans, returned: [], ...NOTHING });
				await refresh();
			});
		} catch (error) {
			play('blocked');
			if (refusalCode(error) === 'REFUSED') {
				const data = refusalData(error) as { obstacles: Obstacle[] };
				setRefused({ itemId, obstacles: data.obstacles });
			} else showError(error);
		}
	}

	async function takeBack({ id: lineId, itemName }: ToolLine): Promise<void> {
		try {
			const { returned } = await client.repairs.returnTool({ id, lineId });
			play('good');
			await refresh();
			showUndo(t.returned(itemName), async () => {
				await client.lending.undo({ loans: [], returned, ...NOTHING });
				await refresh();
			});
		} catch (error) {
			showError(error);
		}
	}

	/** A card: who takes it; a label of what is out for this repair: back; any other label: out. */
	function scan(code: string): boolean {
		if (repairOnSlip(code) !== null) return false;
		const { kind } = readScan(code);
		if (kind === 'member' || kind === 'unreadable') return false;
		client.lending
			.scan({ text: code, borrowerId: null, onDesk: [], inHouse: true, issuedOn: null })
			.then(async (answer) => {
				if (answer.kind === 'borrower') {
					play('good');
					const { id: who, number } = answer.borrower;
					return setBorrower({ id: who, number, name: borrowerName(answer.borrower) });
				}
				if (answer.kind === 'item' && answer.items[0]) return lend(answer.items[0].id, null);
				const line = answer.kind === 'out' ? lines.find((one) => one.itemId === answer.lines[0]?.itemId) : undefined;
				if (line) return takeBack(line);
				play('unknown');
				showNotice(code.startsWith(LABEL_PREFIX) ? t.noTool : t.needsBorrower, 'repair-tool');
			})
			.catch(showError);
		return true;
	}

	return { lines, borrower, setBorrower, refused, lend, takeBack, scan };
}
