import { describe, expect, it } from 'vitest';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import type { ConsentFields, ReleaseFields } from '#shared/features/consents/model.ts';
import { EMPTY_PARTNER } from '#shared/features/partners/model.ts';
import type { ReferralFields } from '#shared/features/referrals/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { caseOf, joinSite, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Consents, releases and referrals through the contract. The clock stands on Monday, 2026-03-09. */

const day = (text: string) => text as LocalDate;
const TODAY = day('2026-03-09');
const HOW = { textVersion: CURRENT_VERSION, language: 'de', form: 'written', evidence: null } as const;

async function desk(pc?: TestBackend) {
	const place = office();
	const made = pc ?? (await place.pc('Tresen'));
	const { member } = await newSite(made);
	const { client } = made;
	const { id: partnerId } = await client.partners.create({ ...EMPTY_PARTNER, name: 'Jobcenter Musterstadt', kind: 'job_centre' });
	const { id: personId } = await client.people.create(
		person({ street: 'Am Bach 3', city: 'Musterstadt', remarks: 'vertraulich' }),
	);
	const { id: caseId } = await client.cases.open({ ...caseOf(member), personId });
	const release = (more: Partial<ReleaseFields> = {}) =>
		client.consents.addRelease({
			...{ caseId, recipient: { partnerId }, topics: ['work'], purpose: 'Vermittlung in Arbeit', givenOn: TODAY },
			...{ validFrom: TODAY, validUntil: day('2027-03-08'), ...HOW, ...more },
		});
	const refer = (more: Partial<ReferralFields> = {}) =>
		client.referrals.add({
			...{ caseId, recipient: { partnerId }, reason: 'Bitte um Beratung', topics: ['work'], replyDueOn: null, ...more },
		});
	const send = (id: Awaited<ReturnType<typeof refer>>['id'], overrideReason: string | null = null, at: TestBackend = made) =>
		at.client.referrals.send({ id, sentOn: TODAY, way: 'letter', replyDueOn: day('2026-03-20'), overrideReason });
	const only = async (at: TestBackend = made) => (await at.client.referrals.ofCase({ caseId }))[0];
	const accesses = async () => (await client.cases.accesses({ id: caseId })).map(({ what }) => what);
	return { place, pc: made, client, member, partnerId, personId, caseId, release, refer, send, only, accesses };
}

