import { describe, expect, test } from 'vitest';
import { differingFields } from '#main/features/people/import/fill-person.ts';
import { createMatcher, labelOf } from '#main/features/people/import/find-matches.ts';
import { berlinMinutes, isWorkingDay } from '#main/features/site/sample/calendar.ts';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { CaseFields, ContactFields, TodoFields } from '#shared/features/cases/model.ts';
import { InventoryNumber, ItemFields } from '#shared/features/inventory/model.ts';
import { NewPassphrase, PersonalName, SignInName } from '#shared/features/members/model.ts';
import { NewPerson } from '#shared/features/people/model.ts';
import { SampleMember, SiteProfile } from '#shared/features/site/model.ts';
import { ageOn, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-23' as LocalDate;
const office = sampleOffice(7, TODAY);
const contacts = office.cases.flatMap((item) => item.contacts);
const todos = office.cases.flatMap((item) => item.todos);
const SOME_ID = '0198c0de-0000-7000-8000-000000000000';

describe.each([
	[7, TODAY],
	[1, '2024-02-29' as LocalDate],
	[42, '2027-01-01' as LocalDate],
])('seed %i on %s', (seed, today) => {
	const { profile, members, people, cases } = sampleOffice(seed, today);

	test('is valid by the models and changes nothing on the way through them', () => {
		expect(SiteProfile.parse(profile)).toEqual(profile);
		for (const member of members) {
			expect(SampleMember.parse(member)).toEqual(member);
			expect(SignInName.parse(member.signInName)).toBe(member.signInName);
			expect(PersonalName.parse(member.name)).toBe(member.name);
			NewPassphrase.parse(member.passphrase);
		}
		for (const person of people) expect(NewPerson.parse(person)).toEqual(person);
		for (const { contacts: notes, todos: tasks, ...fields } of cases) {
			const parsed = CaseFields.parse({ ...fields, programmeId: null, ownerId: SOME_ID, deputyIds: [] });
			expect(parsed).toMatchObject({ source: fields.source, concern: fields.concern });
			for (const note of notes) expect(ContactFields.parse(note)).toMatchObject({ text: note.text, nextStep: note.nextStep });
			for (const task of tasks) TodoFields.parse({ ...task, ownerId: SOME_ID, caseId: null });
		}
	});

	test('only counsellors own cases and write notes', () => {
		const counsellors = new Set(members.flatMap((member, index) => (member.roles.includes('counsellor') ? [index] : [])));
		for (const item of cases) {
			for (const index of [item.ownerIndex, ...item.deputyIndexes]) expect(counsellors).toContain(index);
			for (const { authorIndex } of item.contacts) expect([item.ownerIndex, ...item.deputyIndexes]).toContain(authorIndex);
		}
		expect(new Set(cases.map((item) => item.personIndex)).size).toBe(cases.length);
	});

	test('all contacts lie in the past fourteen months, on working days and in working hours, one after the other', () => {
		for (const item of cases) {
			expect(item.openedOn).toBe(localDateOf(item.contacts[0]?.at ?? 0));
			expect(item.contacts.map(({ at }) => at)).toEqual(item.contacts.map(({ at }) => at).toSorted((a, b) => a - b));
			for (const { at, duration, nextStepDue } of item.contacts) {
				const day = localDateOf(at);
				expect(day < today).toBe(true);
				expect(at).toBeGreaterThan(Date.parse(today) - 430 * 86_400_000);
				expect(isWorkingDay(day)).toBe(true);
				expect(berlinMinutes(at)).toBeGreaterThanOrEqual(9 * 60);
				expect(berlinMinutes(at) + duration).toBeLessThanOrEqual(17 * 60);
				if (nextStepDue !== null) expect(nextStepDue >= day).toBe(true);
			}
		}
	});

	test('nobody is in two meetings at once', () => {
		const meetings = cases.flatMap((item) => item.contacts).toSorted((a, b) => a.at - b.at);
		for (const [, list] of Map.groupBy(meetings, (contact) => contact.authorIndex)) {
			for (const [index, contact] of list.entries()) {
				const next = list[index + 1];
				if (next !== undefined) expect(contact.at + contact.duration * 60_000).toBeLessThanOrEqual(next.at);
			}
		}
	});

	test('no place in a text is left open', () => {
		const texts = cases.flatMap((item) => [
			item.concern,
			...item.contacts.flatMap((contact) => [contact.text, contact.nextStep, contact.privateNote]),
			...item.todos.map((todo) => todo.subject),
		]);
		for (const text of texts) expect(text ?? '').not.toMatch(/[{}]|undefined|null|\s{2}/);
	});
});

test('the same seed and day give the same office, another seed another one', () => {
	expect(sampleOffice(7, TODAY)).toEqual(office);
	expect(sampleOffice(8, TODAY).people).not.toEqual(office.people);
});

test('is rich enough to try everything', () => {
	expect(office.people).toHaveLength(140);
	expect(office.cases).toHaveLength(60);
	expect(contacts.length).toBeGreaterThan(300);
	expect(contacts.length).toBeLessThan(420);
	expect(new Set(office.cases.map((item) => item.status))).toEqual(new Set(['open', 'paused', 'closed', 'reopened']));
	expect(new Set(office.people.map((person) => person.nationality)).size).toBeGreaterThan(12);
	expect(contacts.filter((contact) => contact.privateNote !== null).length).toBeGreaterThan(4);
	expect(todos.length).toBeGreaterThan(70);
	expect(todos.filter((todo) => todo.doneAt === null && todo.due === TODAY).length).toBeGreaterThan(3);
	expect(todos.filter((todo) => todo.doneAt === null && todo.due !== null && todo.due < TODAY).length).toBeGreaterThan(6);
	expect(new Set(office.members.flatMap((member) => member.roles))).toEqual(
		new Set(['counsellor', 'coordinator', 'volunteer', 'administrator']),
	);
});

test('has an inventory in which everything is there: kits, overdue tests, states with reasons', () => {
	const { items } = office;
	expect(items.length).toBeGreaterThanOrEqual(38);
	expect(new Set(items.map(({ number }) => number)).size).toBe(items.length);
	for (const { number, state, stateReason, partIndexes, ...fields } of items) {
		expect(InventoryNumber.parse(number)).toBe(number);
		expect(ItemFields.parse({ ...fields, parts: [] })).toEqual({ ...fields, parts: [] });
		expect(stateReason === null).toBe(state === 'active');
		for (const index of partIndexes) expect(items[index]).toMatchObject({ partIndexes: [], state: 'active' });
	}
	const parts = items.flatMap(({ partIndexes }) => partIndexes);
	expect(new Set(parts).size).toBe(parts.length);
	expect(items.filter(({ partIndexes }) => partIndexes.length > 0)).toHaveLength(3);
	expect(items.filter(({ testedUntil }) => testedUntil !== null && testedUntil < TODAY).length).toBeGreaterThan(2);
	expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['active', 'maintenance', 'missing', 'retired']));
});

