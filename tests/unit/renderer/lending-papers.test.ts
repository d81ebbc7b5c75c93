import { expect, test } from 'vitest';
import { dueStanding } from '#renderer/features/lending/due-standing.ts';
import { missingOf } from '#renderer/features/lending/loans/missing-accessories.ts';
import { reminderEmail, reminderLetter, stageOf } from '#renderer/features/lending/reminders/reminder-words.ts';
import { contractRows } from '#renderer/print/contract-rows.ts';
import { openingWords } from '#renderer/print/opening-words.ts';
import { addressField, postalAddress, returnLine, siteContact } from '#renderer/print/postal-address.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { LoanLine, OpenLine, Reminder } from '#shared/features/lending/model.ts';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;

function lineOf(name: string, changes: Partial<OpenLine> = {}): OpenLine {
	return {
		id: `line ${name}` as LoanLineId,
		loanId: 'loan 1' as LoanId,
		loanNumber: 'L-1',
		kind: 'take_home',
		itemId: `item ${name}` as ItemId,
		itemNumber: `WZ-${name}`,
		itemName: name,
		kitId: null,
		borrower: { id: 'borrower' as BorrowerId, number: 'E-00007', name: 'Ada Muster' },
		issuedAt: Date.parse('2026-11-02T10:00:00Z'),
		dueOn: day('2026-11-16'),
		isOverdue: true,
		accessoriesOut: [],
		conditionOut: null,
		depositHeldCents: 0,
		...changes,
	};
}

const BORROWER: BorrowerRow = {
	id: 'borrower' as BorrowerId,
	number: 'E-00007',
	firstName: 'Ada',
	lastName: 'Muster',
	street: 'Gartenweg 3',
	postcode: '40880',
	city: 'Ratingen',
	phone: '+492102123456',
	email: null,
	blockedReason: null,
	out: 1,
	overdue: 1,
};

const reminderOf = (lines: OpenLine[], changes: Partial<Reminder> = {}): Reminder => ({
	borrower: BORROWER,
	lines,
	kind: 'overdue',
	lastAt: null,
	isDue: true,
	...changes,
});

const CONTEXT = {
	reminderText: 'Bitte bringen Sie es zurück.',
	profile: { name: 'Kontakt-Café West', organisation: 'Stadt Musterstadt', ...NO_ADDRESS, lockAfterMinutes: 15 },
	hours: USUAL_HOURS,
	signer: 'Leyla Aydın',
};

const kit = 'item Koffer' as ItemId;

test('parts stand under the kit they went out in, and for themselves once the kit is not among the lines', () => {
	const lines = [
		lineOf('Zange', { kitId: kit }),
		lineOf('Koffer'),
		lineOf('Säge'),
		lineOf('Feile', { kitId: kit }),
		lineOf('Zange', { kitId: kit, loanId: 'loan 2' as LoanId }),
	];
	expect(bundleKits(lines).map(({ line, parts }) => [line.itemName, parts.map(({ itemName }) => itemName)])).toEqual([
		['Koffer', ['Zange', 'Feile']],
		['Säge', []],
		['Zange', []],
	]);
});

test('no line is lost or doubled by bundling', () => {
	const names = ['Koffer', 'Zange', 'Feile', 'Säge'];
	for (let mask = 0; mask < 2 ** names.length; mask++) {
		const lines = names.map((name, index) => lineOf(name, { kitId: mask & (1 << index) ? kit : null }));
		const flat = bundleKits(lines).flatMap(({ line, parts }) => [line.id, ...parts.map(({ id }) => id)]);
		expect(flat.toSorted()).toEqual(lines.map(({ id }) => id).toSorted());
	}
});