describe('a referral', () => {
	it('is not sent and not printed without a valid release', async () => {
		const { client, release, refer, send, only, accesses } = await desk();
		const { id } = await refer();
		expect(await refusalOf(send(id))).toEqual({ code: 'NO_RELEASE', defined: true, data: { why: 'none', topics: [] } });
		expect((await refusalOf(client.referrals.sheet({ id }))).data).toEqual({ why: 'none', topics: [] });
		const { id: other } = await release({ topics: ['health'] });
		expect((await refusalOf(send(id))).data).toEqual({ why: 'topics_missing', topics: ['work'] });
		await client.consents.removeRelease({ id: other });
		await release({ validFrom: day('2026-03-10') });
		expect((await refusalOf(send(id))).data).toEqual({ why: 'not_yet', topics: [] });
		expect(await only()).toMatchObject({ state: 'prepared', missing: { why: 'not_yet' } });
		await release();
		expect((await client.referrals.sheet({ id })).referral).toMatchObject({
			recipientName: 'Jobcenter Musterstadt',
			missing: null,
		});
		await send(id);
		expect(await only()).toMatchObject({ state: 'sent', sentOn: TODAY, way: 'letter', override: null, missing: null });
		expect(await accesses()).not.toContain('passed_without_release');
		expect((await refusalOf(send(id))).data).toEqual({ what: 'sent' });
	});

	it('is sent with a reason, which stays with it and in both access logs, neither of which the other tells', async () => {
		const { client, pc, refer, send, only, accesses } = await desk();
		const { id } = await refer();
		await send(id, 'Akute Gefahr für das Kind, § 8a SGB VIII');
		expect(await only()).toMatchObject({
			...{ state: 'sent', overriddenByName: 'Anna Müller', missing: null },
			override: { reason: 'Akute Gefahr für das Kind, § 8a SGB VIII', at: pc.clock.now(), topics: ['work'] },
		});
		expect(await accesses()).toEqual(['passed_without_release']);
		const { events } = await client.accessLog.list({ from: pc.clock.now() - 1000, to: pc.clock.now() + 1000 });
		const logged = events.filter(({ kind }) => kind === 'passed_without_release');
		expect(logged).toMatchObject([{ member: 'Anna Müller', count: null }]);
		expect(JSON.stringify(logged)).not.toContain('Gefahr');
	});

	it('keeps no reason where a release stands, and a reason stands for no topic more', async () => {
		const { client, release, refer, send, only, accesses } = await desk();
		const { id } = await refer();
		await client.referrals.override({ id, reason: 'Eilt' });
		await client.referrals.sheet({ id });
		await client.referrals.change({ id, changes: { topics: ['work', 'health'] } });
		expect((await refusalOf(client.referrals.sheet({ id }))).data).toEqual({ why: 'none', topics: [] });
		await release({ topics: ['work', 'health'] });
		await send(id, 'doch noch');
		expect((await only())?.override).toMatchObject({ reason: 'Eilt' });
		expect(await accesses()).toEqual(['passed_without_release']);
		expect((await refusalOf(client.referrals.change({ id, changes: { topics: ['family'] } }))).data).toEqual({ what: 'sent' });
		expect((await refusalOf(client.referrals.remove({ id }))).data).toEqual({ what: 'sent' });
	});

	it('tells no more of the person than was released', async () => {
		const { client, release, refer } = await desk();
		await release({ topics: ['work', 'contact_details'] });
		const { id } = await refer();
		const sheet = await client.referrals.sheet({ id });
		expect(sheet.client.person).toMatchObject({ lastName: 'Yılmaz', street: null, remarks: null });
		const { id: more } = await refer({ topics: ['contact_details'] });
		expect((await client.referrals.sheet({ id: more })).client.person).toMatchObject({ street: 'Am Bach 3', remarks: null });
	});

	it('goes through its states and back', async () => {
		const { client, release, refer, send, only } = await desk();
		await release();
		const { id } = await refer();
		const reply = { id, answeredOn: TODAY, replyText: 'Termin am Freitag', outcome: null };
		expect((await refusalOf(client.referrals.reply(reply))).data).toEqual({ what: 'not_sent' });
		await send(id);
		expect((await refusalOf(client.referrals.reply({ ...reply, answeredOn: day('2026-03-08') }))).data).toEqual({
			what: 'dates',
		});
		await client.referrals.reply(reply);
		expect((await only())?.state).toBe('answered');
		expect((await refusalOf(client.referrals.undoSend({ id }))).data).toEqual({ what: 'sent' });
		await client.referrals.reply({ ...reply, outcome: 'taken_on' });
		expect((await only())?.state).toBe('finished');
		await client.referrals.reply({ id, answeredOn: null, replyText: '', outcome: null });
		await client.referrals.undoSend({ id });
		expect(await only()).toMatchObject({ state: 'prepared', sentOn: null });
		await client.referrals.cancel({ id, on: TODAY, reason: 'möchte nicht mehr' });
		expect((await refusalOf(send(id))).data).toEqual({ what: 'cancelled' });
		await client.referrals.cancel({ id, on: null, reason: null });
		await client.referrals.remove({ id });
		expect(await only()).toBeUndefined();
		await client.referrals.restore({ id });
		expect((await only())?.state).toBe('prepared');
	});

	it('does not go to a partner that never was, nor into the future', async () => {
		const { client, refer, release, caseId, personId } = await desk();
		const nobody = { partnerId: personId as string as never };
		expect((await refusalOf(refer({ recipient: nobody }))).data).toEqual({ what: 'recipient' });
		expect((await refusalOf(release({ recipient: nobody }))).data).toEqual({ what: 'recipient' });
		expect((await refusalOf(release({ givenOn: day('2026-03-10') }))).data).toEqual({ what: 'dates' });
		expect((await refusalOf(release({ validUntil: day('2026-03-08') }))).data).toEqual({ what: 'dates' });
		const { id } = await refer();
		const tomorrow = { id, sentOn: day('2026-03-10'), way: 'letter' as const, replyDueOn: null, overrideReason: 'x' };
		expect((await refusalOf(client.referrals.send(tomorrow))).data).toEqual({ what: 'dates' });
		expect(await client.referrals.ofCase({ caseId })).toHaveLength(1);
	});

	it('still names a partner that was removed since', async () => {
		const { client, partnerId, refer, only, caseId, release } = await desk();
		await release();
		await refer();
		await client.partners.remove({ id: partnerId });
		expect(await client.partners.list()).toEqual([]);
		expect((await only())?.recipientName).toBe('Jobcenter Musterstadt');
		expect((await client.consents.releases({ caseId }))[0]?.recipientName).toBe('Jobcenter Musterstadt');
	});
});

