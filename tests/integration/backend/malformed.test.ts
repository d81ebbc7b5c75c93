import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MemberId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { fillSchema } from '#tests/support/fill-schema.ts';
import { bugsIn, caseOf, EVERYBODY, newSite, note, office, person, refusalOf, signIn } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Whatever arrives, the answer is a typed refusal (or a good answer), and the backend goes on working. */

const SECRET = 'Zwetschgenkuchen';

/** Procedures that stream without end are not read; ones that end the session are called last. */
const ENDLESS = ['records.changes'];
const ENDS_SESSION = ['members.lock', 'site.discardSample', 'site.recover', 'site.repair', 'members.signIn'];
const byEffect = (a: { path: string }, b: { path: string }) =>
	Number(ENDS_SESSION.includes(a.path)) - Number(ENDS_SESSION.includes(b.path));

const nasty = fc.oneof(
	{
		arbitrary: fc.constantFrom<unknown>(
			null,
			undefined,
			'',
			' ',
			0,
			-1,
			0.5,
			-0,
			1e308,
			2 ** 53,
			Number.NaN,
			Number.POSITIVE_INFINITY,
		),
		weight: 4,
	},
	{
		arbitrary: fc.constantFrom<unknown>(
			true,
			[],
			{},
			[[]],
			'x'.repeat(300_000),
			SECRET,
			'\0',
			'\ud800',
			'../../etc',
			'__proto__',
			'ﷺ'.repeat(500),
		),
		weight: 4,
	},
	{
		arbitrary: fc.constantFrom<unknown>(
			'01890000-0000-7000-8000-000000000000',
			'2026-02-30',
			'0000-00-00',
			'9999-12-31',
			"'; DROP TABLE person; --",
			'"*" OR',
		),
		weight: 2,
	},
	{ arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 3 },
	{ arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), weight: 2 },
);

interface Target {
	readonly pc: TestBackend;
	readonly ids: Readonly<Record<string, string>>;
	readonly share: string;
}

/** Good texts for the places that do not take just any. */
function goodText({ ids, share }: Target, path: string, accepts: (text: unknown) => boolean): unknown {
	const key = path.slice(path.lastIndexOf('.') + 1);
	const candidates = [
		ids[path],
		ids[key.replace(/s\[\]$/, '')],
		'Text',
		'2026-03-01',
		'person:new',
		'de',
		'+492102123456',
		'a@example.org',
		'DE',
		share,
	];
	return candidates.find((text) => text !== undefined && accepts(text)) ?? 'langer Text mit Platz';
}

const UNTOUCHABLE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'überraschend'];

