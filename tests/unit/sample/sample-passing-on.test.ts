import { expect, test } from 'vitest';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { ConsentFields, type Recipient, type Release, ReleaseFields } from '#shared/features/consents/model.ts';
import { endsSoon, releaseState } from '#shared/features/consents/release-for.ts';
import { PartnerFields } from '#shared/features/partners/model.ts';
import { missingRelease, referralState, StoredReferral } from '#shared/features/referrals/model.ts';
import { isReleaseOver } from '#shared/features/referrals/reminders.ts';
import type { PartnerId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const SOME_ID = '0198c0de-0000-7000-8000-000000000000';
const partnerAt = (index: number): Recipient => ({
	partnerId: `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}` as PartnerId,
});

test.each([
	[7, '2026-11-23'],
	[1, '2024-02-29'],
	[42, '2027-01-01'],
])('seed %i on %s: valid by the models, nothing before its case, every state there', (seed, day) => {
	const today = day as LocalDate;
	const { partners, passingOn, cases } = sampleOffice(seed, today);
	expect(partners.length).toBeGreaterThanOrEqual(15);
	for (const partner of partners) expect(PartnerFields.parse(partner)).toEqual(partner);
	const since = (index: number) => cases[index]?.openedOn ?? '9999';
	for (const { caseIndex, withdrawnOn, ...fields } of passingOn.consents) {
		ConsentFields.parse({ ...fields, personId: SOME_ID as PersonId, businessId: null });
		expect(fields.decidedOn >= since(caseIndex)).toBe(true);
		if (withdrawnOn !== null) expect(withdrawnOn >= fields.decidedOn && withdrawnOn <= today).toBe(true);
	}
	const releases = passingOn.releases.map(({ partnerIndex, ...fields }) => {
		const release = { ...fields, recipient: partnerAt(partnerIndex) } as unknown as Release & { caseIndex: number };
		ReleaseFields.parse(release);
		expect(release.givenOn >= since(fields.caseIndex) && release.validFrom <= release.validUntil).toBe(true);
		return release;
	});
	const states = new Set<string>();
	for (const { caseIndex, partnerIndex, overrideReason, ...fields } of passingOn.referrals) {
		const recipient = partnerAt(partnerIndex);
		const override = overrideReason && { reason: overrideReason, by: SOME_ID, at: 1, recipient, topics: fields.topics };
		const parsed = StoredReferral.parse({ ...fields, recipient, override, id: SOME_ID, caseId: SOME_ID, authorId: SOME_ID });
		const ofCase = releases.filter((release) => release.caseIndex === caseIndex);
		const { sentOn, answeredOn, preparedOn } = parsed;
		for (const [before, after] of [
			[since(caseIndex), preparedOn],
			[preparedOn, sentOn],
			[sentOn, answeredOn],
		])
			if (before && after) expect(before <= after && after <= today).toBe(true);
		states.add(referralState(parsed));
		if (parsed.outcome) states.add(parsed.outcome);
		const missing = missingRelease(parsed, ofCase, today);
		// Nobody in the sample office has passed anything on without saying why.
		if (sentOn !== null && parsed.cancelledOn === null) expect(missing).toBeNull();
		if (sentOn === null && missing?.why === 'none') states.add('blocked');
		if (override) states.add('overridden');
		if (isReleaseOver(parsed, ofCase, today)) states.add('over');
	}
	for (const release of releases) states.add(endsSoon(release, today) ? 'ends soon' : releaseState(release, today));
	expect([...states]).toEqual(
		expect.arrayContaining([
			...['prepared', 'sent', 'answered', 'finished', 'cancelled', 'taken_on', 'declined', 'client_did_not_go'],
			...['blocked', 'overridden', 'over', 'ends soon', 'valid', 'expired', 'withdrawn'],
		]),
	);
});
