import { EMPTY_ITEM, type ItemFields, type ItemState } from '#shared/features/inventory/model.ts';
import { addDays, LocalDate } from '#shared/kernel/local-date.ts';
import type { Dice } from './dice.ts';

/** What the workshops of the sample office own: enough of everything that the inventory distinguishes. */
export interface SampleItem extends Omit<ItemFields, 'parts'> {
	readonly number: string;
	readonly state: ItemState;
	readonly stateReason: string | null;
	/** Positions of a kit's items in the same list, all of them before the kit. */
	readonly partIndexes: readonly number[];
}

interface Model extends Partial<ItemFields> {
	readonly name: string;
	readonly euros: number;
	readonly pieces: number;
	/** Has a plug, so it is tested. */
	readonly powered?: boolean;
}

/** Makers nobody will meet in a shop. */
const MODELS: Record<string, readonly Model[]> = {
	Elektrowerkzeug: [
		{
			name: 'Akku-Bohrschrauber 18 V',
			maker: 'Brumm',
			type: 'AB 18',
			euros: 189,
			pieces: 3,
			powered: true,
			accessories: ['Koffer', '2 Akkus', 'Ladegerät'],
		},
		{
			name: 'Schlagbohrmaschine',
			maker: 'Brumm',
			type: 'SB 650',
			euros: 84.9,
			pieces: 2,
			powered: true,
			accessories: ['Koffer', 'Tiefenanschlag'],
		},
		{
			name: 'Stichsäge',
			maker: 'Kordel & Sohn',
			type: 'KS 40',
			euros: 119,
			pieces: 2,
			powered: true,
			accessories: ['Koffer', '5 Sägeblätter'],
		},
		{
			name: 'Schwingschleifer',
			maker: 'Brumm',
			type: 'SWS 2',
			euros: 59.5,
			pieces: 1,
			powered: true,
			accessories: ['Staubbeutel'],
		},
		{
			name: 'Winkelschleifer 125 mm',
			maker: 'Kordel & Sohn',
			type: 'W 125',
			euros: 79.95,
			pieces: 1,
			powered: true,
			inHouseOnly: true,
			accessories: ['Schutzhaube', 'Schlüssel'],
		},
		{
			name: 'Lötstation',
			maker: 'Tüftl',
			type: 'LS-60',
			euros: 149,
			pieces: 2,
			powered: true,
			inHouseOnly: true,
			accessories: ['Lötspitze', 'Schwamm'],
		},
	],
	Fahrradwerkzeug: [
		{ name: 'Montageständer', maker: 'Speichenwerk', type: 'MS 3', euros: 189, pieces: 3, inHouseOnly: true },
		{ name: 'Zentrierständer', maker: 'Speichenwerk', type: 'ZS 1', euros: 219, pieces: 1, inHouseOnly: true },
		{ name: 'Drehmomentschlüssel 5–25 Nm', maker: 'Ruckzuck', type: 'DM 25', euros: 69, pieces: 2, accessories: ['Kasten'] },
		{ name: 'Kettennietdrücker', maker: 'Ruckzuck', type: 'KN', euros: 24.5, pieces: 2 },
		{ name: 'Innensechskant-Satz', maker: 'Ruckzuck', type: '9-teilig', euros: 19.9, pieces: 2 },
	],
	Fahrrad: [
		{
			name: 'Lastenanhänger',
			maker: 'Rolli',
			type: 'LA 40',
			euros: 299,
			pieces: 2,
			depositCents: 5000,
			accessories: ['Schloss', 'Schlüssel', 'Kupplung'],
		},
		{
			name: 'Kinderfahrrad 20"',
			maker: 'Rolli',
			type: 'Floh',
			euros: 149,
			pieces: 2,
			depositCents: 3000,
			accessories: ['Schloss', 'Schlüssel'],
		},
	],
	Nähen: [
		{
			name: 'Nähmaschine',
			maker: 'Nadelöhr',
			type: 'N 4',
			euros: 279,
			pieces: 3,
			powered: true,
			depositCents: 5000,
			accessories: ['Fußpedal', 'Netzkabel', 'Spulen (5)'],
		},
		{
			name: 'Overlock',
			maker: 'Nadelöhr',
			type: 'O 2',
			euros: 349,
			pieces: 1,
			powered: true,
			inHouseOnly: true,
			accessories: ['Fußpedal', 'Netzkabel'],
		},
		{ name: 'Bügelstation', maker: 'Dampf', type: 'B 1', euros: 89, pieces: 1, powered: true },
	],
	Sonstiges: [
		{ name: 'Leiter 6 Stufen', maker: 'Hoch & Sicher', type: 'L 6', euros: 99, pieces: 2 },
		{
			name: 'Beamer',
			maker: 'Lichtblick',
			type: 'P 10',
			euros: 399,
			pieces: 1,
			powered: true,
			depositCents: 5000,
			loanDays: 3,
			accessories: ['Netzkabel', 'HDMI-Kabel', 'Fernbedienung'],
		},
		{ name: 'Leinwand', maker: 'Lichtblick', euros: 79, pieces: 1, loanDays: 3 },
		{ name: 'Schraubendreher-Satz', maker: 'Ruckzuck', type: '6-teilig', euros: 22.9, pieces: 2 },
	],
};