/** A good input with one place spoilt, or something else altogether. */
function inputOf(target: Target, procedure: (typeof PROCEDURES)[number]) {
	if (!procedure.input) return nasty;
	const good = fillSchema(procedure.input, procedure.path, {
		text: (path, accepts) => goodText(target, path, accepts),
	}) as Record<string, unknown>;
	const spoilt = fc
		.record({ at: fc.nat(), value: nasty, how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add') })
		.map(({ at, value, how }) => {
			const input = structuredClone(good);
			const places = placesIn(input);
			const place = places[at % places.length];
			if (!place) return value;
			if (how === 'drop') delete place.of[place.key];
			else if (how === 'replace') place.of[place.key] = value;
			else {
				const key = UNTOUCHABLE_KEYS[at % UNTOUCHABLE_KEYS.length] ?? '';
				Object.defineProperty(place.of, key, { value, enumerable: true, configurable: true, writable: true });
			}
			return input;
		});
	return fc.oneof({ arbitrary: spoilt, weight: 5 }, { arbitrary: nasty, weight: 1 }, { arbitrary: fc.constant(good), weight: 1 });
}

function placesIn(value: unknown): { of: Record<string, unknown>; key: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	const of = value as Record<string, unknown>;
	return Object.keys(of).flatMap((key) => [{ of, key }, ...placesIn(of[key])]);
}

async function attack(target: Target, runs: number, seed: number): Promise<void> {
	for (const procedure of [...PROCEDURES].sort(byEffect)) {
		const values = ENDLESS.includes(procedure.path) ? 0 : 20;
		await fc.assert(
			fc.asyncProperty(inputOf(target, procedure), async (input) => {
				const { code, defined } = await refusalOf(call(target.pc.client, procedure.path, input, values));
				if (code !== 'BAD_REQUEST' && code !== 'none')
					expect({ path: procedure.path, code, defined }).toEqual({ path: procedure.path, code, defined: true });
			}),
			{ numRuns: runs, seed, endOnFailure: true },
		);
	}
	expect(({} as Record<string, unknown>).überraschend).toBeUndefined();
	expect(bugsIn(target.pc)).toEqual([]);
	expect(target.pc.log.join('\n')).not.toContain(SECRET);
}

async function populated(name: string): Promise<Target> {
	const { pc: make, share, root } = office();
	const pc = await make(name);
	const { member } = await newSite(pc);
	const { id } = await pc.client.people.create(person({ remarks: SECRET }));
	const opened = await pc.client.cases.open({ ...caseOf(member as MemberId), personId: id });
	const contact = await pc.client.cases.addContact({ ...note(), caseId: opened.id, privateNote: SECRET });
	const todo = await pc.client.cases.addTodo({ subject: SECRET, due: null, ownerId: member as MemberId, caseId: opened.id });
	await pc.client.share.connect({ folder: share });
	const siteId = (await pc.client.site.status()).session?.siteId ?? '';
	const ids: Record<string, string> = { personId: id, caseId: opened.id, ownerId: member, deputyId: member, siteId };
	for (const { path } of PROCEDURES) {
		if (path.startsWith('people.')) ids[`${path}.id`] = id;
		if (path.startsWith('cases.'))
			ids[`${path}.id`] = /Contact$/.test(path) ? contact.id : /Todo/.test(path) ? todo.id : opened.id;
		if (path.startsWith('records.')) ids[`${path}.id`] = id;
	}
	return { pc, ids, share: `${root}/gibt es nicht` };
}

it('refuses nonsense with a typed error while somebody is signed in, and works on', async () => {
	const target = await populated('Büro signiert');
	await attack(target, campaign(12, 200), printedSeed('malformed, signed in'));
	target.pc.clock.advance(60 * 60 * 1000);
	await signIn(target.pc);
	expect((await target.pc.client.people.list(EVERYBODY)).total).toBeGreaterThan(0);
	await target.pc.client.people.create(person());
}, 600_000);

it('refuses nonsense with a typed error while locked, and opens afterwards', async () => {
	const target = await populated('Büro gesperrt');
	await target.pc.client.members.lock();
	await attack(target, campaign(6, 100), printedSeed('malformed, locked'));
	target.pc.clock.advance(60 * 60 * 1000);
	await signIn(target.pc);
	expect((await target.pc.client.people.list(EVERYBODY)).total).toBe(1);
}, 600_000);

it('refuses nonsense with a typed error on an empty PC, and nothing is left in its folder', async () => {
	const { pc: make, root } = office();
	const pc = await make('Leer');
	const untouched = ['site.create', 'site.createSample'];
	const seed = printedSeed('malformed, empty');
	const target = { pc, ids: {}, share: `${root}/gibt es nicht` };
	for (const procedure of PROCEDURES.filter(({ path }) => !untouched.includes(path))) {
		await fc.assert(
			fc.asyncProperty(inputOf(target, procedure), async (input) => {
				const { code, defined } = await refusalOf(
					call(pc.client, procedure.path, input, ENDLESS.includes(procedure.path) ? 0 : 20),
				);
				if (code !== 'BAD_REQUEST' && code !== 'none')
					expect({ path: procedure.path, code, defined }).toEqual({ path: procedure.path, code, defined: true });
			}),
			{ numRuns: campaign(6, 60), seed, endOnFailure: true },
		);
	}
	expect((await pc.client.site.status()).state).toBe('empty');
	await newSite(pc);
}, 600_000);
