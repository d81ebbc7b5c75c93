import { join } from 'node:path';
import { caseRows, casesOfPeople } from '#main/features/cases/queries.ts';
import { listPeople, namesOfPeople, rowsOfPeople } from '#main/features/people/queries.ts';
import { personKind } from '#main/features/people/records.ts';
import { createSearchService } from '#main/features/search/service.ts';
import { systemIds } from '#main/platform/environment.ts';
import type { Fields } from '#main/records/merge.ts';
import { nextNumber } from '#main/records/numbering.ts';
import { rowWriter } from '#main/records/row-writer.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import type { Session } from '#main/vaults/session.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import { nameOf, type PersonFields } from '#shared/features/people/model.ts';
import { AUTHOR, changesOf, manyPeople } from './invented.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms, ratioLine } from './report.ts';
import { counsellingVault, plainFile } from './stores.ts';

/** Many people: written at once, arriving from another PC, searched and listed. */
const IMPORTED = 10_000;
const ALL = 100_000;
const PER_COMMIT = 100;
const CHANGES_PER_APPLY = 2000;

export async function peopleStore(folder: string): Promise<Line[]> {
	const people = manyPeople(ALL);
	const bulk = bulkImport(folder, people.slice(0, IMPORTED));
	const vault = counsellingVault(join(folder, 'viele Menschen.db'));
	const apply = applyRemote(vault, people);
	const lines = [bulk, apply, ...(await searching(vault, people)), await listing(vault)];
	vault.close();
	return lines;
}

/** Alternating groups of commits: the whole write path against bare inserts of the same rows. */
function bulkImport(folder: string, people: readonly PersonFields[]): Line {
	const vault = counsellingVault(join(folder, 'import.db'));
	const plain = plainFile(join(folder, 'import plain.db'));
	const schema = vault.file
		.prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'person' AND sql IS NOT NULL")
		.pluck()
		.all() as string[];
	for (const sql of schema) plain.exec(sql);
	const rows = rowWriter(plain, personKind);
	const spent = { ours: 0, theirs: 0 };
	for (let at = 0; at < people.length; at += PER_COMMIT) {
		const group = people.slice(at, at + PER_COMMIT);
		spent.ours += took(() =>
			vault.store.atomically(() => {
				for (const person of group) {
					const number = nextNumber(vault.file, 'person', 'P');
					vault.store.insert(personKind, systemIds.next(), { ...(person as Fields), number }, AUTHOR);
				}
			}),
		);
		spent.theirs += took(
			plain.transaction(() => {
				for (const [index, person] of group.entries()) {
					const fields = { ...personKind.empty, ...person, number: `P-${at + index}` };
					rows.put({ id: systemIds.next(), createdAt: 0, updatedAt: 0, ...fields, ...personKind.derive?.(fields) });
				}
			}),
		);
	}
	vault.close();
	plain.close();
	return ratioLine(
		`import ${IMPORTED.toLocaleString('en')} people (history, merging, search)`,
		spent,
		'bare inserts, plain',
		null,
	);
}

function applyRemote(vault: OpenVault, people: readonly PersonFields[]): Line {
	const changes = changesOf(people, 1);
	const spent = took(() => {
		for (let at = 0; at < changes.length; at += CHANGES_PER_APPLY)
			vault.store.applyRemote(changes.slice(at, at + CHANGES_PER_APPLY), () => {});
	});
	const perSecond = Math.round(changes.length / (spent / 1000));
	return {
		what: `apply ${ALL.toLocaleString('en')} changes of another PC`,
		measured: `${perSecond.toLocaleString('en')} /s`,
		compared: '',
		ratio: '',
		target: '≥ 10,000 /s',
		met: perSecond >= 10_000,
	};
}

async function searching(vault: OpenVault, people: readonly PersonFields[]): Promise<Line[]> {
	const withOwner = (rows: ReturnType<typeof caseRows>) => rows as unknown as CaseRow[];
	const search = createSearchService({
		names: (_session, ids) => namesOfPeople(vault.reader, ids),
		people: (_session, ids) => rowsOfPeople(vault.reader, ids),
		cases: (_session, ids) => withOwner(caseRows(vault.reader, ids)),
		casesOfPeople: (_session, ids) => withOwner(casesOfPeople(vault.reader, ids)),
		businesses: () => [],
		casesOfBusinesses: () => [],
		borrowers: () => [],
		loans: () => [],
		items: () => [],
		documents: () => [],
		letters: () => [],
		repairs: () => [],
	});
	const session = { vault: (name: string) => (name === 'counselling' ? vault : undefined) } as unknown as Session;
	const names = people.filter((_person, at) => at % 997 === 0).map((person) => nameOf(person));
	const typed = [1, 2, 3, 4, 5, 6].map((letters) => names.map((name) => name.slice(0, letters)));
	for (const texts of typed) for (const text of texts.slice(0, 20)) search.query(session, text);
	const all: number[] = [];
	const perLetters: string[] = [];
	for (const [at, texts] of typed.entries()) {
		const times = await timesOf(texts.length, (index) => search.query(session, texts[index] ?? ''));
		all.push(...times);
		perLetters.push(`${at + 1}: ${percentile(times, 50).toFixed(1)}/${percentile(times, 95).toFixed(1)}`);
	}
	const p95 = percentile(all, 95);
	const words = names.map((name) => name.split(', ').reverse().join(' ').slice(0, -1));
	const two = await timesOf(words.length, (index) => search.query(session, words[index] ?? ''));
	return [
		{
			what: `search as you type over ${ALL.toLocaleString('en')} people, 1–6 letters`,
			measured: `p50 ${ms(percentile(all, 50))}, p95 ${ms(p95)}`,
			compared: '',
			ratio: '',
			target: 'p95 ≤ 10 ms',
			met: p95 <= 10,
		},
		{ what: '  p50/p95 in ms by letters', measured: perLetters.join('  '), compared: '', ratio: '', target: '', met: null },
		{
			what: '  two words',
			measured: `p50 ${ms(percentile(two, 50))}, p95 ${ms(percentile(two, 95))}`,
			compared: '',
			ratio: '',
			target: 'p95 ≤ 10 ms',
			met: percentile(two, 95) <= 10,
		},
	];
}

async function listing(vault: OpenVault): Promise<Line> {
	const list = (offset: number, text: string) =>
		listPeople(vault.reader, { text, filter: 'all', sort: { by: 'name', descending: false }, offset, limit: 100 });
	list(0, '');
	const pages = await timesOf(30, (at) => list((at * 3331) % ALL, ''));
	const found = await timesOf(15, (at) => list(0, 'abcdefghklmnrsw'[at] ?? ''));
	const p95 = Math.max(percentile(pages, 95), percentile(found, 95));
	return {
		what: `page of the people list of ${ALL.toLocaleString('en')}`,
		measured: `p95 ${ms(percentile(pages, 95))}, filtered by a letter p95 ${ms(percentile(found, 95))}`,
		compared: '',
		ratio: '',
		target: '≤ 100 ms',
		met: p95 <= 100,
	};
}

function took(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