/** Each takes one item of every name that is not in a kit yet. */
const KITS = [
	{
		name: 'Set Fahrradpflege',
		category: 'Fahrradwerkzeug',
		of: ['Drehmomentschlüssel 5–25 Nm', 'Kettennietdrücker', 'Innensechskant-Satz'],
	},
	{ name: 'Set Vortrag', category: 'Sonstiges', of: ['Beamer', 'Leinwand'] },
	{ name: 'Set Regalbau', category: 'Elektrowerkzeug', of: ['Akku-Bohrschrauber 18 V', 'Schraubendreher-Satz'] },
] as const;

const PLACES = ['Regal A1', 'Regal A2', 'Schrank 3', 'Keller'] as const;
const CONDITIONS = ['gut', 'gut', 'gebraucht', 'sehr gut', null] as const;
/** Of each the last piece, so that kits keep theirs. */
const STATES: Readonly<Record<string, readonly [ItemState, string]>> = {
	Schlagbohrmaschine: ['maintenance', 'Schalter klemmt, Ersatzteil ist bestellt'],
	'Drehmomentschlüssel 5–25 Nm': ['missing', 'seit dem Sommerfest nicht mehr gesehen'],
	'Kinderfahrrad 20"': ['maintenance', 'Bremse hinten einstellen'],
	'Leiter 6 Stufen': ['retired', 'Holm gebrochen'],
};
const OVERDUE_EVERY = 5;

export function inventItems(dice: Dice, today: LocalDate): SampleItem[] {
	const items: SampleItem[] = [];
	const add = (fields: Partial<SampleItem> & { name: string }) => {
		const number = `INV-${String(items.length + 1).padStart(4, '0')}`;
		const { parts: _none, ...empty } = EMPTY_ITEM;
		items.push({ ...empty, partIndexes: [], state: 'active', stateReason: null, ...fields, number });
	};
	let tested = 0;
	for (const [category, models] of Object.entries(MODELS)) {
		for (const { euros, pieces, powered = false, ...model } of models) {
			for (let piece = 0; piece < pieces; piece++) {
				const overdue = powered && ++tested % OVERDUE_EVERY === 0;
				const [state, stateReason] = (piece === pieces - 1 && STATES[model.name]) || (['active', null] as const);
				add({
					...model,
					state,
					stateReason,
					category,
					location: dice.pick(PLACES),
					condition: dice.pick(CONDITIONS),
					boughtOn: addDays(today, -dice.whole(200, 3000)),
					priceCents: Math.round(euros * 100),
					testedUntil: powered ? endOfMonth(addDays(today, overdue ? -dice.whole(40, 200) : dice.whole(35, 600))) : null,
				});
			}
		}
	}
	const inKit = new Set<number>();
	for (const { name, category, of } of KITS) {
		const partIndexes = of.map((part) => items.findIndex((item, index) => item.name === part && !inKit.has(index)));
		for (const index of partIndexes) inKit.add(index);
		add({ name, category, location: 'Schrank 3', partIndexes });
	}
	return items;
}

/** Test badges name a month. */
function endOfMonth(day: LocalDate): LocalDate {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return LocalDate.parse(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
}
