import type { Dice } from './dice.ts';

/** Who came to the sessions of an offer before today, the latest session first; nobody entered where both are empty. */
export interface SampleAttendance {
	readonly offerName: string;
	readonly sessions: readonly { readonly names: readonly string[]; readonly anonymous: number }[];
}

const SESSIONS = 9;

/** Nobody is called like this. */
const NAMES = [
	...['Anton Ausgedacht', 'Berta Beispiel', 'Cem Chimäre', 'Dilek Dichtung', 'Emil Erfunden', 'Fatma Fabel', 'Gustav Gaukler'],
	...['Hülya Hirngespinst', 'Igor Illusion', 'Jana Jux', 'Kemal Kulisse', 'Lotte Legende', 'Mehmet Märchen', 'Nadia Niemand'],
	...['Olena Ohnename', 'Paweł Platzhalter', 'Rosa Roman', 'Stefan Sage', 'Tatjana Traum', 'Ulla Utopie', 'Vera Vorwand'],
	...['Wiktor Wunschbild', 'Yasemin Yeti', 'Zoe Zauber', 'Anna K.', 'Anna K. (2)'],
];

/** How many come with a name and without; the first of the names come nearly always. */
const USUAL: readonly {
	readonly offerName: string;
	readonly from: number;
	readonly regulars: number;
	readonly guests: number;
	readonly anonymous: number;
	/** The sheet of the last session still lies in the tray. */
	readonly lastIsMissing?: boolean;
}[] = [
	{ offerName: 'Nähwerkstatt', from: 1, regulars: 5, guests: 4, anonymous: 1, lastIsMissing: true },
	{ offerName: 'Fahrradwerkstatt', from: 8, regulars: 3, guests: 4, anonymous: 2 },
	{ offerName: 'Deutschcafé', from: 3, regulars: 8, guests: 9, anonymous: 4 },
	{ offerName: 'Krabbelgruppe', from: 17, regulars: 5, guests: 4, anonymous: 0 },
	{ offerName: 'Formularhilfe', from: 0, regulars: 0, guests: 0, anonymous: 6 },
	{ offerName: 'Computerkurs', from: 10, regulars: 7, guests: 1, anonymous: 0 },
	{ offerName: 'Gartengruppe', from: 5, regulars: 3, guests: 3, anonymous: 1 },
	{ offerName: 'Seniorenfrühstück', from: 12, regulars: 9, guests: 5, anonymous: 3 },
	{ offerName: 'Putz-Tag', from: 20, regulars: 2, guests: 4, anonymous: 8 },
];

export function inventAttendance(dice: Dice): SampleAttendance[] {
	return USUAL.map(({ offerName, from, regulars, guests, anonymous, lastIsMissing }) => {
		const people = Array.from({ length: regulars + guests }, (_, at) => NAMES[(from + at) % NAMES.length] as string);
		const sessions = Array.from({ length: SESSIONS }, (_, ago) => {
			const came = people.filter((_, at) => dice.chance(at < regulars ? 0.85 : 0.3));
			const others = anonymous === 0 ? 0 : dice.whole(Math.floor(anonymous / 2), anonymous);
			return lastIsMissing && ago === 0 ? { names: [], anonymous: 0 } : { names: dice.shuffled(came), anonymous: others };
		});
		return { offerName, sessions };
	});
}
