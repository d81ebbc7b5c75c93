import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { ItemId } from '#shared/kernel/ids.ts';

const Refusal = z.discriminatedUnion('code', [
	z.object({ code: z.literal('NUMBER_TAKEN'), id: ItemId, name: z.string() }),
	z.object({ code: z.literal('PART_REFUSED'), number: z.string(), name: z.string() }),
]);
export type Refusal = z.infer<typeof Refusal>;

/** What the form itself says about a refused item; null for everything else that can go wrong. */
export function refusalOf(error: unknown): Refusal | null {
	if (!(error instanceof ORPCError)) return null;
	const parsed = Refusal.safeParse({ code: error.code, ...(typeof error.data === 'object' ? error.data : null) });
	return parsed.success ? parsed.data : null;
}
