import type { LetterFields } from '#shared/features/letters/model.ts';
import { addressOf, fillTemplate, placeholderValues } from '#shared/features/letters/placeholders.ts';
import { STARTERS } from '#shared/features/letters/starters.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { berlinInstant, workingDayUpTo } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SampleCase } from './invented-cases.ts';
import { SAMPLE_PROFILE } from './members.ts';

/** Letters of some case files: most are sent, a few still drafts. Everything invented. */
export interface SampleLetter extends LetterFields {
	readonly caseIndex: number;
	readonly authorIndex: number;
	/** ms UTC; null: still a draft. */
	readonly finishedAt: number | null;
}

interface Plan {
	/** Of the template it was written from. */
	readonly key: string;
	/** Null: to the client. */
	readonly to: readonly string[] | null;
	readonly daysAgo: number;
	readonly isDraft: boolean;
	/** What was written over the template's dots, in their order. */
	readonly instead: readonly string[];
}

const JOBCENTER = ['Jobcenter Musterstadt', 'Leistungsabteilung', 'Amtsplatz 2', '00000 Musterstadt'];
const WOHNGELD = ['Stadt Musterstadt', 'Wohngeldstelle', 'Rathausplatz 1', '00000 Musterstadt'];
const DEBTS = ['Schuldnerberatung Musterstadt', 'Kirchgasse 4', '00000 Musterstadt'];

const PLANS: readonly Plan[] = [
	{
		...{ key: 'authority', to: JOBCENTER, daysAgo: 1, isDraft: true },
		instead: [
			'…',
			'Der Weiterbewilligungsantrag wurde am Monatsanfang persönlich abgegeben. Bis heute ist kein Bescheid gekommen.',
			'den Eingang des Antrags zu bestätigen,',
		],
	},
	{ key: 'attestation', to: null, daysAgo: 6, isDraft: false, instead: ['10:00', '10:45'] },
	{
		key: 'referral',
		to: DEBTS,
		daysAgo: 13,
		isDraft: false,
		instead: [
			'Die Unterlagen sind geordnet, eine Liste der Gläubiger liegt bei.',
			'Ein Gespräch über die offenen Raten, möglichst noch in diesem Monat.',
		],
	},
	{
		key: 'participation',
		to: null,
		daysAgo: 20,
		isDraft: false,
		instead: ['Bewerbungstraining am Vormittag', 'September', 'Oktober', '24'],
	},
	{
		...{ key: 'authority', to: WOHNGELD, daysAgo: 27, isDraft: false },
		instead: [
			'WG-0000',
			'Zum Antrag auf Wohngeld fehlte noch die Mietbescheinigung. Sie liegt diesem Schreiben bei.',
			'die Unterlage zum Antrag zu nehmen,',
		],
	},
	{ key: 'referral', to: DEBTS, daysAgo: 2, isDraft: true, instead: ['Ein Haushaltsplan ist gemacht.'] },
	{ key: 'attestation', to: null, daysAgo: 34, isDraft: false, instead: ['14:30', '15:30'] },
	{
		key: 'participation',
		to: null,
		daysAgo: 41,
		isDraft: false,
		instead: ['Elterncafé: Schule und Ausbildung', 'August', 'Oktober', '12'],
	},
];

export function inventLetters(
	dice: Dice,
	cases: readonly SampleCase[],
	people: readonly PersonFields[],
	names: readonly string[],
	today: LocalDate,
): SampleLetter[] {
	const running = cases.flatMap(({ status }, index) => (status === 'open' || status === 'reopened' ? [index] : []));
	const chosen = dice.shuffled(running);
	return PLANS.flatMap(({ key, to, daysAgo, isDraft, instead }, at) => {
		// Two letters stand in the first file, so that one shows a correspondence.
		const caseIndex = chosen[Math.max(0, at - 1)];
		const item = caseIndex === undefined ? undefined : cases[caseIndex];
		const person = item && people[item.personIndex];
		const template = STARTERS.find((starter) => starter.key === key);
		if (caseIndex === undefined || !item || !person || !template) return [];
		const day = workingDayUpTo(addDays(today, -daysAgo));
		const values = placeholderValues({
			business: null,
			person,
			...{ caseNumber: `F-${String(caseIndex + 1).padStart(5, '0')}`, concern: item.concern, appointment: null, today: day },
			...{ counsellor: names[item.ownerIndex] ?? '', profile: SAMPLE_PROFILE },
		});
		const words = [...instead];
		const written = (text: string) => fillTemplate(text, values).text.replace(/…/g, () => words.shift() ?? '…');
		return [
			{
				...{ caseIndex, authorIndex: item.ownerIndex, day },
				subject: written(template.subject ?? ''),
				body: written(template.body),
				address: (to ?? addressOf(person) ?? []).join('\n'),
				finishedAt: isDraft ? null : berlinInstant(day, 15 * 60 + at),
			},
		];
	});
}
