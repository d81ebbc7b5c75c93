import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM, type ItemFields } from '#shared/features/inventory/model.ts';
import type { DeskStep } from '#shared/features/lending/model.ts';
import { isOpen } from '#shared/features/stocktake/findings.ts';
import type { Consequence, FindingRow } from '#shared/features/stocktake/model.ts';
import type { ItemId, StocktakeId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Counting over real encrypted files: one PC with the loans around it, and two PCs that count the same stocktake. */

const EMPTY_STEP: DeskStep = { borrowerId: null, out: [], back: [], depositInCents: 0, issuedOn: null, reason: null };
const FIRST_DAY = '2026-03-02' as LocalDate;
const SCOPE = { name: 'Frühjahr', location: null, category: null };

const item = ({ client }: TestBackend, name: string, fields: Partial<ItemFields & { number: string }> = {}) =>
	client.inventory.create({ ...EMPTY_ITEM, name, number: null, location: 'Regal 1', ...fields });
const scan = ({ client }: TestBackend, id: StocktakeId, text: string, shelf: string | null = 'Regal 1') =>
	client.stocktake.scan({ id, text, shelf, itemId: null });
const found = async ({ client }: TestBackend, id: StocktakeId) =>
	Object.fromEntries((await client.stocktake.findings({ id })).map((row) => [row.name || row.number, row]));
const settle = ({ client }: TestBackend, id: StocktakeId, action: Consequence, ...of: FindingRow[]) =>
	client.stocktake.settle({ id, action, of });
const itemOf = async ({ client }: TestBackend, id: ItemId) => (await client.inventory.get({ id })).item;

async function counting() {
	const pc = await office().pc('Lager');
	await newSite(pc);
	const { id } = await pc.client.stocktake.start(SCOPE);
	return { pc, id };
}

async function lendTo(pc: TestBackend, itemId: ItemId) {
	const seen = { idSeenOn: FIRST_DAY, houseRulesOn: FIRST_DAY };
	const { id: borrowerId } = await pc.client.borrowers.create({
		...EMPTY_BORROWER,
		...seen,
		firstName: 'Ada',
		lastName: 'Yılmaz',
	});
	const line = { itemId, kitId: null, accessories: [], condition: null, inHouse: false, dueOn: null };
	return pc.client.lending.complete({ ...EMPTY_STEP, borrowerId, out: [line] });
}

it('counts, reconciles with one click each, and takes every consequence back', async () => {
	const { pc, id } = await counting();
	const [here, wrong, gone, lent, back] = [
		await item(pc, 'Da'),
		await item(pc, 'Falsch', { location: 'Keller' }),
		await item(pc, 'Fehlt'),
		await item(pc, 'Verliehen'),
		await item(pc, 'Zurück'),
	];
	const old = await item(pc, 'Wieder da');
	await pc.client.inventory.setState({ id: old.id, state: 'missing', reason: 'seit Mai' });
	await lendTo(pc, lent.id);
	await lendTo(pc, back.id);

	expect(await scan(pc, id, 'KONTOR-ORT:regal 1', null)).toEqual({ kind: 'shelf', shelf: 'Regal 1', expected: 4, isNew: false });
	expect(await scan(pc, id, `KONTOR-ITEM:${here.number}`)).toMatchObject({ kind: 'counted', finding: 'found', again: false });
	expect(await scan(pc, id, here.number)).toMatchObject({ kind: 'counted', finding: 'found', again: true });
	expect(await scan(pc, id, wrong.number)).toMatchObject({ finding: 'misplaced', item: { location: 'Keller' } });
	expect(await scan(pc, id, back.number)).toMatchObject({ finding: 'returned', borrowerName: 'Ada Yılmaz' });
	expect(await scan(pc, id, old.number)).toMatchObject({ finding: 'unexpected' });
	expect(await scan(pc, id, 'WZ-4711')).toEqual({ kind: 'unknown', code: 'WZ-4711', again: false });
	expect(await scan(pc, id, 'WZ-4711')).toEqual({ kind: 'unknown', code: 'WZ-4711', again: true });

	const rows = await found(pc, id);
	expect(Object.fromEntries(Object.entries(rows).map(([name, { finding }]) => [name, finding]))).toEqual({
		...{ Da: 'found', Falsch: 'misplaced', Fehlt: 'missing', Verliehen: 'on_loan', Zurück: 'returned' },
		...{ 'Wieder da': 'unexpected', 'WZ-4711': 'unknown' },
	});
	expect(await pc.client.stocktake.standing({ id })).toMatchObject({ expected: 4, counted: 3, onLoan: 1, open: 5, late: 0 });

	const row = (name: string) => rows[name] as FindingRow;
	const { actionIds: moved } = await settle(pc, id, 'moved', row('Falsch'));
	const { actionIds: missing } = await settle(pc, id, 'marked_missing', row('Fehlt'));
	const { actionIds: returned } = await settle(pc, id, 'taken_back', row('Zurück'));
	const { actionIds: active } = await settle(pc, id, 'made_active', row('Wieder da'));
	const { actionIds: ignored } = await settle(pc, id, 'ignored', row('WZ-4711'));
	expect(await itemOf(pc, wrong.id)).toMatchObject({ location: 'Regal 1' });
	expect(await itemOf(pc, gone.id)).toMatchObject({
		state: 'missing',
		stateReason: 'Bei der Inventur „Frühjahr“ nicht gefunden',
	});
	expect(await itemOf(pc, old.id)).toMatchObject({ state: 'active', stateReason: null });
	const out = () => pc.client.lending.out({ borrowerId: null, itemId: null, limit: 10 });
	expect((await out()).map(({ itemName }) => itemName)).toEqual(['Verliehen']);
	const settled = await found(pc, id);
	expect(Object.values(settled).map(({ finding }) => finding)).toEqual(Object.values(rows).map(({ finding }) => finding));
	expect(settled.Zurück).toMatchObject({ settled: 'taken_back', loan: 'L-00002' });
	expect(await pc.client.stocktake.standing({ id })).toMatchObject({ expected: 4, counted: 3, open: 0 });
	// Nothing follows twice from one finding.
	expect(await refusalOf(settle(pc, id, 'marked_missing', row('Fehlt')))).toMatchObject({ code: 'OUTDATED' });

	const all = [moved, missing, returned, active, ignored].flat();
	expect(await pc.client.stocktake.undo({ id, actionIds: all })).toEqual({ undone: 5 });
	expect(await found(pc, id)).toEqual(rows);
	expect(await itemOf(pc, gone.id)).toMatchObject({ state: 'active', stateReason: null });
	expect(await itemOf(pc, old.id)).toMatchObject({ state: 'missing', stateReason: 'seit Mai' });
	expect((await out()).map(({ itemName }) => itemName).sort()).toEqual(['Verliehen', 'Zurück']);
	expect(await refusalOf(pc.client.stocktake.undo({ id, actionIds: all }))).toMatchObject({ code: 'TOO_LATE' });
});

it('leaves alone what somebody changed after a consequence', async () => {
	const { pc, id } = await counting();
	const drill = await item(pc, 'Bohrmaschine', { location: 'Keller' });
	await scan(pc, id, drill.number);
	const { actionIds } = await settle(pc, id, 'moved', (await found(pc, id)).Bohrmaschine as FindingRow);
	await pc.client.inventory.update({ id: drill.id, changes: { location: 'Büro' } });
	expect(await refusalOf(pc.client.stocktake.undo({ id, actionIds }))).toMatchObject({ code: 'TOO_LATE' });
	expect(await itemOf(pc, drill.id)).toMatchObject({ location: 'Büro' });
});

it('a kit counts as itself, its parts with one tap', async () => {
	const { pc, id } = await counting();
	const parts = [await item(pc, 'Zange'), await item(pc, 'Hammer')];
	const kit = await item(pc, 'Koffer', { parts: parts.map((part) => part.id) });
	await scan(pc, id, parts[0]?.number ?? '');
	expect(await scan(pc, id, kit.number)).toMatchObject({ finding: 'found', partsLeft: 1 });
	expect((await found(pc, id)).Hammer).toMatchObject({ finding: 'missing' });
	expect(await pc.client.stocktake.countParts({ id, kitId: kit.id, shelf: 'Regal 1' })).toEqual({ counted: 1 });
	expect((await found(pc, id)).Hammer).toMatchObject({ finding: 'found', shelf: 'Regal 1' });
	expect(await pc.client.stocktake.countParts({ id, kitId: kit.id, shelf: 'Regal 1' })).toEqual({ counted: 0 });
});

it('answers whatever is held before the scanner, and loses nothing of what was counted', async () => {
	const { pc, id } = await counting();
	const drill = await item(pc, 'Bohrmaschine');
	const saw = await item(pc, 'Säge');
	await scan(pc, id, drill.number);
	const before = await pc.client.stocktake.findings({ id });
	const answers: [string, object][] = [
		['', { kind: 'unreadable', why: 'empty' }],
		['\u0000\u0007\r', { kind: 'unreadable', why: 'empty' }],
		['x'.repeat(10_000), { kind: 'unreadable', why: 'too_long' }],
		[`${drill.number} ${saw.number}`, { kind: 'unreadable', why: 'two_codes' }],
		['KONTOR-ITEM:WZ-1KONTOR-ITEM:WZ-2', { kind: 'unreadable', why: 'two_codes' }],
		['Wo ist die Säge?', { kind: 'unreadable', why: 'no_code' }],
		['KONTOR-KARTE:E-00001', { kind: 'card' }],
		['KONTOR-WER:01890000-0000-7000-8000-000000000000', { kind: 'member', memberId: '01890000-0000-7000-8000-000000000000' }],
		['KONTOR-ORT:Dachboden', { kind: 'shelf', shelf: 'Dachboden', expected: 0, isNew: true }],
	];
	for (const [text, answer] of answers) expect([text, await scan(pc, id, text)]).toEqual([text, answer]);
	expect(await pc.client.stocktake.findings({ id })).toEqual(before);
	// Control characters around a code are the scanner's own.
	expect(await scan(pc, id, `\u0002${saw.number}\u0003\r`)).toMatchObject({ kind: 'counted', finding: 'found' });
});

it('what was unknown and is then created is settled by that', async () => {
	const { pc, id } = await counting();
	await scan(pc, id, 'WZ-0815');
	pc.clock.advance(1000);
	await pc.client.inventory.create({ ...EMPTY_ITEM, name: 'Neu', number: 'WZ-0815', location: 'Regal 1' });
	expect(await found(pc, id)).toMatchObject({ Neu: { finding: 'unknown', settled: 'created' } });
});

it('the protocol stays as it was when it was finished, until it is opened again', async () => {
	const { pc, id } = await counting();
	const drill = await item(pc, 'Bohrmaschine');
	await item(pc, 'Säge');
	await scan(pc, id, drill.number);
	await pc.client.stocktake.finish({ id });
	const protocol = await pc.client.stocktake.findings({ id });
	await pc.client.inventory.update({ id: drill.id, changes: { location: 'Keller', name: 'Schlagbohrmaschine' } });
	await item(pc, 'Hobel');
	expect(await pc.client.stocktake.findings({ id })).toEqual(protocol);
	expect((await pc.client.stocktake.list())[0]).toMatchObject({ name: 'Frühjahr', scans: 1, finishedByName: 'Anna Müller' });
	expect(await refusalOf(scan(pc, id, drill.number))).toMatchObject({ code: 'FINISHED' });
	expect(await refusalOf(settle(pc, id, 'marked_missing', ...protocol))).toMatchObject({ code: 'FINISHED' });
	const { text } = await pc.client.stocktake.exportCsv({ id });
	expect(
		text
			.split('\r\n')
			.slice(1, 3)
			.map((line) => line.split(';').slice(1, 3)),
	).toEqual([
		['Bohrmaschine', 'gefunden'],
		['Säge', 'fehlt'],
	]);
	await pc.client.stocktake.reopen({ id });
	expect(Object.values(await found(pc, id)).map(({ name, finding }) => [name, finding])).toEqual([
		['Schlagbohrmaschine', 'misplaced'],
		['Säge', 'missing'],
		['Hobel', 'missing'],
	]);
});

it('two PCs count one stocktake, and both come to the same', async () => {
	const place = office();
	const a = await place.pc('Lager');
	await newSite(a);
	const things: { number: string }[] = [];
	for (let at = 0; at < 6; at++) things.push(await item(a, `Ding ${at}`, { location: at < 3 ? 'Regal 1' : 'Regal 2' }));
	const { id } = await a.client.stocktake.start(SCOPE);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Tresen');
	await joinSite(b, place.share);
	for (const pc of [a, b, a]) await sync(pc);
	const number = (at: number) => things[at]?.number ?? '';

	await scan(a, id, number(0), 'Regal 1');
	await scan(a, id, number(1), 'Regal 1');
	await scan(b, id, number(3), 'Regal 2');
	// The same thing, once on each shelf, and one that both counted on the same one.
	await scan(b, id, number(1), 'Regal 2');
	await scan(b, id, number(0), 'Regal 1');
	await scan(b, id, 'WZ-4711', 'Regal 2');
	for (const pc of [a, b, a]) await sync(pc);

	const [onA, onB] = [await a.client.stocktake.findings({ id }), await b.client.stocktake.findings({ id })];
	expect(onB).toEqual(onA);
	expect(onA.map(({ finding }) => finding)).toEqual(['found', 'twice', 'missing', 'found', 'missing', 'missing', 'unknown']);
	expect((await b.client.stocktake.standing({ id })).counters.map(({ scans }) => scans)).toEqual(
		(await a.client.stocktake.standing({ id })).counters.map(({ scans }) => scans),
	);

	// One finishes while the other, not knowing yet, still counts: that is said, and counts once it is opened again.
	await a.client.stocktake.finish({ id });
	await scan(b, id, number(4), 'Regal 2');
	for (const pc of [a, b, a]) await sync(pc);
	for (const pc of [a, b]) {
		expect(await pc.client.stocktake.standing({ id })).toMatchObject({ counted: 3, late: 1 });
	}
	await b.client.stocktake.reopen({ id });
	for (const pc of [b, a]) await sync(pc);
	for (const pc of [a, b]) expect(await pc.client.stocktake.standing({ id })).toMatchObject({ counted: 4, late: 0 });
	expect(await a.client.stocktake.findings({ id })).toEqual(await b.client.stocktake.findings({ id }));
});

it(`what is said while counting is what counting everything again comes to: ${campaign(1, 3)} × 60 steps`, {
	timeout: 300_000,
}, async () => {
	const seed = printedSeed('a stocktake carried along');
	for (let run = 0; run < campaign(1, 3); run++) {
		const random = seededRandom(seed + run);
		const place = office();
		const a = await place.pc('Lager');
		await newSite(a);
		const things: { id: ItemId; number: string }[] = [];
		for (let at = 0; at < 5; at++) things.push(await item(a, `Ding ${at}`, { location: random.pick(['Regal 1', 'Regal 2']) }));
		things.push(await item(a, 'Koffer', { parts: things.slice(0, 2).map((part) => part.id) }));
		await a.client.share.connect({ folder: place.share });
		const b = await place.pc('Tresen');
		await joinSite(b, place.share);
		// One number twice, which only two PCs that are apart can give.
		for (const pc of [a, b]) things.push(await item(pc, `Zwilling ${pc === a}`, { number: 'ZW-1' }));
		for (const pc of [a, b, a]) await sync(pc);
		const ids = [
			(await a.client.stocktake.start(SCOPE)).id,
			(await a.client.stocktake.start({ ...SCOPE, location: 'Regal 1' })).id,
		];
		for (const pc of [a, b]) await sync(pc);
		const steps: Record<string, (pc: TestBackend, id: StocktakeId) => Promise<unknown>> = {
			item: (pc, id) => scan(pc, id, random.pick(things).number, random.pick(['Regal 1', 'Regal 2', null])),
			chosen: (pc, id) => pc.client.stocktake.scan({ id, text: 'ZW-1', shelf: 'Regal 1', itemId: random.pick(things).id }),
			unknown: (pc, id) => scan(pc, id, random.pick(['XX-1', 'XX-2']), random.pick(['Regal 1', 'Regal 2'])),
			kit: (pc, id) => pc.client.stocktake.countParts({ id, kitId: things[5]?.id as ItemId, shelf: 'Regal 2' }),
			move: (pc) =>
				pc.client.inventory.update({ id: things[0]?.id as ItemId, changes: { location: random.pick(['Regal 1', null]) } }),
			create: async (pc) => {
				if (things.some(({ number }) => number === 'XX-2')) return;
				things.push(await item(pc, 'Neu', { number: 'XX-2' }).catch(() => ({ id: things[0]?.id as ItemId, number: 'XX-2' })));
			},
			settle: async (pc, id) => {
				const row = random.pick(await pc.client.stocktake.findings({ id }));
				await refusalOf(
					settle(pc, id, random.pick<Consequence>(['moved', 'moved_back', 'marked_missing', 'ignored', 'made_active']), row),
				);
			},
			sync: async (pc) => sync(pc),
		};
		for (let step = 0; step < 60; step++) {
			const pc = random.pick([a, a, b]);
			const what = random.pick(['item', 'item', 'item', ...Object.keys(steps)]);
			const id = random.pick(ids);
			pc.clock.advance(1000);
			await steps[what]?.(pc, id);
			const standing = await pc.client.stocktake.standing({ id });
			const rows = await pc.client.stocktake.findings({ id });
			const expected = rows.filter((row) => row.expected);
			const onLoan = expected.filter(({ finding }) => finding === 'on_loan').length;
			expect({ step, what, ...standing }).toMatchObject({
				expected: expected.length - onLoan,
				counted: expected.filter(({ countedAt }) => countedAt !== null).length,
				open: rows.filter(isOpen).length,
			});
		}
	}
});
