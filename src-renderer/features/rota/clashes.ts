import type { Block } from '#renderer/features/schedule/blocks.ts';
import type { SessionShift } from '#shared/features/rota/plan.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { overlap } from '#shared/kernel/wall-time.ts';

/** What somebody who wants to help in a session has to be told before: that they are away, or somewhere else at that time. */
export type Clash = { readonly why: 'away' } | { readonly why: 'busy' } | { readonly why: 'session'; readonly name: string };

export function clashOf(
	{ key, day, session }: SessionShift,
	memberId: MemberId,
	blocks: readonly Block[],
	away: readonly Away[],
): Clash | null {
	if (away.some((one) => one.memberId === memberId && one.from <= day && day <= one.until)) return { why: 'away' };
	const other = blocks.find(
		(block) =>
			block.key !== key &&
			block.day === day &&
			block.memberIds.includes(memberId) &&
			overlap(block, session) &&
			!(block.what === 'session' && block.session.state !== 'on'),
	);
	if (!other) return null;
	return other.what === 'session' ? { why: 'session', name: other.session.name } : { why: 'busy' };
}
