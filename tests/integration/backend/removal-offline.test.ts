import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { segmentEpoch } from '#main/share/segments.ts';
import { bring, found, importPeople, loot, MANY, texts, wires } from '#tests/support/dismissal.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { add, approve, carryOn, newSiteOfAdministrator, OWN, START, startJoining, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, newSite, type Office, office, sync } from '#tests/support/office.ts';

/** A counsellor goes while the PC of another one is off, or has no share: what that one writes is still out of reach. */

const BERTA = { signInName: 'berta', passphrases: [START, OWN] };

/** Under which key each segment of the case files was written, by device and in order. */
function epochsOf(place: Office, device: string): number[] {
	return filesBelow(place.share)
		.filter((path) => path.includes(`/counselling/feeds/${device}/`))
		.map((path) => segmentEpoch(new Uint8Array(readFileSync(join(place.share, path)))));
}

it('cuts again what was finished under the old key and had not left yet', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const cable = wires();
	await add(annas, 'Doris', ['counsellor']);
	const doris = await place.pc('PC Doris', { targetFor: cable.targetFor });
	const { fingerprint, ended } = await startJoining(doris, place.share, 'doris');
	await approve(annas, fingerprint);
	await carryOn(doris, ended);
	await doris.client.members.changePassphrase({ current: START, next: OWN });
	const before = texts('vorher', 10);
	await importPeople(doris, before);
	await bring(doris, annas, berta.pc);
	const then = await loot(place, [annas, berta.pc, doris], { person: BERTA });
	expect(found(then, 'vorher')).toEqual(before);
	const { deviceId } = (await doris.client.site.status()).session ?? {};
	const sent = epochsOf(place, deviceId ?? '').length;

	// Finished by locking, and waiting behind that; none of it arrives.
	const after = texts('danach', MANY);
	cable.state = 'read_only';
	await importPeople(doris, after.slice(0, 200));
	await doris.client.members.lock();
	await doris.client.members.signIn({ signInName: 'doris', passphrase: OWN });
	await importPeople(doris, after.slice(200, 400));
	await doris.settle('a failed exchange', async () => (await doris.client.share.status()).problem === 'unreachable');
	cable.state = 'down';
	await importPeople(doris, after.slice(400, 500));

	await annas.client.members.remove({ id: berta.id, devices: [], accepted: true });
	await importPeople(annas, after.slice(500));
	await sync(annas);
	expect(epochsOf(place, deviceId ?? '')).toHaveLength(sent);
	cable.state = 'up';
	await bring(doris, annas, doris);
	await drain(doris.client.share.backUpNow());

	const now = await loot(place, [annas, berta.pc, doris], { person: BERTA, ring: then.ring });
	expect(found(now, 'danach')).toEqual([]);
	expect(found(now, 'vorher')).toEqual(before);
	expect(new Set(epochsOf(place, deviceId ?? '').slice(sent))).toEqual(new Set([2]));
	for (const pc of [annas, doris]) expect((await pc.client.people.list(EVERYBODY)).total).toBe(before.length + MANY);
}, 300_000);

/** Carl administers only; Anna and Berta read the case files, each at her own PC. */
async function withPureAdministrator(place: Office, cable = wires()) {
	const carls = await place.pc('Verwaltung');
	await newSiteOfAdministrator(carls, place.share);
	await add(carls, 'Anna', ['counsellor']);
	const annas = await place.pc('PC Anna', { targetFor: cable.targetFor });
	const { fingerprint, ended } = await startJoining(annas, place.share, 'anna');
	await approve(carls, fingerprint);
	await carryOn(annas, ended);
	await annas.client.members.changePassphrase({ current: START, next: OWN });
	await sync(annas);
	const berta = await welcome(place, carls, 'Berta', ['counsellor']);
	await bring(berta.pc, annas);
	await annas.client.members.giveAccess({ id: berta.id });
	await berta.pc.settle('the case files', async () => {
		const { session } = await berta.pc.client.site.status();
		return session?.vaults.includes('counselling') ?? false;
	});
	const before = texts('vorher', 10);
	await importPeople(annas, before);
	await bring(annas, berta.pc, carls);
	const pcs = [carls, annas, berta.pc];
	const then = await loot(place, pcs, { person: BERTA });
	expect(found(then, 'vorher')).toEqual(before);
	return { carls, annas, berta, pcs, before, then };
}

it('waits for a counsellor’s PC when a pure administrator removed another one: new keys before anything is written', async () => {
	const place = office();
	const { carls, annas, berta, pcs, before, then } = await withPureAdministrator(place);
	const { deviceId = '' } = (await annas.client.site.status()).session ?? {};
	const sent = epochsOf(place, deviceId).length;
	const oldEpoch = epochsOf(place, deviceId).at(-1) ?? 0;
	await annas.client.members.lock();

	const named = await carls.client.members.consequences({ id: berta.id, change: { kind: 'remove' } });
	expect(named).toMatchObject({ newKeys: ['office', 'workshop'], newKeysLater: ['counselling'], lastReaderOf: [] });
	await carls.client.members.remove({ id: berta.id, devices: [], accepted: true });
	await sync(carls);
	// She signs in and writes at once, before her PC has heard of anything.
	await annas.client.members.signIn({ signInName: 'anna', passphrase: OWN });
	const after = texts('danach', MANY);
	await importPeople(annas, after);
	await sync(annas);
	await drain(annas.client.share.backUpNow());

	expect(new Set(epochsOf(place, deviceId).slice(sent))).toEqual(new Set([oldEpoch + 1]));
	const now = await loot(place, pcs, { person: BERTA, ring: then.ring });
	expect(found(now, 'danach')).toEqual([]);
	expect(found(now, 'vorher')).toEqual(before);
	expect([...(await loot(place, pcs, { person: { signInName: 'carl', passphrases: [OWN] } })).texts]).toEqual([]);
	expect((await annas.client.people.list(EVERYBODY)).total).toBe(before.length + MANY);
}, 300_000);

it('sends nothing under the old key when somebody locks while the new one is on its way', async () => {
	const place = office();
	const cable = wires();
	const { carls, annas, berta, pcs, before, then } = await withPureAdministrator(place, cable);
	await carls.client.members.remove({ id: berta.id, devices: [], accepted: true });
	cable.state = 'ledger_hangs';
	await annas.settle('to hear of it', async () =>
		(await annas.client.members.list()).some(({ removedAt }) => removedAt !== null),
	);
	const after = texts('danach', 20);
	await importPeople(annas, after);
	await annas.backend.lock();
	cable.state = 'up';
	// Her own disk waits for the new key until somebody signs in there again.
	expect(found(await loot(place, [carls, berta.pc], { person: BERTA, ring: then.ring }), 'danach')).toEqual([]);

	await annas.client.members.signIn({ signInName: 'anna', passphrase: OWN });
	await sync(annas);
	expect((await annas.client.people.list(EVERYBODY)).total).toBe(before.length + after.length);
	expect(found(await loot(place, pcs, { person: BERTA, ring: then.ring }), 'danach')).toEqual([]);
}, 300_000);
