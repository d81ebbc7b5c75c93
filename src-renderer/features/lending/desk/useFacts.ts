import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import { BORROWER_CARD_PREFIX } from '#shared/features/borrowers/model.ts';
import { LABEL_PREFIX } from '#shared/features/inventory/model.ts';
import type { DeskItem } from '#shared/features/lending/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { type Facts, itemIn, lentMeanwhile } from './against.ts';
import { type Desk, heads } from './desk-state.ts';

/**
 * How things stand with what lies on the desk, asked again by itself whenever the card, the day or the place of use
 * changes, or anything of it on another PC.
 */
export function useFacts(desk: Desk): Facts {
	const borrowerId = desk.borrower?.id ?? null;
	const card = useQuery({
		...api.lending.scan.queryOptions({
			input: {
				text: `${BORROWER_CARD_PREFIX}${desk.borrower?.number ?? ''}`,
				borrowerId,
				onDesk: desk.out.map(({ item }) => item.id),
				inHouse: false,
				issuedOn: desk.issuedOn,
			},
		}),
		...FRESH,
		enabled: desk.borrower !== null,
	});
	const going = heads(desk);
	const scans = useQueries({
		queries: going.map(({ item, inHouse, dueOn }) => ({
			...api.lending.scan.queryOptions({
				input: { text: `${LABEL_PREFIX}${item.number}`, borrowerId, onDesk: [], inHouse, issuedOn: desk.issuedOn, dueOn },
			}),
			...FRESH,
		})),
	});
	const outs = useQueries({
		queries: desk.back.map(({ line }) => ({
			...api.lending.out.queryOptions({ input: { borrowerId: null, itemId: line.itemId, limit: 10 } }),
			...FRESH,
		})),
	});

	const items = new Map<ItemId, DeskItem>();
	for (const [at, { item }] of going.entries()) {
		const answer = scans[at]?.data;
		const lent = lentMeanwhile(item, answer);
		for (const fresh of lent ? [lent] : itemIn(answer, item.id)) items.set(fresh.id, fresh);
	}
	const backAlready = new Set(
		desk.back.flatMap(({ line }, at) => {
			const out = outs[at];
			const isGone = out?.data !== undefined && !out.isPlaceholderData && out.data.every(({ id }) => id !== line.id);
			return isGone ? [line.id as string] : [];
		}),
	);
	const isOwn = card.data?.kind === 'borrower' && card.data.borrower.id === borrowerId;
	return { borrower: isOwn && card.data?.kind === 'borrower' ? card.data.obstacles : [], items, backAlready };
}

/** Kept no longer than the desk needs it. */
const FRESH = { staleTime: 0, gcTime: 0, placeholderData: keepPreviousData };