test('notes do not repeat themselves', () => {
	// What is left of a text without names and numbers is the template it came from.
	const shapes = Map.groupBy(contacts, (contact) => contact.text.replace(/(Frau|Herrn?) [\p{L}’'-]+/gu, '').slice(0, 40));
	expect(shapes.size).toBeGreaterThan(60);
	expect(Math.max(...[...shapes.values()].map((list) => list.length))).toBeLessThan(12);
	for (const item of office.cases) expect(new Set(item.contacts.map((contact) => contact.text)).size).toBe(item.contacts.length);
});

test('nobody in it could exist: reserved phone numbers, reserved mail domains, no German postcode', () => {
	for (const person of office.people) {
		for (const { number } of person.phones)
			expect(number).toMatch(/^\+49(17139200\d\d|176040690\d\d|3023125\d{3}|2214710\d{3})$/);
		expect(person.email ?? 'a.b@example.org').toMatch(/^[a-z]+\.[a-z]+@example\.(org|com)$/);
		expect(person.postcode).toMatch(/^00/);
	}
});

test('people do not contradict themselves or look like duplicates', () => {
	const matcher = createMatcher();
	for (const [index, person] of office.people.entries()) {
		expect(matcher.find(person).filter((found) => found.strength === 'certain')).toEqual([]);
		matcher.add({ personId: String(index), line: null, label: labelOf(person) }, person);
		expect(differingFields(person, person)).toEqual([]);
		const age = ageOn(person.birthDate ?? '', TODAY);
		expect(age).toBeGreaterThanOrEqual(17);
		for (const year of person.childBirthYears) expect(age - (2026 - year)).toBeGreaterThan(17);
		if (person.employment === 'retired') expect(age).toBeGreaterThan(60);
		if (person.unemployedSince !== null) expect(person.employment).toBe('unemployed');
		if (person.nationality === 'DE') expect(person.residenceTitle).toBeNull();
		expect((person.firstContact ?? '') <= TODAY).toBe(true);
	}
	for (const item of office.cases) {
		if (office.people[item.personIndex]?.doNotCall) expect(item.contacts.map((contact) => contact.kind)).not.toContain('phone');
	}
	for (const item of office.cases) expect((office.people[item.personIndex]?.firstContact ?? '') <= item.openedOn).toBe(true);
});
