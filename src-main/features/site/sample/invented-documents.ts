import type { DocumentFields } from '#shared/features/documents/model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { workingDayUpTo } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SampleCase } from './invented-cases.ts';

/** What clients of the sample office brought or got: a few pages of text, and scans. Nobody wrote any of it. */
export interface SampleDocument {
	readonly caseIndex: number;
	/** Who put it into the file. */
	readonly authorIndex: number;
	readonly fileName: string;
	readonly fields: Pick<DocumentFields, 'title' | 'kind' | 'tags' | 'date' | 'note'>;
	/** Lines of each page; null: a scanned sheet, as a picture. */
	readonly pages: readonly (readonly string[])[] | null;
}

/** So many case files have any; the first one of each counsellor has one of every kind. */
const FILES_OF_EACH = 9;

export function inventDocuments(
	dice: Dice,
	cases: readonly Pick<SampleCase, 'personIndex' | 'ownerIndex' | 'openedOn' | 'status'>[],
	people: readonly PersonFields[],
	today: LocalDate,
): SampleDocument[] {
	const counsellors = [...new Set(cases.map(({ ownerIndex }) => ownerIndex))];
	return counsellors.flatMap((counsellor) => {
		const own = cases.flatMap((one, at) => (one.ownerIndex === counsellor && one.status === 'open' ? [at] : []));
		return own.slice(0, FILES_OF_EACH).flatMap((caseIndex, nth) => {
			const one = cases[caseIndex];
			const person = one && people[one.personIndex];
			if (!one || !person) throw new Error('sample case is missing');
			const papers = nth === 0 ? PAPERS : dice.shuffled(PAPERS).slice(0, dice.whole(1, 4));
			return papers.map((paper): SampleDocument => {
				const date = workingDayUpTo(addDays(today, -dice.whole(2, 120)));
				return { caseIndex, authorIndex: counsellor, ...paper(addressed(person), date) };
			});
		});
	});
}

interface Addressee {
	readonly name: string;
	readonly lastName: string;
	readonly lines: readonly string[];
	readonly greeting: string;
}

function addressed({ firstName, lastName, street, postcode, city, sex }: PersonFields): Addressee {
	const name = [firstName, lastName].filter(Boolean).join(' ');
	const word = sex === 'w' ? 'geehrte Frau' : 'geehrter Herr';
	const lines = [name, street ?? 'Beispielweg 1', [postcode, city].filter(Boolean).join(' ') || '00000 Musterstadt'];
	return { name, lastName: lastName ?? '', lines, greeting: `Sehr ${word} ${lastName ?? ''},` };
}

type Paper = (to: Addressee, date: LocalDate) => Omit<SampleDocument, 'caseIndex' | 'authorIndex'>;

const letter = (from: string, to: Addressee, date: LocalDate, subject: string, words: readonly string[]): string[] => [
	...[from, '', ...to.lines, '', `Musterstadt, den ${formatLocalDate(date)}`, '', subject, '', to.greeting, ''],
	...words,
	...['', 'Mit freundlichen Grüßen', from],
];

const PAPERS: readonly Paper[] = [
	(to, date) => ({
		fileName: `Bescheid_Buergergeld_${to.lastName}.pdf`,
		fields: {
			title: 'Bescheid Bürgergeld',
			kind: 'notice',
			tags: ['Jobcenter'],
			date,
			note: 'Miete noch nicht in voller Höhe anerkannt.',
		},
		pages: [
			letter('Jobcenter Musterstadt (erfunden)', to, date, 'Bewilligung von Leistungen nach dem SGB II', [
				'auf Ihren Antrag bewilligen wir Ihnen Leistungen zur Sicherung',
				'des Lebensunterhalts für sechs Monate.',
				'',
				'Die Berechnung finden Sie auf der nächsten Seite.',
			]),
			[
				...['Berechnung', '', 'Regelbedarf                     563,00 EUR', 'Bedarfe für die Unterkunft      410,00 EUR'],
				...[
					'Summe                           973,00 EUR',
					'',
					'Gegen diesen Bescheid kann innerhalb eines Monats',
					'Widerspruch erhoben werden.',
				],
			],
		],
	}),
	(to, date) => ({
		fileName: 'Lebenslauf.pdf',
		fields: { title: 'Lebenslauf', kind: 'cv', tags: ['Bewerbung'], date, note: null },
		pages: [
			[
				...['Lebenslauf', '', ...to.lines, '', 'Berufserfahrung'],
				...['2021 - 2024   Küchenhilfe, Kantine Muster GmbH', '2018 - 2021   Verkauf und Kasse, Markt am Platz', ''],
				...['Schule und Sprachen', '2008 - 2018   Schulbesuch mit Abschluss', 'Deutsch (B1), Englisch (A2)'],
			],
		],
	}),
	(to, date) => ({
		fileName: 'Sprachzertifikat B1.pdf',
		fields: { title: 'Zertifikat Deutsch B1', kind: 'certificate', tags: ['Sprache', 'Bewerbung'], date, note: null },
		pages: [
			[
				'Volkshochschule Musterstadt (erfunden)',
				'',
				'Zertifikat Deutsch, Stufe B1',
				'',
				to.name,
				'',
				'hat die Prüfung bestanden.',
				'',
				formatLocalDate(date),
			],
		],
	}),
	(to, date) => ({
		fileName: 'mietvertrag_scan.png',
		fields: {
			title: 'Mietvertrag, Seite 1',
			kind: 'contract',
			tags: ['Wohnung'],
			date,
			note: `Kopie von ${to.name} mitgebracht.`,
		},
		pages: null,
	}),
	(to, date) => ({
		fileName: 'Einladung Vorstellungsgespräch.pdf',
		fields: { title: 'Einladung zum Vorstellungsgespräch', kind: 'letter', tags: ['Bewerbung'], date, note: null },
		pages: [
			letter('Bäckerei Beispiel', to, date, 'Ihre Bewerbung', [
				'vielen Dank für Ihre Bewerbung. Wir würden Sie gern kennenlernen',
				'und laden Sie zu einem Gespräch ein.',
			]),
		],
	}),
	(to, date) => ({
		fileName: 'Antrag Bildung und Teilhabe.pdf',
		fields: { title: 'Antrag auf Bildung und Teilhabe', kind: 'form', tags: ['Kinder'], date, note: null },
		pages: [
			[
				'Antrag auf Leistungen für Bildung und Teilhabe',
				'',
				'Antragstellende Person',
				...to.lines,
				'',
				'[x] Schulbedarf',
				'[x] Mittagessen',
				'[ ] Ausflüge',
			],
		],
	}),
];
