import { z } from 'zod';
import { StocktakeAction, StocktakeFields, StocktakeFinding } from '#shared/features/stocktake/model.ts';
import { ItemId, MemberId, StocktakeActionId, StocktakeId } from '#shared/kernel/ids.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { stocktake, stocktakeAction, stocktakeScan } from './tables.ts';

/** A protocol of 50,000 things is far below. */
const MOST_PROTOCOL = 40_000_000;
const MOST_BEFORE = 20_000;

export const stocktakeKind = mergeKind({
	vault: 'workshop',
	table: stocktake,
	fields: StocktakeFields.extend({
		startedBy: MemberId,
		finishedAt: z.int().min(0).nullable(),
		finishedBy: MemberId.nullable(),
		protocol: z.string().max(MOST_PROTOCOL).nullable(),
	}),
	empty: {
		...{ name: '?', location: null, category: null, startedBy: NO_ID as MemberId },
		...{ finishedAt: null, finishedBy: null, protocol: null },
	},
	texts: [],
	unasked: ['startedBy', 'finishedAt', 'finishedBy', 'protocol'],
});

export const stocktakeScanKind = appendKind({
	vault: 'workshop',
	table: stocktakeScan,
	fields: z.object({
		stocktakeId: StocktakeId,
		code: z.string().max(120),
		itemId: ItemId.nullable(),
		shelf: z.string().max(80).nullable(),
	}),
});

export const stocktakeActionKind = appendKind({
	vault: 'workshop',
	table: stocktakeAction,
	fields: z.object({
		stocktakeId: StocktakeId,
		itemId: ItemId.nullable(),
		code: z.string().max(120).nullable(),
		finding: StocktakeFinding,
		action: StocktakeAction,
		before: z.string().max(MOST_BEFORE).nullable(),
		undoes: StocktakeActionId.nullable(),
	}),
});
