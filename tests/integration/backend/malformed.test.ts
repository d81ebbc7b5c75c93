import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { fillSchema, shapesOf } from '#tests/support/fill-schema.ts';
import { bugsIn, caseOf, EVERYBODY, newSite, note, office, person, refusalOf, signIn } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';
import { INTAKE } from '#tests/support/repair-intake.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Whatever arrives, the answer is a typed refusal (or a good answer), and the backend goes on working. */

const SECRET = 'Zwetschgenkuchen';

/** The tests' own, by their clock. */
const TODAY = '2026-03-09' as LocalDate;

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
		'AAAA-BBBB-CCCC-DDDD',
		share,
	];
	return candidates.find((text) => text !== undefined && accepts(text)) ?? 'langer Text mit Platz';
}

const UNTOUCHABLE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'überraschend'];

/** A good input with one place spoilt, or something else altogether. */
function inputOf(target: Target, procedure: (typeof PROCEDURES)[number]) {
	const { input: schema, path } = procedure;
	if (!schema) return nasty;
	const text = (place: string, accepts: (text: unknown) => boolean) => goodText(target, place, accepts);
	const good = fc.constantFrom(
		...Array.from(
			{ length: shapesOf(schema) },
			(_, shape) => fillSchema(schema, path, { text, shape }) as Record<string, unknown>,
		),
	);
	const spoilt = fc
		.record({ of: good, at: fc.nat(), value: nasty, how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add') })
		.map(({ of, at, value, how }) => {
			const input = structuredClone(of);
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
	return fc.oneof({ arbitrary: spoilt, weight: 5 }, { arbitrary: nasty, weight: 1 }, { arbitrary: good, weight: 1 });
}

function placesIn(value: unknown): { of: Record<string, unknown>; key: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	const of = value as Record<string, unknown>;
	return Object.keys(of).flatMap((key) => [{ of, key }, ...placesIn(of[key])]);
}

/** Where there is no input, none can be spoilt; and a new recovery kit a hundred times over is a day's work for the vaults. */
const RUNS_WITHOUT_INPUT = 3;

async function attack(target: Target, runs: number, seed: number): Promise<void> {
	for (const procedure of [...PROCEDURES].sort(byEffect)) {
		const numRuns = procedure.input ? runs : Math.min(runs, RUNS_WITHOUT_INPUT);
		const values = ENDLESS.includes(procedure.path) ? 0 : 20;
		await fc.assert(
			fc.asyncProperty(inputOf(target, procedure), async (input) => {
				const { code, defined } = await refusalOf(call(target.pc.client, procedure.path, input, values));
				if (code !== 'BAD_REQUEST' && code !== 'none')
					expect({ path: procedure.path, code, defined }).toEqual({ path: procedure.path, code, defined: true });
			}),
			{ numRuns, seed, endOnFailure: true },
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
	const part = await pc.client.inventory.create({ ...EMPTY_ITEM, name: SECRET, number: null });
	const item = await pc.client.inventory.create({ ...EMPTY_ITEM, name: SECRET, number: null });
	await pc.client.share.connect({ folder: share });
	const colleague = { name: 'Bea', signInName: 'bea', roles: ['volunteer' as const], startPassphrase: 'drei blaue Stühle' };
	const added = await pc.client.members.add(colleague);
	const { siteId = '', deviceId = '' } = (await pc.client.site.status()).session ?? {};
	const borrower = await pc.client.borrowers.create({ ...EMPTY_BORROWER, lastName: SECRET });
	const line = { kitId: null, accessories: [], condition: SECRET, inHouse: false, dueOn: null };
	const { loans } = await pc.client.lending.complete({
		...{ borrowerId: borrower.id, out: [{ itemId: part.id, ...line }], back: [], depositInCents: 5000 },
		...{ issuedOn: null, reason: SECRET },
	});
	const ids: Record<string, string> = { personId: id, caseId: opened.id, ownerId: member, deputyId: member, siteId };
	ids.device = deviceId;
	ids.part = part.id;
	ids.borrowerId = borrower.id;
	ids.itemId = part.id;
	ids.loanId = loans[0]?.id ?? '';
	ids.lineId = loans[0]?.lines[0] ?? '';
	ids['site.saveOpeningHours.week[].from'] = '09:00';
	ids['site.saveOpeningHours.week[].until'] = '18:00';
	ids['inventory.recordTests.ids[]'] = item.id;
	ids['inventory.setPhoto.photo'] = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');
	const days = { fromOn: '2026-03-24' as LocalDate, untilOn: '2026-03-25' as LocalDate };
	const wanted = { borrowerId: borrower.id, itemId: part.id, note: SECRET, reason: SECRET };
	const reservation = await pc.client.reservations.create({ ...wanted, ...days });
	const hold = await pc.client.reservations.hold(wanted);
	ids['maintenance.setManual.pdf'] = Buffer.from('%PDF-1.7').toString('base64');
	const found = { kind: 'broken' as const, description: SECRET, accessories: [SECRET], unusable: true, foundOn: TODAY };
	const damage = await pc.client.maintenance.report({ itemId: part.id, lineId: loans[0]?.lines[0] ?? null, ...found });
	for (const name of ['check', 'create']) for (const [end, day] of Object.entries(days)) ids[`reservations.${name}.${end}`] = day;
	for (const place of ['cancel.id', 'reopen.ids[]', 'settleDouble.stays']) ids[`reservations.${place}`] = reservation.id;
	const stocktake = await pc.client.stocktake.start({ name: SECRET, location: null, category: null });
	await pc.client.stocktake.scan({ id: stocktake.id, text: 'WZ-4711', shelf: SECRET, itemId: null });
	ids['stocktake.undo.actionIds[]'] = stocktake.id;
	ids.kitId = item.id;
	const visit = { visitorName: SECRET, item: SECRET, brand: SECRET, problem: SECRET, borrowerId: borrower.id };
	const repair = await pc.client.repairs.enter({ ...INTAKE, ...visit });
	const waiver = await pc.client.repairs.saveWaiver({ text: SECRET });
	ids['repairs.enter.day'] = TODAY;
	ids.waiverId = waiver.id;
	ids.followUpOf = repair.id;
	for (const { path } of PROCEDURES) {
		if (path.startsWith('stocktake.')) ids[`${path}.id`] = stocktake.id;
		if (path.startsWith('members.')) ids[`${path}.id`] = added.id;
		if (path.startsWith('devices.')) ids[`${path}.id`] = deviceId;
		if (path.startsWith('people.')) ids[`${path}.id`] = id;
		if (path.startsWith('cases.'))
			ids[`${path}.id`] = /Contact$/.test(path) ? contact.id : /Todo/.test(path) ? todo.id : opened.id;
		if (path.startsWith('borrowers.')) ids[`${path}.id`] = borrower.id;
		if (/^reservations\..*Hold$/.test(path)) ids[`${path}.id`] = hold.id;
		if (path.startsWith('repairs.')) ids[`${path}.id`] = path === 'repairs.waiverText' ? waiver.id : repair.id;
		if (path.startsWith('maintenance.')) ids[`${path}.id`] = damage.id;
		if (path === 'lending.loan') ids[`${path}.id`] = ids.loanId;
		if (path === 'lending.ofItem') ids[`${path}.id`] = part.id;
		if (path.startsWith('inventory.')) ids[`${path}.id`] = item.id;
		if (path.startsWith('records.')) ids[`${path}.id`] = id;
	}
	return { pc, ids, share: `${root}/gibt es nicht` };
}

it('refuses nonsense with a typed error while somebody is signed in, and works on', async () => {
	const target = await populated('Büro signiert');
	await attack(target, campaign(12, 60), printedSeed('malformed, signed in'));
	target.pc.clock.advance(60 * 60 * 1000);
	await signIn(target.pc);
	expect((await target.pc.client.people.list(EVERYBODY)).total).toBeGreaterThan(0);
	await target.pc.client.people.create(person());
}, 600_000);

it('refuses nonsense with a typed error while locked, and opens afterwards', async () => {
	const target = await populated('Büro gesperrt');
	await target.pc.client.members.lock();
	await attack(target, campaign(6, 50), printedSeed('malformed, locked'));
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
			{ numRuns: campaign(6, 30), seed, endOnFailure: true },
		);
	}
	expect((await pc.client.site.status()).state).toBe('empty');
	await newSite(pc);
}, 600_000);
