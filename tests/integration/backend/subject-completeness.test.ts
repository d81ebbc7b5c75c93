import { expect, it } from 'vitest';
import type { z } from 'zod';
import { CASEWORK_APPEND_KINDS, CASEWORK_MERGE_KINDS } from '#main/casework.ts';
import { SCHEDULE_MERGE_KINDS } from '#main/counselling.ts';
import { personKind } from '#main/features/people/records.ts';
import { planOf } from '#main/features/privacy/plan.ts';
import { createSubjectAccessService } from '#main/features/subject-access/service.ts';
import {
	BORROWER_PARTS,
	PERSON_PARTS,
	PRIVACY_APPEND_KINDS,
	PRIVACY_MERGE_KINDS,
	STAYING_AT_THE_WORKSHOP,
} from '#main/privacy.ts';
import { PROGRAMME_MERGE_KINDS } from '#main/programme.ts';
import { RECEPTION_APPEND_KINDS, RECEPTION_MERGE_KINDS } from '#main/reception.ts';
import { kindName } from '#main/records/kind.ts';
import type { Fields } from '#main/records/merge.ts';
import type { SubjectPart } from '#main/records/subject-part.ts';
import { ABOUT_NOBODY, SUBJECT_PARTS } from '#main/subject-access.ts';
import type { Session } from '#main/vaults/session.ts';
import { WORKSHOP_APPEND_KINDS, WORKSHOP_MERGE_KINDS } from '#main/workshop.ts';
import { fieldWords } from '#renderer/features/subject-access/field-words.ts';
import { labelOf, meaningOf } from '#renderer/features/subject-access/value-words.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import { BAR, blacken, markOn, textOf } from '#shared/features/subject-access/blacken.ts';
import { fileOf } from '#shared/features/subject-access/file.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import { type Extract, SubjectSection } from '#shared/features/subject-access/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { fillSchema, shapesOf } from '#tests/support/fill-schema.ts';
import { smallOffice } from '#tests/support/small-office.ts';

/** Whatever a table keeps about a person is in what the person gets: nobody forgets it with a later feature. */

const KINDS = [
	...[personKind, ...CASEWORK_MERGE_KINDS, ...PROGRAMME_MERGE_KINDS, ...SCHEDULE_MERGE_KINDS, ...WORKSHOP_MERGE_KINDS],
	...[...CASEWORK_APPEND_KINDS, ...WORKSHOP_APPEND_KINDS, ...PRIVACY_MERGE_KINDS, ...PRIVACY_APPEND_KINDS],
	...[...RECEPTION_MERGE_KINDS, ...RECEPTION_APPEND_KINDS],
];
/** Of the write path itself, of this device alone, or drawn from the others. */
const OWN = [
	...['change', 'feed', 'record_state', 'outgoing', 'draft', 'local_setting', 'schema_migration'],
	...['search_entry', 'search_index', 'sqlite_sequence', 'decision'],
];

it('knows of every table whether it is about a person', async () => {
	const device = (await smallOffice(1, KINDS)).device();
	const known = new Set([...SUBJECT_PARTS.map(({ kind }) => kindName(kind)), ...Object.keys(ABOUT_NOBODY)]);
	const tables = VAULTS.flatMap((vault) =>
		device
			.vault(vault)
			.file.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
			.all()
			.map(({ name }) => name),
	);
	expect(tables.filter((name) => !known.has(name) && !OWN.includes(name) && !name.startsWith('search_index_'))).toEqual([]);
	// What names somebody the house counsels or lends to is never about nobody.
	const naming = VAULTS.flatMap((vault) =>
		device
			.vault(vault)
			.file.prepare<[], { name: string }>(
				`SELECT DISTINCT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'
				 AND c.name IN ('person_id', 'person_ids', 'case_id', 'borrower_id', 'loan_id', 'goal_id', 'participation_id')`,
			)
			.all(),
	);
	expect(naming.length).toBeGreaterThan(20);
	expect(naming.filter(({ name }) => name in ABOUT_NOBODY)).toEqual([]);
	expect(SUBJECT_PARTS.filter(({ kind }) => kindName(kind) in ABOUT_NOBODY)).toEqual([]);
});

