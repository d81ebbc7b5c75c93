import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import { addDays, formatLocalDate } from '#shared/kernel/local-date.ts';

type Why = Taken['why'];

/** Why something cannot be had: a letter for a square of the calendar, a word for its key, a sentence for everything else. */
export const takenTexts = defineTexts({
	de: {
		mark: {
			lent: 'A',
			overdue: 'Ü',
			reserved: 'R',
			held: 'B',
			waited_for: 'V',
			maintenance: 'W',
			missing: 'F',
			retired: 'X',
			test_overdue: 'P',
		} as Record<Why, string>,
		word: {
			lent: 'ausgeliehen',
			overdue: 'überfällig',
			reserved: 'reserviert',
			held: 'liegt bereit',
			waited_for: 'vorgemerkt',
			maintenance: 'in Wartung',
			missing: 'vermisst',
			retired: 'ausgemustert',
			test_overdue: 'Prüfung abgelaufen',
		} as Record<Why, string>,
		lent: (name: string, until: string) => `Ausgeliehen an ${name} bis ${until}`,
		overdue: (name: string) => `Bei ${name} und überfällig: Niemand weiß, wann es zurückkommt`,
		reserved: (name: string, span: string) => `Reserviert für ${name}, ${span}`,
		held: (name: string, until: string) => `Liegt bis ${until} für ${name} bereit`,
		waitedFor: (name: string, span: string) => `${name} wartet darauf, voraussichtlich ${span}`,
		waitedForLong: (name: string) => `${name} wartet darauf, sobald es zurück ist`,
		because: (word: string, reason: string | null) => (reason === null ? word : `${word}: ${reason}`),
		maintenance: 'In Wartung',
		missing: 'Vermisst',
		retired: 'Ausgemustert',
		testEnds: (day: string) => `Die elektrische Prüfung gilt nur bis ${day}`,
		through: (sentence: string, item: string) => `${sentence} (betrifft ${item})`,
		span: (from: string, until: string) => (from === until ? `am ${from}` : `${from} bis ${until}`),
	},
	en: {
		mark: {
			lent: 'L',
			overdue: 'O',
			reserved: 'R',
			held: 'H',
			waited_for: 'W',
			maintenance: 'M',
			missing: '?',
			retired: 'X',
			test_overdue: 'T',
		},
		word: {
			lent: 'on loan',
			overdue: 'overdue',
			reserved: 'reserved',
			held: 'kept for somebody',
			waited_for: 'waited for',
			maintenance: 'in maintenance',
			missing: 'missing',
			retired: 'retired',
			test_overdue: 'test overdue',
		},
		lent: (name, until) => `On loan to ${name} until ${until}`,
		overdue: (name) => `With ${name} and overdue: nobody knows when it comes back`,
		reserved: (name, span) => `Reserved for ${name}, ${span}`,
		held: (name, until) => `Kept for ${name} until ${until}`,
		waitedFor: (name, span) => `${name} waits for it, probably ${span}`,
		waitedForLong: (name) => `${name} waits for it, as soon as it is back`,
		because: (word, reason) => (reason === null ? word : `${word}: ${reason}`),
		maintenance: 'In maintenance',
		missing: 'Missing',
		retired: 'Retired',
		testEnds: (day) => `The electrical test is valid until ${day} only`,
		through: (sentence, item) => `${sentence} (concerns ${item})`,
		span: (from, until) => (from === until ? `on ${from}` : `${from} to ${until}`),
	},
});

/** Who, from when until when, and why, in one sentence. */
export function takenSentence(taken: Taken): string {
	const t = currentTexts(takenTexts);
	const sentence = ownSentence(taken);
	return taken.through === null ? sentence : t.through(sentence, `${taken.through.number} ${taken.through.name}`);
}

function ownSentence({ why, from, until, who, reason }: Taken): string {
	const t = currentTexts(takenTexts);
	const name = who?.name ?? '–';
	const last = until === null ? '' : formatLocalDate(until);
	const span = t.span(formatLocalDate(from), last);
	switch (why) {
		case 'lent':
			return t.lent(name, last);
		case 'overdue':
			return t.overdue(name);
		case 'reserved':
			return t.reserved(name, span);
		case 'held':
			return t.held(name, last);
		case 'waited_for':
			return until === null ? t.waitedForLong(name) : t.waitedFor(name, span);
		case 'test_overdue':
			return t.testEnds(formatLocalDate(addDays(from, -1)));
		default:
			return t.because(t[why], reason);
	}
}
