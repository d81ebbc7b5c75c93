import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeskStep, StepDone } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type Command, command } from '#tests/support/lending-commands.ts';
import { type Expected, LendingModel, type ModelItem } from '#tests/support/lending-model.ts';
import { coming, EVERY_LOAN, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { bugsIn, HOUR, refusalOf, SECOND } from '#tests/support/office.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/**
 * Whatever is done at the desk in whatever order: the real one, on an encrypted file, answers as the model does, lends
 * nothing twice, loses no line, closes no loan with something out, and holds no deposit below nothing.
 */

it('does what the model does, for every sequence of commands', async () => {
	const pc = await foundedBackend();
	const seed = printedSeed('lending, one device');
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 30, size: 'max' }), async (commands) => {
			const desk = await newDesk(pc);
			for (const each of commands) {
				pc.clock.advance(SECOND);
				await run(desk, each);
				await expectSame(desk);
			}
			await expectNothingLost(desk);
		}),
		{ numRuns: campaign(15, 60), seed, endOnFailure: campaign(0, 1) === 1 },
	);
	expect(bugsIn(pc)).toEqual([]);
}, 900_000);

interface TestDesk {
	readonly pc: TestBackend;
	readonly model: LendingModel;
	readonly items: readonly ModelItem[];
	readonly borrowers: readonly BorrowerId[];
	/** With the newest first. */
	readonly steps: StepDone[];
}

/** New items and borrowers in the office of before: a kit, a drill with accessories, one that stays in the house, … */
async function newDesk(pc: TestBackend): Promise<TestDesk> {
	const { client } = pc;
	const model = new LendingModel();
	const add = async (fields: Partial<Omit<ModelItem, 'id' | 'number'>>) => {
		const { id, number } = await newItem(client, {
			...fields,
			accessories: [...(fields.accessories ?? [])],
			parts: [...(fields.parts ?? [])],
		});
		const item: ModelItem = {
			...{ accessories: [], parts: [], inHouseOnly: false, loanDays: null, state: 'active', testedUntil: null, ...fields },
			...{ id, number },
		};
		model.items.set(id, item);
		return id;
	};
	const pump = await add({ accessories: ['Adapter'] });
	const levers = await add({});
	await add({ parts: [pump, levers], loanDays: 5 });
	await add({ accessories: ['Koffer', 'Akku'], testedUntil: '2031-01-01' as LocalDate });
	await add({ inHouseOnly: true });
	await add({ loanDays: 3 });
	for (const mostItems of [null, 1, 3]) {
		const { id } = await newBorrower(client, 'Yılmaz', mostItems);
		model.borrowers.set(id, { id, mostItems, isBlocked: false });
	}
	return { pc, model, items: [...model.items.values()], borrowers: [...model.borrowers.keys()], steps: [] };
}

async function run(desk: TestDesk, each: Command): Promise<void> {
	const { pc, model, steps } = desk;
	const { client, clock } = pc;
	const today = localDateOf(clock.now());
	switch (each.kind) {
		case 'step':
			return runStep(desk, each);
		case 'undo': {
			const step = steps[each.step];
			if (!step) return;
			const expected = model.expectUndo(step);
			expectAnswer(await refusalOf(client.lending.undo(step)), expected);
			if (expected.code === 'none') model.didUndo(step, clock.now());
			return readStates(desk);
		}
		case 'extend': {
			const lines = [...new Set(each.lines.flatMap((at) => pick(model.lines, at) ?? []))];
			if (lines.length === 0) return;
			const dueOn = addDays(today, each.days);
			const expected = model.expectExtension(lines, dueOn, clock.now());
			const extension = { lineIds: lines.map(({ id }) => id), dueOn, reason: null };
			let answer: { dueOn: LocalDate } | undefined;
			expectAnswer(await refusalOf(client.lending.extend(extension).then((given) => (answer = given))), expected);
			if (expected.code === 'none') expect(answer).toEqual({ dueOn: model.didExtend(lines, dueOn, clock.now()) });
			return;
		}
		case 'deposit': {
			const loan = pick(model.loans, each.loan);
			if (!loan) return;
			const isTooMuch = each.what !== 'paid' && each.cents > model.held(loan);
			const { code } = await refusalOf(client.lending.deposit({ loanId: loan.id, what: each.what, cents: each.cents }));
			expect(code).toBe(isTooMuch ? 'TOO_MUCH' : 'none');
			if (!isTooMuch) loan.deposits.push(each.what === 'paid' ? each.cents : -each.cents);
			return;
		}
		case 'state': {
			const item = pick(desk.items, each.item);
			if (!item) return;
			await client.inventory.setState({ id: item.id, state: each.state, reason: each.state === 'active' ? null : 'Probe' });
			item.state = each.state;
			return;
		}
		case 'test': {
			const item = pick(desk.items, each.item);
			if (!item) return;
			item.testedUntil = addDays(today, each.days);
			return client.inventory.recordTests({ ids: [item.id], testedUntil: item.testedUntil });
		}
		case 'block': {
			const borrower = pick([...model.borrowers.values()], each.borrower);
			if (!borrower) return;
			await client.borrowers.block({ id: borrower.id, reason: each.isBlocked ? 'Probe' : null });
			borrower.isBlocked = each.isBlocked;
			return;
		}
		case 'days':
			clock.advance(each.days * 24 * HOUR);
	}
}