it('has a word for every section, table, field and code', () => {
	const words = fieldWords.de;
	const nameless: string[] = [];
	expect(SubjectSection.options.filter((section) => !words.section[section])).toEqual([]);
	for (const { kind, without = {} } of SUBJECT_PARTS) {
		const table = kindName(kind);
		if (!words.table[table] || !fieldWords.en.table[table]) nameless.push(table);
		for (const [field, schema] of Object.entries(kind.fields.shape as Record<string, z.ZodType>)) {
			if (field in without) continue;
			for (const { path, code } of placesIn(schema, field)) {
				const isNamed =
					words.of[`${table}.${path}`] ||
					path.split('.').every((key, at) => (at === 0 && words.of[`${table}.${key}`]) || words.field[key]);
				if (!isNamed || !labelOf(table, path, fieldWords.en)) nameless.push(`${table}.${path}`);
				// Levels of a language and ratings say it themselves.
				if (code !== null && !/^[A-C]?[1-5]$/.test(code) && meaningOf(table, path, code, 'de') === undefined) {
					nameless.push(`${table}.${path} = ${code}`);
				}
			}
		}
	}
	expect(nameless).toEqual([]);
});

it('tells every text of every record, now and before, but those that are sealed; and none of them when all is blackened', async () => {
	const office = await smallOffice(2, KINDS);
	const device = office.device();
	const personId = office.nextId() as PersonId;
	const borrowerId = office.nextId();
	const ids = new Map([
		['person', personId],
		['borrower', borrowerId],
	]);
	const typed: string[] = [];
	const sealed: string[] = [];
	let count = 0;
	const fill = (part: SubjectPart, shape: number): Fields => {
		const links = new Map(part.about?.map(({ field, table }) => [field, ids.get(table)]));
		const filled: Record<string, unknown> = {};
		for (const [field, schema] of Object.entries(part.kind.fields.shape as Record<string, z.ZodType>)) {
			filled[field] = fillSchema(schema, field, {
				shape: shape % shapesOf(schema),
				text(path, accepts) {
					const linked = links.get(path.replace(/\[\]$/, ''));
					if (linked) return linked;
					// A key says which field it is, as the program writes it.
					if (path.endsWith('{}')) return 'sex';
					if (part.isNamed && path === 'name') return 'Zora Zeugin';
					count++;
					const text = `zq${String(count).padStart(5, '0')}x`;
					const day = addDays('1800-01-01' as LocalDate, count);
					const found = [text, `${text}@example.org`, `+49${text.slice(2, 7)}77`, day, office.nextId(), 'DE', 'de', '14:00', '']
						.concat(['a'.repeat(64), '1', 'yes'])
						.find(accepts);
					if (found === undefined) throw new Error(`nothing fits ${kindName(part.kind)}.${path}`);
					// Ids, codes and times are not told one from the other.
					if (/^(zq|\+49|18)/.test(found)) (part.without && field in part.without ? sealed : typed).push(found);
					return found;
				},
			});
		}
		return filled as Fields;
	};
	for (const part of SUBJECT_PARTS) {
		const { kind } = part;
		const { store } = device.vault(kind.vault);
		const shapes = Math.max(...Object.values(kind.fields.shape as Record<string, z.ZodType>).map(shapesOf));
		for (let shape = 0; shape < shapes; shape++) {
			const table = kindName(kind);
			const itself = part.about?.find(({ field }) => field === 'id');
			const isItself = itself !== undefined && shape === 0;
			const id = isItself ? String(ids.get(itself.table)) : office.nextId();
			if (!ids.has(table)) ids.set(table, id);
			if (isItself || !itself) {
				if (kind.merging) {
					store.insert(kind, id, fill(part, shape), office.author);
					office.clock.advance(1000);
					store.update(kind, id, fill(part, shape), office.author);
				} else store.append(kind, id, fill(part, shape) as never, office.author);
			}
			office.clock.advance(1000);
		}
	}
	expect(typed.length).toBeGreaterThan(200);
	expect(sealed.length).toBeGreaterThan(0);

	const service = createSubjectAccessService({
		...{ clock: office.clock, parts: SUBJECT_PARTS, nameOf: () => 'Erika', namesOf: () => new Map() },
		people: () => [{ id: personId, names: ['Zora Zeugin'], borrowerId }],
		...{ noteRead() {}, noteExported() {}, note() {} },
	});
	const session = { vault: device.vault } as unknown as Session;
	const extract = service.get(session, personId);
	if (!extract) throw new Error('nobody');
	const json = jsonOf(extract);
	expect(typed.filter((text) => !json.includes(text))).toEqual([]);
	expect(json).toContain('Zora Zeugin');
	expect(sealed.filter((text) => json.includes(text))).toEqual([]);
	expect(extract.sections.map(({ section }) => section)).toEqual(SubjectSection.options);

	// What they get to see is what goes when they are erased: all of it, but what the house counts without saying of whom.
	const people = planOf(session, PERSON_PARTS, new Map([['person', new Set([personId])]]), ['Zora Zeugin']);
	const cards = planOf(session, BORROWER_PARTS, new Map([['borrower', new Set([borrowerId])]]), []);
	const going = new Set(
		[people, cards].flatMap(({ erased, named }) => [...erased, ...named]).map(({ kind, id }) => `${kindName(kind)} ${id}`),
	);
	expect(people.shared).toEqual([]);
	const staying = extract.sections.flatMap(({ records }) => records.filter(({ table, id }) => !going.has(`${table} ${id}`)));
	expect([...new Set(staying.map(({ table }) => table))].sort()).toEqual([...STAYING_AT_THE_WORKSHOP].sort());

	const marks = extract.sections.flatMap(({ records }) =>
		records.flatMap((record) =>
			leavesOf(record).flatMap((leaf) => (textOf(leaf.value) === '' ? [] : markOn(record.id, leaf, null, 'third_party'))),
		),
	);
	const black = blacken(extract, marks);
	if (!black.ok) throw new Error('stale');
	const withheld = jsonOf(black.value.extract);
	expect(withheld).toContain(BAR);
	expect([...typed, 'Zora'].filter((text) => withheld.includes(text))).toEqual([]);

	// Who has neither vault nor rights beyond counselling is told what is missing.
	const alone = { vault: (name: string) => (name === 'counselling' ? device.vault('counselling') : undefined) } as Session;
	expect(service.get(alone, personId)?.missing).toEqual(['workshop', 'office']);
});

