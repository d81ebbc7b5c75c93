import { describe, expect, it } from 'vitest';
import {
	beforeOfDraft,
	blankContact,
	changedContactFields,
	contactDraft,
	contactFields,
	contactFromDraft,
	contactValuesOf,
	isUnwritten,
} from '#renderer/features/cases/contact/contactValues.ts';
import { byMonth, newestFirst } from '#renderer/features/cases/contact/timeline.ts';
import type { Contact } from '#shared/features/cases/model.ts';
import { instantOf, parseWallTime, wallTimeOf } from '#shared/kernel/berlin-time.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);

describe('times on the wall in Berlin', () => {
	it('are the same there and back, in winter and in summer', () => {
		for (const [date, time, utc] of [
			['2026-01-15', '14:00', '2026-01-15T13:00:00Z'],
			['2026-07-15', '14:00', '2026-07-15T12:00:00Z'],
			['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
			['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
			['2026-10-25', '12:00', '2026-10-25T11:00:00Z'],
			['2026-12-31', '23:59', '2026-12-31T22:59:00Z'],
		] as const) {
			expect(instantOf(day(date), time)).toBe(Date.parse(utc));
			expect(wallTimeOf(Date.parse(utc))).toBe(time);
		}
	});

	it('that summer time skips count as an hour later or earlier, never as another day', () => {
		const skipped = instantOf(day('2026-03-29'), '02:30');
		expect(['01:30', '03:30']).toContain(wallTimeOf(skipped));
	});

	it('are read the way they are typed', () => {
		expect(['14:00', '14.00', '1400', '14', '14 Uhr', '9', '930', '9:05'].map(parseWallTime)).toEqual([
			'14:00',
			'14:00',
			'14:00',
			'14:00',
			'14:00',
			'09:00',
			'09:30',
			'09:05',
		]);
		expect(['', '25:00', '12:60', 'mittags'].map(parseWallTime)).toEqual([null, null, null, null]);
	});
});

const contact: Contact = {
	id: '0190a000-0000-7000-8000-000000000001' as Contact['id'],
	authorId: '0190a000-0000-7000-8000-000000000002' as Contact['authorId'],
	authorName: 'Miriam Berger',
	updatedAt: 0,
	at: Date.parse('2026-07-15T12:00:31.250Z'),
	duration: 45,
	kind: 'phone',
	topics: ['housing'],
	text: 'Widerspruch gegen den Bescheid besprochen',
	nextStep: null,
	nextStepDue: null,
	privateNoteState: 'none',
	privateNote: null,
};

describe('a contact note in its form', () => {
	it('comes back as it was, to the millisecond', () => {
		const fields = contactFields(contactValuesOf(contact), contact);
		expect(fields && changedContactFields(contact, fields)).toEqual({});
	});

	it('sends only what changed', () => {
		const fields = contactFields({ ...contactValuesOf(contact), time: '15', text: ' Neu ' }, contact);
		expect(fields && changedContactFields(contact, fields)).toEqual({ at: Date.parse('2026-07-15T13:00:00Z'), text: 'Neu' });
	});

	it('is not taken with a time nobody can read', () => {
		expect(contactFields({ ...contactValuesOf(contact), time: 'bald' }, contact)).toBeNull();
	});

	it('is unwritten until somebody would miss something', () => {
		const blank = blankContact(contact.at);
		expect(isUnwritten(blank)).toBe(true);
		expect(isUnwritten({ ...blank, privateNote: 'x' })).toBe(false);
	});

	it('is taken up again from a draft, and nonsense is not', () => {
		const blank = blankContact(contact.at);
		expect(contactFromDraft(blank, JSON.stringify({ ...blank, text: 'Angefangen' }))?.text).toBe('Angefangen');
		expect(contactFromDraft(blank, '{')).toBeNull();
		expect(contactFromDraft(blank, '{"day":"2026-02-31"}')).toBeNull();
	});
});

describe('the timeline', () => {
	const later = {
		...contact,
		id: '0190a000-0000-7000-8000-000000000009' as Contact['id'],
		at: Date.parse('2026-07-31T23:30:00Z'),
	};

	it('is newest first, in months as they are in Berlin', () => {
		expect(newestFirst([contact, later])).toEqual([later, contact]);
		expect(byMonth([later, contact]).map((group) => group.month)).toEqual(['2026-08', '2026-07']);
	});
});

describe('the draft of a changed note', () => {
	it('keeps the note it was made from', () => {
		const before = {
			id: '0190b5a0-0000-7000-8000-000000000001',
			at: Date.UTC(2026, 0, 15, 13),
			duration: 30,
			kind: 'planned',
			topics: ['housing'],
			text: 'Miete offen.',
			nextStep: null,
			nextStepDue: null,
			authorId: '0190b5a0-0000-7000-8000-000000000002',
			authorName: 'Anna',
			updatedAt: 1,
			privateNoteState: 'none',
			privateNote: null,
		} as unknown as Contact;
		const values = { ...contactValuesOf(before), text: 'Miete offen. Termin.' };
		const draft = contactDraft(values, before);
		expect(beforeOfDraft(draft)).toEqual(before);
		expect(contactFromDraft(contactValuesOf({ ...before, text: 'anders', duration: 5 }), draft)).toEqual(values);
		for (const other of [null, '', 'kaputt', '"x"', '{}', '{"before":{}}', contactDraft(values, null)])
			expect(beforeOfDraft(other)).toBeNull();
	});
});