async function runStep(desk: TestDesk, each: Command & { kind: 'step' }): Promise<void> {
	const { pc, model, steps } = desk;
	const { client, clock } = pc;
	const today = localDateOf(clock.now());
	const day = addDays(today, -each.daysAgo);
	const out = each.out.flatMap(({ item: at, inHouse, due }) => {
		const item = pick(desk.items, at);
		const dueOn = due === null ? null : addDays(day, due);
		return item ? [{ itemId: item.id, kitId: null, accessories: [...item.accessories], condition: null, inHouse, dueOn }] : [];
	});
	const back = each.back.flatMap(({ line: at, keep, damage, isStale }) => {
		const line = pick(isStale ? model.lines : model.open(), at);
		const broken = damage === 'none' ? null : { description: 'Kabel lose', unusable: damage === 'unusable' };
		return line ? [coming(line.id, { accessories: line.accessories.slice(0, keep), damage: broken })] : [];
	});
	const step: DeskStep = {
		...{ out, back, borrowerId: each.borrower === null ? null : (pick(desk.borrowers, each.borrower) ?? null) },
		depositInCents: out.length > 0 ? each.deposit : 0,
		issuedOn: each.daysAgo === 0 ? null : day,
		reason: each.reason ? 'Ausnahme' : null,
	};
	const expected = model.expectStep(step, clock.now());
	let done: StepDone | undefined;
	const answer = await refusalOf(client.lending.complete(step).then((given) => (done = given)));
	expectAnswer(answer, expected);
	if (expected.code !== 'none' || !done) return;
	const missing = back.flatMap((line) => model.line(line.lineId).accessories.filter((name) => !line.accessories.includes(name)));
	const cases = back.filter((line) =>
		model.line(line.lineId).accessories.some((name) => !line.accessories.includes(name)),
	).length;
	expect(done.damages, missing.join()).toHaveLength(cases + back.filter(({ damage }) => damage).length);
	const lineItems = new Map<LoanLineId, ItemId>();
	for (const { id } of done.loans)
		for (const line of (await client.lending.loan({ id })).lineList) lineItems.set(line.id, line.itemId);
	model.didStep(step, done, lineItems, clock.now());
	for (const { loanId, closesLoan } of done.returned)
		expect(closesLoan).toBe(model.open().every(({ loan }) => loan.id !== loanId || isOwn(done, loan.id)));
	steps.unshift(done);
	await readStates(desk);
}

const isOwn = (done: StepDone | undefined, id: LoanId): boolean => done?.loans.some((loan) => loan.id === id) ?? false;

/** Damage changes the states of items; by which rules is not lending's to say. */
async function readStates({ pc, items }: TestDesk): Promise<void> {
	for (const item of items) item.state = (await pc.client.inventory.get({ id: item.id })).item.state;
}

function expectAnswer({ code, data }: { code: string; data: unknown }, expected: Expected): void {
	const obstacles = (data as { obstacles?: { itemId: string | null; code: string }[] } | undefined)?.obstacles;
	const told = obstacles?.map((obstacle) => `${obstacle.itemId ?? '-'}:${obstacle.code}`).sort();
	expect({ code, ...(told && { obstacles: told }) }).toEqual(expected);
}