describe('in a closed file', () => {
	it('nothing changes but what the client withdraws', async () => {
		const { client, caseId, release, refer, send, only } = await desk();
		const { id: releaseId } = await release();
		const { id } = await refer();
		const { id: sent } = await refer();
		await send(sent);
		await client.cases.close({ id: caseId, ...CLOSING });
		const writes = [
			release(),
			client.consents.setReleaseEvidence({ id: releaseId, evidence: 'Ordner' }),
			client.consents.withdrawRelease({ id: releaseId, on: null }),
			client.consents.removeRelease({ id: releaseId }),
			client.consents.restoreRelease({ id: releaseId }),
			refer(),
			client.referrals.change({ id, changes: { reason: 'anders' } }),
			send(id),
			client.referrals.undoSend({ id: sent }),
			client.referrals.override({ id, reason: 'Eilt' }),
			client.referrals.reply({ id: sent, answeredOn: TODAY, replyText: 'ja', outcome: null }),
			client.referrals.cancel({ id, on: TODAY, reason: null }),
			client.referrals.remove({ id }),
			client.referrals.restore({ id }),
		];
		for (const write of writes) expect(await refusalOf(write)).toMatchObject({ code: 'CLOSED', defined: true });
		expect((await client.referrals.ofCase({ caseId })).map(({ state }) => state)).toEqual(
			expect.arrayContaining(['prepared', 'sent']),
		);
		await client.consents.withdrawRelease({ id: releaseId, on: TODAY });
		expect(await client.consents.releases({ caseId })).toMatchObject([{ withdrawnOn: TODAY }]);
		await client.cases.reopen({ id: caseId, reason: 'kommt wieder' });
		expect((await refusalOf(client.referrals.sheet({ id }))).data).toEqual({ why: 'withdrawn', topics: [] });
		await client.consents.withdrawRelease({ id: releaseId, on: null });
		await client.referrals.sheet({ id });
		expect(await only()).toBeDefined();
	});
});

describe('a consent', () => {
	it('is one for each purpose, each withdrawn for itself', async () => {
		const { client, personId } = await desk();
		const fields = { personId, decision: 'given', decidedOn: TODAY, ...HOW } satisfies Partial<ConsentFields>;
		const { ids } = await client.consents.give({ ...fields, purposes: ['counselling', 'messenger'] });
		const [first] = ids;
		if (!first) throw new Error('no consent');
		expect((await refusalOf(client.consents.withdraw({ id: first, on: day('2026-03-01') }))).data).toEqual({ what: 'dates' });
		await client.consents.withdraw({ id: first, on: TODAY });
		const listed = await client.consents.ofPerson({ personId });
		expect(Object.fromEntries(listed.map(({ purpose, withdrawnOn }) => [purpose, withdrawnOn]))).toEqual({
			...{ counselling: TODAY, messenger: null },
		});
		await client.consents.withdraw({ id: first, on: null });
		await client.consents.setEvidence({ id: first, evidence: 'Ordner 3' });
		await client.consents.remove({ id: first });
		expect(await client.consents.ofPerson({ personId })).toHaveLength(1);
		await client.consents.restore({ id: first });
		expect(await client.consents.ofPerson({ personId })).toEqual(
			expect.arrayContaining([expect.objectContaining({ purpose: 'counselling', evidence: 'Ordner 3', withdrawnOn: null })]),
		);
		expect(
			(await refusalOf(client.consents.give({ ...fields, decidedOn: day('2026-03-10'), purposes: ['email'] }))).data,
		).toEqual({
			what: 'dates',
		});
	});
});