test('a due day is late, today, tomorrow or later', () => {
	const today = day('2026-11-16');
	expect(dueStanding(day('2026-11-14'), false, today)).toEqual({ kind: 'overdue', days: 2 });
	expect(dueStanding(day('2026-11-16'), false, today)).toEqual({ kind: 'today' });
	// Used in the house, and the house has closed.
	expect(dueStanding(day('2026-11-16'), true, today)).toEqual({ kind: 'overdue', days: 0 });
	expect(dueStanding(day('2026-11-17'), false, today)).toEqual({ kind: 'tomorrow' });
	expect(dueStanding(day('2026-11-30'), false, today)).toEqual({ kind: 'later' });
});

test('the address field of a letter has name, street and place, or is none', () => {
	expect(addressField(BORROWER)).toEqual(['Ada Muster', 'Gartenweg 3', '40880 Ratingen']);
	expect(addressField({ ...BORROWER, firstName: null, lastName: 'Bürgerverein West e. V.' })?.[0]).toBe(
		'Bürgerverein West e. V.',
	);
	expect(addressField({ ...BORROWER, street: null })).toBeNull();
	expect(addressField({ ...BORROWER, city: ' ' })).toBeNull();
	expect(addressField({ ...BORROWER, postcode: null })).toEqual(['Ada Muster', 'Gartenweg 3', 'Ratingen']);
	expect(postalAddress({ ...BORROWER, street: null, postcode: null })).toEqual(['Ratingen']);
	expect(returnLine(CONTEXT.profile)).toBe('Kontakt-Café West · Stadt Musterstadt');
	expect(returnLine({ ...CONTEXT.profile, name: 'Café', organisation: 'Café' })).toBe('Café');
	expect(siteContact(CONTEXT.profile)).toBe('');
	const at = { ...CONTEXT.profile, street: 'Allee 1', postcode: '40880', city: 'Ratingen', phone: '02102 5' };
	expect(returnLine(at)).toBe('Kontakt-Café West · Stadt Musterstadt · Allee 1 · 40880 Ratingen');
	expect(returnLine({ ...at, organisation: 'Nachbarschaftshilfe der Stadt Musterstadt e. V.' })).toBe(
		'Kontakt-Café West · Allee 1 · 40880 Ratingen',
	);
	expect(siteContact(at)).toBe('Allee 1 · 40880 Ratingen · Tel.\u00a002102\u00a05');
});

test('one letter for everything of one person, the earliest first', () => {
	const letter = reminderLetter(
		reminderOf([
			lineOf('Säge', { dueOn: day('2026-11-20'), depositHeldCents: 2000 }),
			lineOf('Koffer', { dueOn: day('2026-11-12'), depositHeldCents: 2000, accessoriesOut: ['Schloss'] }),
			lineOf('Zange', { dueOn: day('2026-11-12'), kitId: kit, depositHeldCents: 2000 }),
			lineOf('Leiter', { loanId: 'loan 2' as LoanId, dueOn: day('2026-11-18'), depositHeldCents: 500 }),
		]),
		CONTEXT,
	);
	expect(letter?.address).toEqual(['Ada Muster', 'Gartenweg 3', '40880 Ratingen']);
	expect(letter?.rows.map(({ name, along, dueOn }) => [name, along, dueOn])).toEqual([
		['Koffer', ['Zange', 'Schloss'], '2026-11-12'],
		['Leiter', [], '2026-11-18'],
		['Säge', [], '2026-11-20'],
	]);
	// The deposit of a loan counts once, however many lines it has.
	expect(letter?.closing).toContain('Ihr Pfand von 25,00\u00a0€ bekommen Sie zurück, wenn alles wieder da ist.');
	expect(reminderLetter(reminderOf([lineOf('Säge')], { borrower: { ...BORROWER, street: null } }), CONTEXT)).toBeNull();
});

test('who was reminded since it is late is asked in other words than who was only told that it is due', () => {
	const lines = [lineOf('Säge', { dueOn: day('2026-11-16') })];
	expect(stageOf(reminderOf(lines))).toBe('first');
	expect(stageOf(reminderOf(lines, { lastAt: Date.parse('2026-11-15T12:00:00Z') }))).toBe('first');
	const again = reminderOf(lines, { lastAt: Date.parse('2026-11-20T12:00:00Z') });
	expect(stageOf(again)).toBe('again');
	expect(reminderEmail(again, CONTEXT).text).toContain('wir haben Sie schon am 20.11.2026 erinnert.');
	const soon = reminderOf([lineOf('Säge', { isOverdue: false })], {
		kind: 'due_soon',
		lastAt: Date.parse('2026-11-20T12:00:00Z'),
	});
	expect(stageOf(soon)).toBe('soon');
	expect(reminderEmail(soon, CONTEXT).text).not.toContain(CONTEXT.reminderText);
});

