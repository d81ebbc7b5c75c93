import type { useNavigate } from '@tanstack/react-router';
import type { Block } from './blocks.ts';

/** Where a block leads: a session to its offer. Counselling says no more here than that it is taken. */
export function openBlock(navigate: ReturnType<typeof useNavigate>, block: Block): Promise<void> | void {
	if (block.what === 'session') return navigate({ to: '/angebote/$id', params: { id: block.session.offerId } });
}
