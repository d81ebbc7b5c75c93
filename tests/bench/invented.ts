import { createDice } from '#main/features/site/sample/dice.ts';
import { inventPeople } from '#main/features/site/sample/invented-people.ts';
import { systemIds } from '#main/platform/environment.ts';
import { editRecord, type Fields } from '#main/records/merge.ts';
import { type Change, CREATED } from '#main/records/store.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Invented people by the thousand, and the changes that bring them from another device. */
const TODAY = '2026-03-09' as LocalDate;
export const AUTHOR = systemIds.next() as MemberId;

/** Names are different within a batch only: an office of 100,000 has many namesakes too. */
const BATCH = 200;

export function manyPeople(count: number): PersonFields[] {
	const people: PersonFields[] = [];
	for (let seed = 1; people.length < count; seed++) people.push(...inventPeople(createDice(seed), BATCH, TODAY));
	return people.slice(0, count);
}

/** As another device's feed carries them: one change for each new person. */
export function changesOf(people: readonly PersonFields[], firstNumber: number): Change[] {
	const device = systemIds.next() as DeviceId;
	const start = Date.UTC(2026, 2, 9);
	return people.map((person, at) => {
		const number = `P-${String(firstNumber + at).padStart(5, '0')}`;
		const { update } = editRecord(null, { ...(person as Fields), number, [CREATED]: start + at }, ['remarks'], 4711);
		const hlc = `${(start + at).toString(16).padStart(12, '0')}0000`;
		return { device, hlc, member: AUTHOR, tableName: 'person', recordId: systemIds.next(), kind: 'merge', payload: update };
	});
}
