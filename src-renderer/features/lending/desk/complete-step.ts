import { ORPCError } from '@orpc/client';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import type { Against } from './against.ts';
import type { Answer } from './answers.ts';
import type { Desk } from './desk-state.ts';

interface Sayer {
	readonly desk: Desk;
	become(desk: Desk): void;
	say(answer: Answer): void;
}

/** Nothing was done: says why, and takes away from the desk what somebody else has brought back meanwhile. */
export async function refusedBy(error: unknown, { desk, become, say }: Sayer): Promise<void> {
	switch (refusalCode(error)) {
		case 'REFUSED':
			return say({ kind: 'against', against: obstaclesIn(error) });
		case 'NO_BORROWER':
			return say({ kind: 'no_card' });
		case 'OUTDATED': {
			const stillOut = await Promise.all(desk.back.map(({ line }) => isOut(line)));
			become({ ...desk, back: desk.back.filter((_, at) => stillOut[at]) });
			return say({ kind: 'outdated' });
		}
		default:
			return say({ kind: 'failed', error });
	}
}

async function isOut({ id, itemId }: Desk['back'][number]['line']): Promise<boolean> {
	const out = await client.lending.out({ borrowerId: null, itemId, limit: 50 });
	return out.some((line) => line.id === id);
}

function obstaclesIn(error: unknown): readonly Against[] {
	const data: unknown = error instanceof ORPCError ? error.data : null;
	return typeof data === 'object' && data !== null && 'obstacles' in data ? (data.obstacles as Against[]) : [];
}
