import {
	AGE_SPANS,
	type RepairFigures,
	type ResultCounts,
	type Selection,
	totalOf,
} from '#shared/features/open-repair-data/figures.ts';
import { DISPLACEMENT, impactOf } from '#shared/features/open-repair-data/impact.ts';
import type { RepairCategory } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { ageOf, type DoneRepair, resultOf } from './own-repairs.ts';
import { type ImportedGroup, importedGroups, importedProviders, importedYears } from './queries.ts';

/** Figures of one source and one year, counted each time. */

export interface FigureDeps {
	done(session: Session, year: number | null): readonly DoneRepair[];
	memberName(session: Session, id: string): string;
}

interface Group extends Omit<ImportedGroup, 'category'> {
	readonly category: RepairCategory | null;
}

export function repairFiguresOf({ done, memberName }: FigureDeps, session: Session, { source, year }: Selection): RepairFigures {
	const { reader } = openVaultOf(session, 'workshop');
	const hasOwn = source !== 'imported';
	const hasImported = source !== 'own';
	const all = hasOwn ? done(session, null) : [];
	const own = all.filter(({ day }) => year === null || day.startsWith(`${year}-`));
	const groups: Group[] = [...own.map(asGroup), ...(hasImported ? importedGroups(reader, year) : [])];
	const years = new Set([...all.map(({ day }) => Number(day.slice(0, 4))), ...(hasImported ? importedYears(reader) : [])]);
	const categories = [...counted(groups, ({ category }) => category)].map(([category, counts]) => ({ category, counts }));
	const saved = categories.flatMap(({ category, counts }) => savedBy(category, counts.Fixed));
	return {
		years: [...years].sort((a, b) => b - a),
		providers: hasImported ? importedProviders(reader) : [],
		counts: counted(groups, () => 'all').get('all') ?? none(),
		categories: categories.sort((a, b) => totalOf(b.counts) - totalOf(a.counts)),
		ages: agesOf(groups),
		teams: teamsOf(own, (id) => memberName(session, id)),
		saved: saved.sort((a, b) => b.co2 - a.co2),
		withoutAverage: categories
			.filter(({ category, counts }) => savedBy(category, counts.Fixed).length === 0)
			.reduce((sum, { counts }) => sum + counts.Fixed, 0),
		barriers: barriersOf(groups, year === null ? 4 : 7),
	};
}

const asGroup = (repair: DoneRepair): Group => ({
	...{ category: repair.category, result: resultOf(repair), barrier: repair.barrier },
	...{ month: repair.day.slice(0, 7), age: ageOf(repair), items: 1 },
});

const none = (): ResultCounts => ({ Fixed: 0, Repairable: 0, 'End of life': 0, Unknown: 0 });

function counted<Key>(
	groups: readonly { result: RepairResult; items: number }[],
	keyOf: (group: never) => Key,
): Map<Key, ResultCounts> {
	const found = new Map<Key, ResultCounts>();
	for (const group of groups) {
		const key = keyOf(group as never);
		const counts = found.get(key) ?? none();
		counts[group.result] += group.items;
		found.set(key, counts);
	}
	return found;
}

function agesOf(groups: readonly Group[]): ResultCounts[] {
	const spans = counted(groups, ({ age }: Group) =>
		age === null ? AGE_SPANS.length : AGE_SPANS.findIndex(({ to }) => to === null || age < to + 1),
	);
	return Array.from({ length: AGE_SPANS.length + 1 }, (_, at) => spans.get(at) ?? none());
}

/** Who worked on it together, whoever took it first. */
function teamsOf(own: readonly DoneRepair[], nameOf: (id: MemberId) => string): RepairFigures['teams'] {
	const teams = new Map<string, { memberIds: MemberId[]; counts: ResultCounts }>();
	for (const repair of own) {
		const memberIds = [...new Set(repair.helpers)].sort();
		const key = memberIds.join(' ');
		const team = teams.get(key) ?? { memberIds, counts: none() };
		team.counts[resultOf(repair)] += 1;
		teams.set(key, team);
	}
	return [...teams.values()]
		.filter(({ memberIds }) => memberIds.length > 0)
		.map(({ memberIds, counts }) => ({ memberIds, counts, names: memberIds.map(nameOf).sort() }))
		.sort((a, b) => totalOf(b.counts) - totalOf(a.counts));
}

function savedBy(category: RepairCategory | null, items: number): RepairFigures['saved'] {
	const impact = typeof category === 'number' ? impactOf(category) : null;
	if (impact === null || typeof category !== 'number' || items === 0) return [];
	return [{ category, items, kilograms: items * impact.kilograms, co2: items * impact.footprint * DISPLACEMENT }];
}

function barriersOf(groups: readonly Group[], lettersOfPeriod: number): RepairFigures['barriers'] {
	const periods = new Map<string, { counts: Record<RepairBarrier, number>; unsaid: number }>();
	for (const { result, barrier, month, items } of groups) {
		if (result !== 'End of life') continue;
		const period = month.slice(0, lettersOfPeriod);
		const found = periods.get(period) ?? { counts: noBarriers(), unsaid: 0 };
		if (barrier === null) found.unsaid += items;
		else found.counts[barrier] += items;
		periods.set(period, found);
	}
	return [...periods].map(([period, found]) => ({ period, ...found })).sort((a, b) => (a.period < b.period ? -1 : 1));
}

const noBarriers = (): Record<RepairBarrier, number> => ({
	'Spare parts not available': 0,
	'Spare parts too expensive': 0,
	'No way to open product': 0,
	'Repair information not available': 0,
	'Lack of equipment': 0,
	'Item too worn out': 0,
});
