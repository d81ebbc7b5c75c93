import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Recipient, type Release, ReleaseTopic } from '#shared/features/consents/model.ts';
import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { missingRelease, referralState, type StoredReferral } from '#shared/features/referrals/model.ts';
import { remindersOf } from '#shared/features/referrals/reminders.ts';
import { toldOf } from '#shared/features/referrals/told-facts.ts';
import type { CaseId, MemberId, ReferralId, ReleaseId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-25' as LocalDate;
const SOMEBODY: Recipient = { name: 'Praxis Dr. Vogel', address: null };
const NOBODY = '01890000-0000-7000-8000-000000000000';

const referral = (more: Partial<StoredReferral> = {}): StoredReferral => ({
	...{ id: NOBODY as ReferralId, caseId: NOBODY as CaseId, authorId: NOBODY as MemberId, preparedOn: TODAY, recipient: SOMEBODY },
	...{ reason: 'Beratung', topics: ['work'], replyDueOn: null, way: null, sentOn: null, answeredOn: null, replyText: '' },
	...{ outcome: null, cancelledOn: null, cancelReason: null, override: null, ...more },
});

const release = (more: Partial<Release> = {}): Release => ({
	...{ id: NOBODY as ReleaseId, caseId: NOBODY as CaseId, recipient: SOMEBODY, recipientName: 'Praxis', topics: ['work'] },
	...{ purpose: 'Beratung', givenOn: addDays(TODAY, -300), validFrom: addDays(TODAY, -300), validUntil: addDays(TODAY, 65) },
	...{ textVersion: '2026-11', language: 'de', form: 'written', evidence: null, withdrawnOn: null, ...more },
});

describe('the state of a referral', () => {
	const ago = addDays(TODAY, -3);
	test.each<[Partial<StoredReferral>, string]>([
		[{}, 'prepared'],
		[{ sentOn: ago }, 'sent'],
		[{ sentOn: ago, answeredOn: TODAY }, 'answered'],
		[{ sentOn: ago, answeredOn: TODAY, outcome: 'taken_on' }, 'finished'],
		// They never answered, but it is known what became of it.
		[{ sentOn: ago, outcome: 'client_did_not_go' }, 'finished'],
		[{ cancelledOn: TODAY }, 'cancelled'],
		[{ sentOn: ago, answeredOn: TODAY, outcome: 'declined', cancelledOn: TODAY }, 'cancelled'],
	])('%o is %s', (fields, state) => expect(referralState(referral(fields))).toBe(state));
});

describe('what is missing', () => {
	const override = { reason: 'Gefahr', by: NOBODY as MemberId, at: 1, recipient: SOMEBODY, topics: ['work' as const] };

	it('is asked on the day of sending, and today before that', () => {
		const ended = [release({ validUntil: addDays(TODAY, -1) })];
		expect(missingRelease(referral({ sentOn: addDays(TODAY, -1) }), ended, TODAY)).toBeNull();
		expect(missingRelease(referral({ sentOn: TODAY }), ended, TODAY)).toEqual({ why: 'expired', topics: [] });
		expect(missingRelease(referral(), ended, TODAY)).toEqual({ why: 'expired', topics: [] });
		expect(missingRelease(referral({ topics: ['work', 'health'] }), [release()], TODAY)).toEqual({
			...{ why: 'topics_missing', topics: ['health'] },
		});
	});

	it('is nothing with a reason, but that stands for no other recipient and no topic more', () => {
		expect(missingRelease(referral({ override }), [], TODAY)).toBeNull();
		expect(missingRelease(referral({ override, topics: ['work', 'health'] }), [], TODAY)?.why).toBe('none');
		expect(missingRelease(referral({ override, recipient: { name: 'Nachbarin', address: null } }), [], TODAY)?.why).toBe('none');
	});
});

describe('reminders', () => {
	const kinds = (releases: readonly Release[], referrals: readonly StoredReferral[]) =>
		remindersOf(releases, referrals, TODAY).map(({ kind, on }) => `${kind} ${on}`);
	const soon = addDays(TODAY, 20);
	const ago = addDays(TODAY, -20);

	it('come before a release ends, unless the next one is there', () => {
		expect(kinds([release()], [])).toEqual([]);
		expect(kinds([release({ validUntil: soon })], [])).toEqual([`release_ends ${soon}`]);
		expect(kinds([release({ validUntil: soon, withdrawnOn: ago })], [])).toEqual([]);
		const next = release({ validFrom: addDays(soon, 1), validUntil: addDays(soon, 300) });
		expect(kinds([release({ validUntil: soon }), next], [])).toEqual([]);
		expect(kinds([release({ validUntil: soon, topics: ['work', 'health'] }), next], [])).toEqual([`release_ends ${soon}`]);
	});

	it('come when it is over while a referral is open', () => {
		const over = [release({ validUntil: ago })];
		const sentOn = addDays(TODAY, -30);
		expect(kinds(over, [referral()])).toEqual([`release_over ${ago}`]);
		expect(kinds(over, [referral({ sentOn })])).toEqual([`release_over ${ago}`]);
		expect(kinds(over, [referral({ sentOn, outcome: 'taken_on' })])).toEqual([]);
		expect(kinds(over, [referral({ cancelledOn: TODAY })])).toEqual([]);
		expect(kinds([release({ withdrawnOn: ago })], [referral()])).toEqual([`release_over ${ago}`]);
		expect(kinds([], [referral()])).toEqual([]);
	});

	it('come when an answer is due, and for what went out without a release until somebody says why', () => {
		expect(kinds([release()], [referral({ sentOn: ago, replyDueOn: TODAY })])).toEqual([`reply_due ${TODAY}`]);
		expect(kinds([release()], [referral({ sentOn: ago, replyDueOn: addDays(TODAY, 1) })])).toEqual([]);
		expect(kinds([release()], [referral({ sentOn: ago, replyDueOn: ago, answeredOn: TODAY })])).toEqual([]);
		const passed = referral({ sentOn: ago, outcome: 'taken_on' });
		expect(kinds([], [passed])).toEqual([`passed_without_release ${ago}`]);
		const override = { reason: 'Gefahr', by: NOBODY as MemberId, at: 1, recipient: SOMEBODY, topics: ['work' as const] };
		expect(kinds([], [{ ...passed, override }])).toEqual([]);
	});
});

describe('the cover sheet', () => {
	const person: PersonFields = {
		...EMPTY_PERSON,
		...{ firstName: 'Olena', lastName: 'Kovalenko', birthDate: '1990-04-01' as LocalDate, street: 'Am Bach 3', city: 'Ratingen' },
		...{
			email: 'o@example.org',
			nationality: 'UA',
			disability: 'yes',
			benefit: 'buergergeld',
			adults: 2,
			remarks: 'vertraulich',
		},
	};

	it('tells name and birth date, and nothing else that was not released', () => {
		const known = { firstName: 'Olena', lastName: 'Kovalenko', birthDate: '1990-04-01' };
		expect(toldOf(person, ['debts'], EMPTY_PERSON)).toEqual({ ...EMPTY_PERSON, ...known });
		expect(toldOf(person, ['contact_details'], EMPTY_PERSON)).toEqual({
			...EMPTY_PERSON,
			...{ ...known, street: 'Am Bach 3', city: 'Ratingen', email: 'o@example.org' },
		});
		expect(toldOf(person, ['health'], EMPTY_PERSON).disability).toBe('yes');
	});

	it('never tells the remarks, whatever was released', () => {
		fc.assert(
			fc.property(fc.subarray([...ReleaseTopic.options]), (topics) => {
				const told = toldOf(person, topics, EMPTY_PERSON);
				expect(told.remarks).toBeNull();
				if (!topics.includes('health')) expect(told.disability).toBeNull();
				if (!topics.includes('residence')) expect(told.nationality).toBeNull();
			}),
		);
	});
});
