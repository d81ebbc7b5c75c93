import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StepDone } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { coming, EMPTY_STEP, EVERY_LOAN, lend, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { type Client, joinSite, newSite, type Office, office, refusalOf, SECOND, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Two PCs that lend while they are apart: nothing is lost, both say the same afterwards, and what cannot be is decided once. */

interface Pair {
	readonly place: Office;
	readonly pcs: readonly [TestBackend, TestBackend];
}

async function twoDesks(): Promise<Pair> {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	await sync(a);
	return { place, pcs: [a, b] };
}

async function meet({ pcs: [a, b] }: Pair): Promise<void> {
	for (const pc of [a, b, a, b]) await sync(pc);
}

type Doing =
	| { readonly kind: 'lend'; readonly items: readonly number[]; readonly borrower: number; readonly deposit: number }
	| { readonly kind: 'return'; readonly line: number }
	| { readonly kind: 'extend'; readonly line: number; readonly days: number }
	| { readonly kind: 'undo' }
	| { readonly kind: 'deposit'; readonly loan: number; readonly what: 'paid' | 'returned' };

const chosen = fc.nat({ max: 20 });
const doing: fc.Arbitrary<Doing> = fc.oneof(
	{
		arbitrary: fc.record({
			kind: fc.constant('lend' as const),
			items: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }),
			borrower: chosen,
			deposit: fc.constantFrom(0, 500),
		}),
		weight: 5,
	},
	{ arbitrary: fc.record({ kind: fc.constant('return' as const), line: chosen }), weight: 3 },
	{ arbitrary: fc.record({ kind: fc.constant('extend' as const), line: chosen, days: fc.nat({ max: 30 }) }), weight: 1 },
	{ arbitrary: fc.record({ kind: fc.constant('undo' as const) }), weight: 1 },
	{
		arbitrary: fc.record({
			kind: fc.constant('deposit' as const),
			loan: chosen,
			what: fc.constantFrom('paid' as const, 'returned' as const),
		}),
		weight: 1,
	},
);