/** What is out is out with the same people until the same days, and scanning an item says so. */
async function expectSame({ pc, model, items, borrowers }: TestDesk): Promise<void> {
	const today = localDateOf(pc.clock.now());
	for (const borrowerId of borrowers) {
		const lines = await pc.client.lending.out({ borrowerId, itemId: null, limit: 2000 });
		const theirs = model.open().filter(({ loan }) => loan.borrower === borrowerId);
		const seen = lines.map(({ id, itemId, kitId, dueOn, isOverdue, loanId }) => ({
			id,
			itemId,
			kitId,
			dueOn,
			isOverdue,
			loanId,
		}));
		const meant = theirs.map(({ id, item, kit, dueOn, loan }) => ({
			...{ id, itemId: item, kitId: kit, dueOn, isOverdue: dueOn < today, loanId: loan.id },
		}));
		expect(byId(seen)).toEqual(byId(meant));
	}
	for (const { id, number } of items) {
		const lines = model.open().filter(({ item }) => item === id);
		expect(lines.length, 'lent twice').toBeLessThan(2);
		const scan = { text: number, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null };
		const answer = await pc.client.lending.scan(scan);
		expect(answer.kind).toBe(lines.length === 0 ? 'item' : 'out');
		const ofKit = model.open().filter(({ loan, kit }) => loan === lines[0]?.loan && kit === id);
		if (answer.kind === 'out')
			expect(byId(answer.lines)).toMatchObject(byId([...lines, ...ofKit]).map((line) => ({ id: line.id })));
	}
}

/** Every loan and line that was ever made is still told of, and is as closed as its lines say. */
async function expectNothingLost({ pc, model, items, borrowers }: TestDesk): Promise<void> {
	const { client } = pc;
	for (const borrowerId of borrowers) {
		const theirs = model.loans.filter((loan) => loan.borrower === borrowerId);
		const idsOf = async (filter: 'all' | 'open' | 'closed') =>
			(await client.lending.loans({ ...EVERY_LOAN, borrowerId, filter })).rows.map(({ id }) => id).sort();
		const isOpen = (loan: (typeof theirs)[number]) => model.linesOf(loan).some(({ returnedAt }) => returnedAt === null);
		expect(await idsOf('all')).toEqual(theirs.map(({ id }) => id).sort());
		expect(await idsOf('open')).toEqual(
			theirs
				.filter(isOpen)
				.map(({ id }) => id)
				.sort(),
		);
		expect(await idsOf('closed')).toEqual(
			theirs
				.filter((loan) => !isOpen(loan))
				.map(({ id }) => id)
				.sort(),
		);
		const [row] = (await client.borrowers.list({ ...ALL_BORROWERS })).rows.filter(({ id }) => id === borrowerId);
		expect(row?.out).toBe(model.unitsOf(borrowerId));
	}
	for (const loan of model.loans) {
		const shown = await client.lending.loan({ id: loan.id });
		const lines = model.linesOf(loan);
		expect(shown).toMatchObject({
			kind: loan.kind,
			lines: lines.length,
			depositHeldCents: model.held(loan),
			issuedAt: loan.issuedAt,
		});
		expect(shown.depositHeldCents).toBeGreaterThanOrEqual(0);
		const seen = shown.lineList.map(({ id, returnedAt, extended }) => ({ id, returnedAt, extended }));
		expect(byId(seen)).toEqual(byId(lines.map(({ id, returnedAt, extended }) => ({ id, returnedAt, extended }))));
	}
	for (const { id } of items) {
		const past = await client.lending.ofItem({ id, limit: 500 });
		const lines = model.lines.filter(({ item }) => item === id);
		expect(past.map(({ lineId, missing }) => ({ lineId, missing })).sort(byLine)).toEqual(
			lines.map((line) => ({ lineId: line.id, missing: [...line.missing] })).sort(byLine),
		);
	}
	const twice = await client.lending.lentTwice();
	expect(twice.filter(({ itemId }) => items.some(({ id }) => id === itemId))).toEqual([]);
}

const ALL_BORROWERS = { text: '', filter: 'all', sort: { by: 'number', descending: true }, offset: 0, limit: 500 } as const;

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const byLine = (a: { lineId: string }, b: { lineId: string }): number => (a.lineId < b.lineId ? -1 : 1);
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
