import { type MemberOverview, VAULTS, type Vault } from '#shared/features/members/model.ts';

/** What none of these members reads now. */
export function unreadBy(members: readonly MemberOverview[]): Vault[] {
	const read = new Set(
		members.flatMap(({ access }) => access.filter(({ state }) => state === 'reads').map(({ vault }) => vault)),
	);
	return VAULTS.filter((vault) => !read.has(vault));
}
