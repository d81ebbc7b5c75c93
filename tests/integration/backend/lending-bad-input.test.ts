import { expect, it } from 'vitest';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { coming, EMPTY_STEP, EVERY_LOAN, going, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { bugsIn, refusalOf } from '#tests/support/office.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';

/** Whatever is scanned or typed wrongly at the desk gets a clear answer, and nothing is done because of it. */

const OTHER_ID = '01890000-0000-7000-8000-00000000beef';

it('answers every bad scan, and every good one however it was typed', async () => {
	const { client } = await foundedBackend();
	const drill = await newItem(client, {}, 'WZ-0217');
	const saw = await newItem(client, {}, 'WZ-0218');
	const ada = await newBorrower(client);
	const scan = (text: string) => client.lending.scan({ text, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null });
	const drillFound = { kind: 'item', items: [{ id: drill.id }] };
	const adaFound = { kind: 'borrower', borrower: { id: ada.id } };
	const unreadable = (why: string) => ({ kind: 'unreadable', why });
	const table: readonly (readonly [text: string, answer: object])[] = [
		['WZ-0217', drillFound],
		[' wz-0217\r\n', drillFound],
		['KONTOR-ITEM:WZ-0217', drillFound],
		['kontorßitemÖwyß0217', drillFound],
		['WYß0217', drillFound],
		[ada.number, adaFound],
		['e-1', adaFound],
		['E1', adaFound],
		['KONTOR-KARTE:E-00001', adaFound],
		['KontorßkarteÖEß00001\t', adaFound],
		['', unreadable('empty')],
		[' \t\r\n\u0000', unreadable('empty')],
		['9'.repeat(121), unreadable('too_long')],
		['9'.repeat(10_000), unreadable('too_long')],
		['WZ-0217 WZ-0218', unreadable('two_codes')],
		['WZ-0217\u0000WZ-0218', unreadable('two_codes')],
		['WZ-0217\nE-00001', unreadable('two_codes')],
		['WZ-0217WZ-0218', unreadable('two_codes')],
		['KONTOR-ITEM:WZ-0217KONTOR-ITEM:WZ-0218', unreadable('two_codes')],
		['WZ-0217KONTOR-ITEM:WZ-0218', unreadable('two_codes')],
		['WZ\u0007-0217', unreadable('no_code')],
		['große Bohrmaschine', unreadable('no_code')],
		['https://example.org/ausleihe', unreadable('no_code')],
		['KONTOR-KARTE:4711', unreadable('no_code')],
		['KONTOR-WER:niemand', unreadable('no_code')],
		["'; DROP TABLE loan; --", unreadable('no_code')],
		['WZ-0219', { kind: 'unknown', looksLike: 'item', code: 'WZ-0219' }],
		['4006381333931', { kind: 'unknown', looksLike: 'item', code: '4006381333931' }],
		['E-00099', { kind: 'unknown', looksLike: 'card', code: 'E-00099' }],
		['KONTOR-KARTE:E-99', { kind: 'unknown', looksLike: 'card', code: 'E-00099' }],
		[`KONTOR-WER:${OTHER_ID.toUpperCase()}`, { kind: 'member', memberId: OTHER_ID }],
	];
	for (const [text, answer] of table) expect(await scan(text), JSON.stringify(text.slice(0, 60))).toMatchObject(answer);
	expect((await refusalOf(scan('9'.repeat(20_001)))).code).toBe('BAD_REQUEST');
	// A number that was given to an item is that item, even where a card could be typed the same way.
	await client.inventory.update({ id: saw.id, changes: { number: 'E-1' } });
	expect(await scan('E-1')).toMatchObject({ kind: 'item', items: [{ id: saw.id }] });
	expect(await scan('KONTOR-KARTE:E-1')).toMatchObject(adaFound);
});

it('refuses every bad step with a word for it, and has done nothing then', async () => {
	const pc = await foundedBackend();
	const { client } = pc;
	const [drill, saw, ada, bea] = [
		await newItem(client),
		await newItem(client),
		await newBorrower(client),
		await newBorrower(client),
	];
	const lent = await client.lending.complete({ ...EMPTY_STEP, borrowerId: ada.id, out: [going(saw.id)], depositInCents: 500 });
	const loanId = lent.loans[0]?.id as LoanId;
	const lineId = lent.loans[0]?.lines[0] as LoanLineId;
	const out = [going(drill.id)];
	const to = { ...EMPTY_STEP, borrowerId: ada.id, out };
	const day = (text: string) => text as LocalDate;
	const unknown = OTHER_ID as string;
	const table: readonly (readonly [what: string, code: string, call: () => Promise<unknown>])[] = [
		['nobody', 'NO_BORROWER', () => client.lending.complete({ ...EMPTY_STEP, out })],
		['nobody we know', 'NO_BORROWER', () => client.lending.complete({ ...to, borrowerId: unknown as BorrowerId })],
		['an item nobody knows', 'OUTDATED', () => client.lending.complete({ ...to, out: [going(unknown as ItemId)] })],
		['the same twice', 'OUTDATED', () => client.lending.complete({ ...to, out: [...out, ...out] })],
		['part of no kit', 'OUTDATED', () => client.lending.complete({ ...to, out: [going(drill.id, { kitId: saw.id })] })],
		['what is out', 'REFUSED', () => client.lending.complete({ ...to, out: [going(saw.id)], reason: 'trotzdem' })],
		['one good, one out', 'REFUSED', () => client.lending.complete({ ...to, out: [...out, going(saw.id)], reason: 'trotzdem' })],
		['before 1970', 'IMPOSSIBLE_DATE', () => client.lending.complete({ ...to, issuedOn: day('1969-12-31') })],
		['year nought', 'IMPOSSIBLE_DATE', () => client.lending.complete({ ...to, issuedOn: day('0001-01-01') })],
		['tomorrow', 'IMPOSSIBLE_DATE', () => client.lending.complete({ ...to, issuedOn: day('2026-03-10') })],
		['no such day', 'BAD_REQUEST', () => client.lending.complete({ ...to, issuedOn: day('2026-02-30') })],
		[
			'due yesterday',
			'IMPOSSIBLE_DATE',
			() => client.lending.complete({ ...to, out: [going(drill.id, { dueOn: day('2026-03-08') })] }),
		],
		[
			'due never',
			'IMPOSSIBLE_DATE',
			() => client.lending.complete({ ...to, out: [going(drill.id, { dueOn: day('9999-12-31') })] }),
		],
		['negative deposit', 'BAD_REQUEST', () => client.lending.complete({ ...to, depositInCents: -500 })],
		['half a cent', 'BAD_REQUEST', () => client.lending.complete({ ...to, depositInCents: 0.5 })],
		[
			'money for nothing',
			'BAD_REQUEST',
			() => client.lending.complete({ ...EMPTY_STEP, back: [coming(lineId)], depositInCents: 500 }),
		],
		['back from nowhere', 'OUTDATED', () => client.lending.complete({ ...EMPTY_STEP, back: [coming(unknown as LoanLineId)] })],
		['back twice at once', 'OUTDATED', () => client.lending.complete({ ...EMPTY_STEP, back: [coming(lineId), coming(lineId)] })],
		['more back than held', 'TOO_MUCH', () => client.lending.deposit({ loanId, what: 'returned', cents: 501 })],
		['more kept than held', 'TOO_MUCH', () => client.lending.deposit({ loanId, what: 'kept', cents: 501 })],
		['nothing paid', 'BAD_REQUEST', () => client.lending.deposit({ loanId, what: 'paid', cents: 0 })],
		['paid for no loan', 'NOT_FOUND', () => client.lending.deposit({ loanId: unknown as LoanId, what: 'paid', cents: 1 })],
		[
			'extended into the past',
			'IMPOSSIBLE_DATE',
			() => client.lending.extend({ lineIds: [lineId], dueOn: day('2026-03-08'), reason: null }),
		],
		[
			'extended for ever',
			'IMPOSSIBLE_DATE',
			() => client.lending.extend({ lineIds: [lineId], dueOn: day('9999-12-31'), reason: null }),
		],
		[
			'extended unknown',
			'OUTDATED',
			() => client.lending.extend({ lineIds: [unknown as LoanLineId], dueOn: day('2026-03-20'), reason: null }),
		],
		[
			'undone unknown',
			'TOO_LATE',
			() => client.lending.undo({ ...lent, loans: [{ ...lent.loans[0], id: unknown as LoanId, lines: [] } as never] }),
		],
		[
			'undone in part',
			'TOO_LATE',
			() => client.lending.undo({ ...lent, loans: lent.loans.map((loan) => ({ ...loan, lines: [] })) }),
		],
		['a damage of nobody', 'TOO_LATE', () => client.lending.undo({ ...lent, damages: [unknown as never] })],
		['no such loan', 'NOT_FOUND', () => client.lending.loan({ id: unknown as LoanId })],
		['settled nothing', 'OUTDATED', () => client.lending.settleLentTwice({ itemId: saw.id, lineId })],
		[
			'reminded of nothing',
			'NOT_FOUND',
			() => client.lending.noteReminded({ borrowerId: ada.id, lineIds: [unknown as LoanLineId], way: 'phone' }),
		],
		[
			'reminded somebody else',
			'NOT_FOUND',
			() => client.lending.noteReminded({ borrowerId: bea.id, lineIds: [lineId], way: 'phone' }),
		],
	];
	const everything = async () => [
		await client.lending.loans(EVERY_LOAN),
		await client.lending.loan({ id: loanId }),
		await client.inventory.get({ id: drill.id }),
		await client.lending.reminders(),
	];
	const before = await everything();
	for (const [what, code, call] of table) {
		expect({ what, code: (await refusalOf(call())).code }).toEqual({ what, code });
		expect(await everything(), what).toEqual(before);
	}
	// A day that nobody can mean is today while scanning.
	const scan = { text: drill.number, borrowerId: null, onDesk: [], inHouse: false };
	for (const issuedOn of ['9999-12-31', '0001-01-01', '1969-12-31'])
		expect(await client.lending.scan({ ...scan, issuedOn: day(issuedOn) })).toMatchObject({ items: [{ dueOn: '2026-03-23' }] });
	expect(bugsIn(pc)).toEqual([]);
});

it('enters what was on paper as of that day', async () => {
	const { client } = await foundedBackend();
	const [drill, ada] = [await newItem(client), await newBorrower(client)];
	const issuedOn = '1970-01-01' as LocalDate;
	const { loans } = await client.lending.complete({ ...EMPTY_STEP, borrowerId: ada.id, out: [going(drill.id)], issuedOn });
	expect(await client.lending.loan({ id: loans[0]?.id as LoanId })).toMatchObject({
		...{ issuedAt: Date.UTC(1970, 0, 1, 11), dueOn: '1970-01-15', isBackdated: true, isOverdue: true },
	});
});
