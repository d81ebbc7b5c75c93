import { type Consequences, type MemberChange, type Role, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { texts } from './change-texts.ts';
import { areasOf } from './words.ts';

type Words = (typeof texts)['de'];

export interface Sentences {
	/** Why it cannot be done at all; then nothing else matters. */
	readonly refusal: string | null;
	readonly plain: readonly string[];
	/** The case files to be handed over before, when there are any that can be shown. */
	readonly handOver: string | null;
	/** What is lost, or has to be asked before. */
	readonly warnings: readonly string[];
	/** So grave that it is ticked off: the sentence, and what one agrees to. */
	readonly grave: { readonly sentence: string; readonly tick: string } | null;
}

/** What follows from a change to this member, in full sentences. */
export function sentencesOf(
	member: { readonly name: string; readonly roles: readonly Role[] },
	change: MemberChange,
	found: Consequences,
	/** What nobody else reads now. */
	unread: readonly Vault[],
	t: Words,
): Sentences {
	const { name } = member;
	const areas = (vaults: readonly Vault[]) => areasOf(vaults, t.areas);
	if (found.refusal !== null) {
		const words = t.refused[change.kind][found.refusal];
		const refusal = typeof words === 'string' ? words : words(name);
		return { refusal, plain: [], handOver: null, warnings: [], grave: null };
	}

	const plain: string[] = [];
	const warnings: string[] = [];
	if (change.kind === 'remove') plain.push(t.removed(name));
	if (change.kind === 'reset') plain.push(t.reset(name));
	if (change.kind === 'roles') plain.push(...gainsOf(member, change.roles, found, t));
	if (change.kind !== 'remove' && found.loses.length > 0) plain.push(t.loses(name, areas(found.loses)));
	const waitsFor = found.waitsFor.filter((vault) => !found.lastReaderOf.includes(vault));
	const forKit = waitsFor.filter((vault) => found.kitOnly.includes(vault));
	const opening = waitsFor.filter((vault) => !forKit.includes(vault) && unread.includes(vault));
	const forSomebody = waitsFor.filter((vault) => !forKit.includes(vault) && !unread.includes(vault));
	if (forSomebody.length > 0) plain.push(t.waitsFor(name, areas(forSomebody)));
	if (opening.length > 0) plain.push(t.opensByItself(name, areas(opening)));
	if (forKit.length > 0) plain.push(t.waitsForKit(name, areas(forKit)));
	if (found.newKeys.length > 0) plain.push(t.newKeys(areas(found.newKeys)));
	if (found.newKeysLater.length > 0) plain.push(t.newKeysLater(areas(found.newKeysLater)));
	if (found.newKeys.length + found.newKeysLater.length > 0) plain.push(t.whatIsKnown);

	const counsels = member.roles.includes('counsellor');
	const leavesCases = counsels && (change.kind === 'remove' || found.loses.includes('counselling'));
	const handOver = found.ownedCases ? t.ownedCases(name, found.ownedCases) : null;
	if (found.ownedCases === null && leavesCases) {
		warnings.push(unread.includes('counselling') ? t.ownedCasesSeenByThem(name) : t.ownedCasesUnseen(name));
	}
	const losesKeys = change.kind !== 'roles';
	if (found.lostNotes !== null && found.lostNotes > 0) warnings.push(t.lostNotes(name, found.lostNotes));
	if (found.lostNotes === null && losesKeys && counsels) warnings.push(t.lostNotesUnseen(name));
	if (found.lostNotes === 0 && change.kind === 'reset' && counsels) plain.push(t.noNotes(name));

	if (found.startPassphrases.length > 0) warnings.push(t.startPassphrases(name, found.startPassphrases));

	const alone = found.lastReaderOf;
	const grave = alone.length > 0 ? { sentence: t.lastReader(name, areas(alone)), tick: t.lastReaderTick(areas(alone)) } : null;
	return { refusal: null, plain, handOver, warnings, grave };
}

function gainsOf(
	member: { readonly name: string; readonly roles: readonly Role[] },
	next: readonly Role[],
	found: Consequences,
	t: Words,
): string[] {
	const before = vaultsOf(member.roles);
	const gained = vaultsOf(next).filter((vault) => !before.includes(vault) && !found.waitsFor.includes(vault));
	const sentences = gained.length > 0 ? [t.gains(member.name, areasOf(gained, t.areas))] : [];
	const administered = member.roles.includes('administrator');
	if (administered !== next.includes('administrator')) {
		sentences.push(administered ? t.administersNoMore(member.name) : t.administers(member.name));
	}
	return sentences;
}
