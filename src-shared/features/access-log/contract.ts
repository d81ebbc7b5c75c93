import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { AccessEvent } from './model.ts';

export const accessLog = {
	/** Newest first, of at most 92 days. `unreadable`: entries from before this member administered, sealed to others. */
	list: procedure
		.input(z.object({ from: z.number(), to: z.number() }))
		.output(z.object({ events: z.array(AccessEvent), unreadable: z.int() })),
};