/** What was made on either PC and not taken back again, and by whom. */
interface Made {
	readonly items: readonly { readonly id: ItemId; readonly number: string }[];
	readonly borrowers: readonly BorrowerId[];
	readonly lines: Map<LoanId, readonly LoanLineId[]>;
	/** What is held of deposits, in cents. */
	readonly money: Map<LoanId, number>;
	readonly steps: [StepDone[], StepDone[]];
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

async function newThings(client: Client): Promise<Made> {
	const names = ['Pumpe', 'Hebel', 'Säge', 'Zange'];
	const single = [];
	for (const name of names) single.push(await newItem(client, { name }));
	const parts = single.slice(0, 2).map(({ id }) => id);
	const items = [...single, await newItem(client, { name: 'Flickset', parts })];
	const borrowers = [(await newBorrower(client, 'Anders', 50)).id, (await newBorrower(client, 'Bauer', 50)).id];
	return { items, borrowers, lines: new Map(), money: new Map(), steps: [[], []] };
}

const openLines = async (client: Client, { borrowers }: Made) =>
	(await Promise.all(borrowers.map((borrowerId) => client.lending.out({ borrowerId, itemId: null, limit: 500 })))).flat();

async function act({ pcs, place }: Pair, made: Made, at: 0 | 1, what: Doing): Promise<void> {
	place.clock.advance(SECOND);
	const { client } = pcs[at];
	switch (what.kind) {
		case 'lend': {
			const borrowerId = pick(made.borrowers, what.borrower) as BorrowerId;
			const ids = what.items.flatMap((item) => made.items[item]?.id ?? []);
			let done: StepDone | undefined;
			const lending = lend(client, borrowerId, ids, { depositInCents: what.deposit, reason: 'Probe' });
			const { code } = await refusalOf(lending.then((given) => (done = given)));
			expect(['none', 'REFUSED']).toContain(code);
			if (!done) return;
			for (const { id, lines } of done.loans) {
				made.lines.set(id, lines);
				made.money.set(id, what.deposit);
			}
			made.steps[at].push(done);
			return;
		}
		case 'return': {
			const line = pick(await openLines(client, made), what.line);
			if (line) made.steps[at].push(await client.lending.complete({ ...EMPTY_STEP, back: [coming(line.id)] }));
			return;
		}
		case 'extend': {
			const line = pick(await openLines(client, made), what.line);
			const dueOn = addDays(localDateOf(place.clock.now()), what.days);
			if (line) await client.lending.extend({ lineIds: [line.id], dueOn, reason: null });
			return;
		}
		case 'undo': {
			const step = made.steps[at].pop();
			if (!step || (await refusalOf(client.lending.undo(step))).code !== 'none') return;
			for (const { id } of step.loans) {
				made.lines.delete(id);
				made.money.delete(id);
			}
			return;
		}
		case 'deposit': {
			const loanId = pick([...made.money.keys()], what.loan);
			if (!loanId) return;
			const { code } = await refusalOf(client.lending.deposit({ loanId, what: what.what, cents: 500 }));
			// The other PC's loan is not known here yet.
			expect(['none', 'TOO_MUCH', 'NOT_FOUND']).toContain(code);
			if (code === 'none') made.money.set(loanId, (made.money.get(loanId) ?? 0) + (what.what === 'paid' ? 500 : -500));
		}
	}
}

/** All that a PC tells of these borrowers and items. */
async function told(client: Client, made: Made) {
	const loans = [];
	for (const borrowerId of made.borrowers) loans.push(...(await client.lending.loans({ ...EVERY_LOAN, borrowerId })).rows);
	const whole = [];
	for (const { id } of loans) whole.push(await client.lending.loan({ id }));
	const ids = new Set(made.items.map(({ id }) => id));
	const twice = (await client.lending.lentTwice()).filter(({ itemId }) => ids.has(itemId));
	const overpaid = (await client.lending.overpaid()).filter(({ loanId }) => made.lines.has(loanId));
	return { loans: whole, twice, overpaid };
}

type Told = Awaited<ReturnType<typeof told>>;

/** What both say, which must be the same. */
async function agreed({ pcs: [a, b] }: Pair, made: Made): Promise<Told> {
	const here = await told(a.client, made);
	expect(await told(b.client, made)).toEqual(here);
	return here;
}

const linesOutOf = ({ loans }: Told, itemId: ItemId): LoanLineId[] =>
	loans.flatMap(({ lineList }) =>
		lineList.filter((line) => line.itemId === itemId && line.outcome === 'out').map(({ id }) => id),
	);

function expectKept({ loans }: Told, { lines, money }: Made): void {
	expect(loans.map(({ id }) => id).sort()).toEqual([...lines.keys()].sort());
	for (const loan of loans) {
		expect(loan.lineList.map(({ id }) => id).sort()).toEqual([...(lines.get(loan.id) ?? [])].sort());
		expect(loan.openLines).toBe(loan.lineList.filter(({ outcome }) => outcome === 'out').length);
		expect(loan.depositHeldCents).toBe(money.get(loan.id));
	}
	const numbers = loans.map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
}

/**
 * Each item that is out more than once is one decision between exactly those lines, each loan that gave back more than it
 * took is one about its money, and nothing else is any.
 */
function expectDecisions(all: Told, { items }: Made): void {
	const violations = items.map(({ id }) => ({ id, lines: linesOutOf(all, id).sort() })).filter(({ lines }) => lines.length > 1);
	const decisions = all.twice.map(({ itemId, lines }) => ({ id: itemId, lines: lines.map(({ id }) => id).sort() }));
	const byItem = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
	expect(decisions.sort(byItem)).toEqual(violations.sort(byItem));
	const tooMuch = all.loans.flatMap(({ id, depositHeldCents }) => (depositHeldCents < 0 ? [[id, -depositHeldCents]] : []));
	expect(all.overpaid.map(({ loanId, cents }) => [loanId, cents]).sort()).toEqual(tooMuch.sort());
}

it('keeps both loans, agrees, and asks exactly once for whatever both lent', async () => {
	const pair = await twoDesks();
	const { pcs } = pair;
	let decided = 0;
	const together = fc.array(doing, { maxLength: 4 });
	const apart = fc.array(fc.tuple(fc.constantFrom(0 as const, 1 as const), doing), { minLength: 2, maxLength: 12, size: 'max' });
	await fc.assert(
		fc.asyncProperty(together, fc.nat({ max: 4 }), apart, fc.infiniteStream(fc.nat()), async (before, wanted, rest, dice) => {
			const made = await newThings(pcs[0].client);
			for (const what of before) await act(pair, made, 0, what);
			await meet(pair);
			// Both want the same to begin with.
			const both = { kind: 'lend', items: [wanted], borrower: 0, deposit: 0 } as const;
			for (const [at, what] of [[0, both] as const, [1, both] as const, ...rest]) await act(pair, made, at, what);
			await meet(pair);
			const merged = await agreed(pair, made);
			expectKept(merged, made);
			expectDecisions(merged, made);

			for (const { itemId, lines } of merged.twice) {
				decided += 1;
				const at = dice.next().value % 2 === 0 ? 0 : 1;
				const lineId = lines[dice.next().value % lines.length]?.id as LoanLineId;
				await pcs[at].client.lending.settleLentTwice({ itemId, lineId });
				expect(await refusalOf(pcs[at].client.lending.settleLentTwice({ itemId, lineId }))).toMatchObject({ code: 'OUTDATED' });
			}
			for (const { loanId, cents } of merged.overpaid) {
				const what = dice.next().value % 2 === 0 ? 'corrected' : 'paid';
				expect(await pcs[0].client.lending.deposit({ loanId, what, cents })).toMatchObject({ heldCents: 0 });
				made.money.set(loanId, 0);
			}
			await meet(pair);
			const settled = await agreed(pair, made);
			expect(settled.twice).toEqual([]);
			expect(settled.overpaid).toEqual([]);
			expectKept(settled, made);
			for (const { itemId } of merged.twice) expect(linesOutOf(settled, itemId)).toHaveLength(1);
		}),
		{ numRuns: campaign(6, 12), seed: printedSeed('lending, two devices') },
	);
	expect(decided).toBeGreaterThan(0);
}, 900_000);

it('lets one of two decisions hold when both decided, each differently', async () => {
	const pair = await twoDesks();
	const { pcs } = pair;
	for (let round = 0; round < 4; round++) {
		const made = await newThings(pcs[0].client);
		await meet(pair);
		const saw = made.items[2] as Made['items'][number];
		for (const at of [0, 1] as const) await act(pair, made, at, { kind: 'lend', items: [2], borrower: at, deposit: 0 });
		await meet(pair);
		const lines = (await agreed(pair, made)).twice[0]?.lines.map(({ id }) => id) ?? [];
		for (const at of [0, 1] as const) {
			pair.place.clock.advance(SECOND);
			const lineId = lines[(at + round) % 2] as LoanLineId;
			await pcs[at].client.lending.settleLentTwice({ itemId: saw.id, lineId });
		}
		await meet(pair);
		const settled = await agreed(pair, made);
		expect(settled.twice).toEqual([]);
		const [trueLine, ...others] = linesOutOf(settled, saw.id);
		expect(others).toEqual([]);
		expect(lines).toContain(trueLine);
		// It comes back as anything does, and can be lent again.
		await pcs[0].client.lending.complete({ ...EMPTY_STEP, back: [coming(trueLine as LoanLineId)] });
		const scan = { text: saw.number, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null };
		expect(await pcs[0].client.lending.scan(scan)).toMatchObject({ kind: 'item', items: [{ obstacles: [] }] });
		expect((await told(pcs[0].client, made)).twice).toEqual([]);
	}
}, 120_000);

it('scans an item that is out twice as several lines, each of which can come back', async () => {
	const pair = await twoDesks();
	const [a] = pair.pcs;
	const made = await newThings(a.client);
	await meet(pair);
	for (const at of [0, 1] as const) await act(pair, made, at, { kind: 'lend', items: [3], borrower: at, deposit: 0 });
	await meet(pair);
	const text = made.items[3]?.number ?? '';
	const scan = () => a.client.lending.scan({ text, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null });
	const answer = await scan();
	expect(answer).toMatchObject({ kind: 'several', items: [], lines: [{}, {}] });
	const lines = answer.kind === 'several' ? answer.lines : [];
	await a.client.lending.complete({ ...EMPTY_STEP, back: lines.slice(0, 1).map(({ id }) => coming(id)) });
	expect(await scan()).toMatchObject({ kind: 'out', lines: [{ id: lines[1]?.id }] });
}, 120_000);

it('asks how often a deposit was paid out that both gave back', async () => {
	const pair = await twoDesks();
	const [a, b] = pair.pcs;
	const made = await newThings(a.client);
	await act(pair, made, 0, { kind: 'lend', items: [2], borrower: 0, deposit: 500 });
	await meet(pair);
	const [loanId] = made.lines.keys() as Iterator<LoanId> & Iterable<LoanId>;
	if (!loanId) throw new Error('no loan');
	for (const { client } of [a, b]) {
		await client.lending.deposit({ loanId, what: 'returned', cents: 500 });
		expect(await client.lending.overpaid()).toEqual([]);
	}
	await meet(pair);
	const asked = [{ loanId, loanNumber: 'L-00001', borrowerName: 'Ada Anders', cents: 500 }];
	for (const { client } of [a, b]) expect(await client.lending.overpaid()).toMatchObject(asked);
	const wrong = { loanId, what: 'corrected', cents: 499 } as const;
	expect(await refusalOf(b.client.lending.deposit(wrong))).toMatchObject({ code: 'TOO_MUCH' });
	await b.client.lending.deposit({ ...wrong, cents: 500 });
	expect(await refusalOf(b.client.lending.deposit({ ...wrong, cents: 500 }))).toMatchObject({ code: 'TOO_MUCH' });
	await meet(pair);
	for (const { client } of [a, b]) {
		expect(await client.lending.overpaid()).toEqual([]);
		expect((await client.lending.loan({ id: loanId })).deposits.map(({ what }) => what)).toEqual([
			'paid',
			'returned',
			'returned',
			'corrected',
		]);
	}
}, 120_000);
