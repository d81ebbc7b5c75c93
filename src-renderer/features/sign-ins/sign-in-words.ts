import { formatTime } from '#renderer/i18n/format.ts';
import type { Building, Present, SignIn } from '#shared/features/sign-ins/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

/** What is said of sign-ins, in words. */
type Words = (typeof texts)['de'];

/** Who it was; a card nobody has is shown by its number. */
export function whoIn({ by, name, card, borrower }: SignIn, t: Words): string {
	if (by === 'anonymous') return t.anonymous;
	return borrower?.name ?? name ?? card ?? t.nameGone;
}

export function whatFor({ session, at }: SignIn, t: Words): string {
	if (session === null) return t.justHere;
	if (session.name === null) return t.sessionGone;
	const day = session.day !== null && session.day !== localDateOf(at) ? t.otherDay(formatLocalDate(session.day)) : null;
	return [session.name, day].filter(Boolean).join(', ');
}

const MINUTE_MS = 60_000;

/** Null while there is nothing to say. */
export function clockWords(offMs: number | null, t: Words): string | null {
	if (offMs === null) return null;
	const minutes = Math.round(Math.abs(offMs) / MINUTE_MS);
	const span =
		minutes < 90
			? t.minutes(minutes)
			: minutes < 36 * 60
				? t.hours(Math.round(minutes / 60))
				: t.days(Math.round(minutes / 1440));
	return offMs > 0 ? t.clockAhead(span) : t.clockBehind(span);
}

export const named = ({ people }: Building): Present[] => people.filter(({ name, card }) => name !== null || card !== null);
export const nameless = ({ people }: Building): Present[] => people.filter(({ name, card }) => name === null && card === null);

export const presentName = ({ name, card }: Present, t: Words): string => name ?? t.unknownCard(card ?? '');
export const presentFacts = ({ since, sessionName, isOver }: Present, t: Words): string =>
	[t.since(formatTime(since)), sessionName, isOver ? t.over : null].filter(Boolean).join(' · ');
