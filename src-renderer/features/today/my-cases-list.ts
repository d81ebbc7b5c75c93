import type { MemberId } from '#shared/kernel/ids.ts';

/** Those I lead, and those I deputise. */
export function myCasesList(ownerId: MemberId) {
	return {
		text: '',
		status: 'current' as const,
		ownerId,
		orDeputy: true,
		sort: { by: 'lastContact' as const, descending: true },
		offset: 0,
		limit: 12,
	};
}