const jsonOf = (extract: Extract): string =>
	JSON.stringify(
		fileOf(
			extract,
			{
				...{ at: 0, organisation: 'Café', person: { name: 'X', number: 'P-1' }, madeBy: 'Erika', information: [], reasons: [] },
				...{ identity: { proof: 'other', checkedOn: '2026-03-09' as LocalDate }, documents: new Map(), notIncluded: [] },
			},
			{ section: String, label: (table, path) => `${table}.${path}`, meaning: () => undefined, reason: String },
		),
	);

/** Every place in a value, and every code that can stand there. */
function placesIn(schema: z.ZodType, path: string): { path: string; code: string | null }[] {
	const def = schema.def as unknown as {
		type: string;
		shape?: Record<string, z.ZodType>;
		innerType?: z.ZodType;
		element?: z.ZodType;
		entries?: Record<string, string>;
		options?: z.ZodType[];
		values?: unknown[];
	};
	if (def.shape) return Object.entries(def.shape).flatMap(([key, inner]) => placesIn(inner, `${path}.${key}`));
	if (def.innerType) return placesIn(def.innerType, path);
	if (def.element) return placesIn(def.element, path);
	if (def.options) return def.options.flatMap((option) => placesIn(option, path));
	const codes =
		def.type === 'enum' ? Object.values(def.entries ?? {}) : def.type === 'literal' ? (def.values ?? []).map(String) : [];
	return codes.length === 0 ? [{ path, code: null }] : codes.map((code) => ({ path, code }));
}
