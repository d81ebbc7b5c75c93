import type { LedgerEvent, Role } from '#shared/features/members/model.ts';
import type { texts } from './history-texts.ts';
import { areasOf, listOf } from './words.ts';

/** One thing that happened, as a full sentence. */
export function historySentence(event: LedgerEvent, t: (typeof texts)['de'], roleNames: Readonly<Record<Role, string>>): string {
	return t.sentences[event.what]({
		by: event.by === '' ? t.somebody : event.by,
		member: event.member === '' ? t.somebody : event.member,
		device: event.device || t.unnamed,
		// A member whose name stayed has another sign-in name.
		before: event.before === '' ? t.unnamed : event.before === event.member ? null : event.before,
		areas: areasOf(event.vaults, t.areas),
		roles: listOf(event.roles.map((role) => roleNames[role])),
		oneRole: event.roles.length === 1,
	});
}