describe('two PCs apart', () => {
	it('one withdraws while the other sends: both stay, and both are told', async () => {
		const { place, pc, client, caseId, release, refer, send, only } = await desk();
		const { id: releaseId } = await release();
		const { id } = await refer();
		await client.share.connect({ folder: place.share });
		await sync(pc);
		const right = await place.pc('Büro');
		await joinSite(right, place.share);
		for (const each of [pc, right]) await sync(each);

		await client.consents.withdrawRelease({ id: releaseId, on: TODAY });
		await send(id, null, right);
		for (const each of [pc, right, pc, right]) await sync(each);
		for (const each of [pc, right]) {
			expect(await only(each)).toMatchObject({ state: 'sent', sentOn: TODAY, missing: { why: 'withdrawn' } });
			expect(await each.client.consents.releases({ caseId })).toMatchObject([{ withdrawnOn: TODAY }]);
			expect((await each.client.referrals.reminders()).map(({ kind }) => kind)).toEqual([
				'passed_without_release',
				'release_over',
			]);
		}
		await client.referrals.override({ id, reason: 'Der Brief war schon unterwegs' });
		for (const each of [pc, right]) await sync(each);
		expect(await only(right)).toMatchObject({ missing: null, override: { reason: 'Der Brief war schon unterwegs' } });
		expect(await right.client.referrals.reminders()).toEqual([]);
	});

	it('the answer that both write down has the words of both', async () => {
		const { place, pc, client, release, refer, send, only } = await desk();
		await release();
		const { id } = await refer();
		await send(id);
		await client.share.connect({ folder: place.share });
		await sync(pc);
		const right = await place.pc('Büro');
		await joinSite(right, place.share);
		for (const each of [pc, right]) await sync(each);
		await client.referrals.reply({ id, answeredOn: TODAY, replyText: 'Termin am Freitag.', outcome: null });
		await right.client.referrals.reply({ id, answeredOn: TODAY, replyText: 'Frau Schmitz meldet sich.', outcome: 'taken_on' });
		for (const each of [pc, right, pc, right]) await sync(each);
		const here = await only();
		expect(await only(right)).toEqual(here);
		expect(here?.replyText).toContain('Termin am Freitag.');
		expect(here?.replyText).toContain('Frau Schmitz meldet sich.');
	});
});

it('who does not counsel sees the partners and nothing else; coordination keeps them too', async () => {
	const { client, pc, caseId, personId, partnerId } = await desk();
	await add(pc, 'Vera', ['volunteer']);
	await add(pc, 'Karl', ['coordinator']);
	for (const [name, code] of [
		['vera', 'NO_ACCESS'],
		['karl', 'none'],
	] as const) {
		await client.members.signIn({ signInName: name, passphrase: START });
		await client.members.changePassphrase({ current: START, next: OWN });
		expect(await client.partners.list()).toMatchObject([{ name: 'Jobcenter Musterstadt' }]);
		const change = client.partners.update({ id: partnerId, changes: { note: `von ${name}` } });
		expect((await refusalOf(change)).code).toBe(code);
		const closed = [
			client.consents.ofPerson({ personId }),
			client.consents.releases({ caseId }),
			client.referrals.ofCase({ caseId }),
			client.referrals.reminders(),
		];
		for (const call of closed) expect((await refusalOf(call)).code).toBe('NO_ACCESS');
		await client.members.lock();
	}
});
