import { z } from 'zod';
import { appendKind } from '../../records/kind.ts';
import { accessEvent } from './tables.ts';

export const accessEventKind = appendKind({
	vault: 'office',
	table: accessEvent,
	fields: z.object({ sealed: z.string().max(20_000) }),
});
