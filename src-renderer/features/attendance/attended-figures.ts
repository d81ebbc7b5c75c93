import type { Attended } from '#shared/features/attendance/model.ts';

/** Over sessions where somebody was entered: of the others nobody knows. Null without any. */
export function averageHeads(sessions: readonly Pick<Attended, 'heads'>[]): { heads: number; sessions: number } | null {
	const entered = sessions.filter(({ heads }) => heads > 0);
	if (entered.length === 0) return null;
	return { heads: entered.reduce((sum, { heads }) => sum + heads, 0) / entered.length, sessions: entered.length };
}

/** What the longest bar stands for: more places or more heads, whichever is most. */
export const fullBar = (sessions: readonly Pick<Attended, 'heads'>[], capacity: number | null): number =>
	Math.max(1, capacity ?? 0, ...sessions.map(({ heads }) => heads));
