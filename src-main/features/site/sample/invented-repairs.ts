import type { ElectricalTest, RepairCategory, RepairPart, RepairPower, RepairStage } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { addDays, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';

/** A repair café last Saturday, and bicycles and clothes today; invented names. Indexes point into members and borrowers. */
export interface SampleRepair {
	readonly day: LocalDate;
	/** How long ago it came, for today's; else minutes after ten o'clock of that day. */
	readonly minutes: number;
	readonly visitor: string | null;
	readonly borrowerIndex: number | null;
	readonly item: string;
	readonly category: RepairCategory;
	readonly power: RepairPower;
	readonly brand: string | null;
	readonly year: number | null;
	readonly problem: string;
	readonly hasAgreed: boolean;
	readonly isSelfHelp: boolean;
	readonly stage: RepairStage;
	readonly helperIndexes: readonly number[];
	readonly diagnosis: string | null;
	readonly parts: readonly RepairPart[];
	readonly materials: string | null;
	readonly donationCents: number | null;
	readonly test: ElectricalTest['result'] | null;
	readonly result: RepairResult | null;
	readonly barrier: RepairBarrier | null;
	/** The visit before, among these. */
	readonly followUpIndex: number | null;
}

const NOTHING = {
	...{ visitor: null, borrowerIndex: null, brand: null, year: null, hasAgreed: true, isSelfHelp: false, helperIndexes: [] },
	...{ diagnosis: null, parts: [], materials: null, donationCents: null, test: null, result: null, barrier: null },
	followUpIndex: null,
} as const;

const [TOMASZ, LEYLA, HORST] = [1, 2, 3];
const SATURDAY = 5;

export function inventRepairs(today: LocalDate): SampleRepair[] {
	const since = (weekdayIndex(today) - SATURDAY + 7) % 7;
	const saturday = addDays(today, since === 0 ? -7 : -since);
	const then = { ...NOTHING, day: saturday, stage: 'done' } as const;
	const now = { ...NOTHING, day: today } as const;
	return [
		{
			...{ ...then, minutes: 5, visitor: 'Frau Okonkwo', item: 'Kaffeemaschine', category: 36, power: 'mains', brand: 'Philips' },
			...{ year: 2016, problem: 'Heizt nicht mehr, seit sie einmal übergelaufen ist.', helperIndexes: [HORST], test: 'pass' },
			...{ diagnosis: 'Thermosicherung durchgebrannt, ersetzt. Dichtung gereinigt.', result: 'Fixed', donationCents: 800 },
			parts: [{ name: 'Thermosicherung 192 °C', costCents: 250 }],
		},
		{
			...{
				...then,
				minutes: 12,
				visitor: 'Herr Brandl',
				item: 'Stehlampe',
				category: 15,
				power: 'mains',
				problem: 'Wackelkontakt.',
			},
			...{ helperIndexes: [HORST, TOMASZ], test: 'pass', diagnosis: 'Fassung und Schnurschalter erneuert.', result: 'Fixed' },
			...{ parts: [{ name: 'Schnurschalter', costCents: 390 }], donationCents: 500 },
		},
		{
			...{ ...then, minutes: 20, borrowerIndex: 3, item: 'Toaster', category: 31, power: 'mains', brand: 'Severin', year: 2009 },
			...{ problem: 'Bleibt nicht unten.', helperIndexes: [HORST], result: 'End of life', barrier: 'No way to open product' },
			diagnosis: 'Gehäuse vernietet, der Haltemagnet ist nicht zu erreichen.',
		},
		{
			...{
				...then,
				minutes: 31,
				item: 'Handmixer',
				category: 37,
				power: 'mains',
				problem: 'Läuft nur noch auf der höchsten Stufe.',
			},
			...{ helperIndexes: [TOMASZ], test: 'fail', result: 'Repairable', donationCents: 0 },
			diagnosis: 'Stufenschalter verschmort. Ersatz bestellen, dann noch einmal kommen.',
		},
		{
			...{ ...then, minutes: 44, visitor: 'Familie Yıldırım', item: 'Kinderjacke', category: 'Textile', power: 'none' },
			...{
				problem: 'Reißverschluss ist aus der Bahn.',
				helperIndexes: [LEYLA],
				isSelfHelp: true,
				result: 'Fixed',
				donationCents: 300,
			},
			...{ diagnosis: 'Schieber gewechselt.', materials: 'Schieber Größe 5, Garn' },
		},
		{
			...{
				...then,
				minutes: 58,
				visitor: 'Herr Sandmann',
				item: 'Radio',
				category: 23,
				power: 'battery',
				brand: 'Grundig',
				year: 1988,
			},
			...{ problem: 'Kein Ton, es rauscht nur.', helperIndexes: [HORST], result: 'Unknown' },
			diagnosis: 'Wurde wieder mitgenommen, bevor es gemessen war.',
		},
		{
			...{
				...then,
				stage: 'needs_parts',
				minutes: 70,
				visitor: 'Frau Petridou',
				item: 'Staubsauger',
				category: 38,
				power: 'mains',
			},
			...{ brand: 'Miele', year: 2013, problem: 'Das Kabel zieht sich nicht mehr ein.', helperIndexes: [HORST] },
			diagnosis: 'Feder der Kabeltrommel gebrochen. Teil ist bestellt.',
		},
		{
			...{
				...now,
				minutes: 96,
				borrowerIndex: 5,
				item: 'Damenrad',
				category: 'Bicycle',
				power: 'none',
				problem: 'Hinten platt.',
			},
			...{ stage: 'done', helperIndexes: [HORST], result: 'Fixed', isSelfHelp: true, donationCents: 400, materials: 'Flicken' },
			diagnosis: 'Schlauch geflickt, Dorn aus dem Mantel gezogen.',
		},
		{
			...{
				...now,
				minutes: 71,
				visitor: 'Herr Dragomir',
				item: 'Kinderrad',
				category: 'Bicycle',
				power: 'none',
				stage: 'in_work',
			},
			...{ problem: 'Die Bremse schleift, und die Kette springt ab.', helperIndexes: [HORST, TOMASZ] },
		},
		{
			...{ ...now, minutes: 54, visitor: 'Frau Weigelt', item: 'Fahrradlampe', category: 3, power: 'battery', stage: 'testing' },
			...{ problem: 'Leuchtet nicht, auch mit neuen Batterien.', helperIndexes: [HORST], diagnosis: 'Kontakte waren grün.' },
		},
		{
			...{ ...now, minutes: 40, visitor: 'Frau Okonkwo', item: 'Kaffeemaschine', category: 36, power: 'mains', brand: 'Philips' },
			...{ year: 2016, problem: 'Heizt wieder nicht.', stage: 'waiting', followUpIndex: 0 },
		},
		{
			...{ ...now, minutes: 27, item: 'Herrenrad', category: 'Bicycle', power: 'none', stage: 'waiting', hasAgreed: false },
			problem: 'Der Gang rastet nicht ein.',
		},
		{
			...{
				...now,
				minutes: 9,
				visitor: 'Lina',
				item: 'Jeans',
				category: 'Textile',
				power: 'none',
				stage: 'waiting',
				isSelfHelp: true,
			},
			problem: 'Riss am Knie.',
		},
	];
}