test('the text of an e-mail is whole: greeting, what is missing, until when, who writes', () => {
	const { subject, text } = reminderEmail(
		reminderOf([lineOf('Säge', { accessoriesOut: ['Ersatzblatt', 'Koffer'] }), lineOf('Leiter', { dueOn: day('2026-11-18') })]),
		CONTEXT,
	);
	expect(subject).toBe('Bitte bringen Sie Ihre Ausleihe zurück');
	expect(text).toBe(
		[
			'Guten Tag Ada Muster,',
			'',
			'Bitte bringen Sie es zurück.',
			'',
			'- Säge (WZ-Säge) mit Ersatzblatt, Koffer: fällig am 16.11.2026',
			'- Leiter (WZ-Leiter): fällig am 18.11.2026',
			'',
			'Wir sind da: Montag bis Freitag 9:00 bis 18:00 Uhr.',
			'',
			'Ist etwas kaputt oder verloren gegangen? Sagen Sie es uns, dann finden wir eine Lösung. Haben Sie alles schon zurückgebracht, danken wir Ihnen.',
			'',
			'Mit freundlichen Grüßen',
			'Leyla Aydın',
			'Kontakt-Café West, Stadt Musterstadt',
		].join('\n'),
	);
});

const loanLine = (name: string, changes: Partial<LoanLine> = {}): LoanLine => {
	const { depositHeldCents: _, ...line } = lineOf(name);
	return {
		...line,
		returnedAt: null,
		returnedBy: null,
		accessoriesIn: [],
		conditionIn: null,
		extended: 0,
		outcome: 'out',
		...changes,
	};
};

test('the contract lists what went out, also what is back already, and not what was entered twice', () => {
	const rows = contractRows([
		loanLine('Zange', { kitId: kit }),
		loanLine('Säge', { outcome: 'double' }),
		loanLine('Koffer', { outcome: 'returned', conditionOut: 'Schloss klemmt' }),
	]);
	expect(rows.map(({ name, isPart, condition }) => [name, isPart, condition])).toEqual([
		['Koffer', false, 'Schloss klemmt'],
		['Zange', true, null],
	]);
});

test('what did not come back is named as often as it is missing', () => {
	const accessoriesOut = ['Akku', 'Akku', 'Lader'];
	expect(missingOf(loanLine('Bohrer', { accessoriesOut }))).toEqual([]);
	expect(missingOf(loanLine('Bohrer', { accessoriesOut, outcome: 'returned', accessoriesIn: ['Lader', 'Akku'] }))).toEqual([
		'Akku',
	]);
	expect(missingOf(loanLine('Bohrer', { accessoriesOut, outcome: 'returned', accessoriesIn: accessoriesOut }))).toEqual([]);
});

test('opening hours are said as people say them', () => {
	const nine = { from: '09:00', until: '18:00' };
	const ten = { from: '10:00', until: '14:30' };
	expect(openingWords({ week: [nine, nine, nine, nine, nine, ten, null] })).toBe(
		'Montag bis Freitag 9:00 bis 18:00 Uhr, Samstag 10:00 bis 14:30 Uhr',
	);
	expect(openingWords({ week: [null, nine, nine, null, ten, null, ten] })).toBe(
		'Dienstag und Mittwoch 9:00 bis 18:00 Uhr, Freitag 10:00 bis 14:30 Uhr, Sonntag 10:00 bis 14:30 Uhr',
	);
	expect(openingWords({ week: Array.from({ length: 7 }, () => null) })).toBeNull();
});
