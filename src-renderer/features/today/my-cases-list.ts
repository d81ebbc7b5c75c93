import type { MemberId } from '#shared/kernel/ids.ts';

/** The list that "Meine Fallakten" reads. */
export function myCasesList(ownerId: MemberId) {
	return {
		text: '',
		status: 'current' as const,
		ownerId,
		sort: { by: 'lastContact' as const, descending: true },
		offset: 0,
		limit: 12,
	};
}
