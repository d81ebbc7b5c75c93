import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex } from '#main/vaults/crypto.ts';
import { memberKeysFrom } from '#main/vaults/member-keys.ts';
import { parseKit } from '#main/vaults/recovery-kit.ts';
import { bring, found, importPeople, loot, texts } from '#tests/support/dismissal.ts';
import { emptyKeyring, type Keyring } from '#tests/support/keyring.ts';
import { confirmKit, newSiteOfAdministrator, OWN, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, newSite, type Office, office, onlySite, refusalOf, signIn, sync } from '#tests/support/office.ts';
import { PASSPHRASE, type TestBackend } from '#tests/support/test-backend.ts';

/** The recovery kit: what it opens, what a replaced one no longer opens, and who lets it into the case files. */

const NEW = 'drei Möwen auf dem Dach';

/** Of somebody who holds this kit and nothing else. */
function ringOf(groups: readonly string[]): Keyring {
	const secret = parseKit(groups.join(''));
	if (!secret.ok) throw new Error('no kit');
	const keys = memberKeysFrom(secret.value);
	const ring = emptyKeyring();
	ring.people.set(toHex(keys.seed), keys);
	return ring;
}

async function recover(pc: TestBackend, place: Office, kit: readonly string[], signInName: string): Promise<void> {
	const fromShare = { folder: place.share, siteId: await onlySite(pc, place.share), deviceName: 'Neuer PC' };
	await drain(pc.client.site.recover({ kit: kit.join(' '), signInName, newPassphrase: NEW, fromShare }));
}

const recoverHere = ({ client }: TestBackend, kit: readonly string[], signInName: string) =>
	drain(client.site.recover({ kit: kit.join('-'), signInName, newPassphrase: NEW, fromShare: null }));

const vaultsOf = async ({ client }: TestBackend) => (await client.site.status()).session?.vaults;

describe('a renewed kit', () => {
	it('makes the old one useless: it lets nobody in and opens nothing written since', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		const { groups: old } = await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const before = texts('vorher', 5);
		await importPeople(annas, before);
		await sync(annas);
		const { kit } = await annas.client.site.renewKit();
		expect((await annas.client.site.status()).session?.kitPending).toBe(true);
		expect((await annas.client.site.pendingKit()).kit).toEqual(kit);
		const after = texts('danach', 20);
		await importPeople(annas, after);
		await drain(annas.client.share.backUpNow());

		const byOld = await loot(place, [annas], { ring: ringOf(old) });
		expect([...byOld.texts].sort()).toEqual(before);
		const byNew = await loot(place, [], { ring: ringOf(kit.groups) });
		expect([...byNew.texts].sort()).toEqual([...before, ...after].sort());

		await annas.client.members.lock();
		expect(await refusalOf(recoverHere(annas, old, 'anna'))).toMatchObject({ code: 'WRONG_KIT', data: { typo: false } });
		const empty = await place.pc('Leer');
		expect(await refusalOf(recover(empty, place, old, 'anna'))).toMatchObject({ code: 'WRONG_KIT', data: { typo: false } });
		expect((await empty.client.site.status()).state).toBe('empty');

		// Every PC is lost; the new kit and the share are left.
		await annas.backend.dispose();
		rmSync(annas.dataDir, { recursive: true });
		await recover(empty, place, kit.groups, 'anna');
		expect(await vaultsOf(empty)).toEqual(['office', 'workshop', 'counselling']);
		expect((await empty.client.people.list(EVERYBODY)).total).toBe(before.length + after.length);
		await welcome(place, empty, 'Vera', ['volunteer']);
		expect(await refusalOf(signIn(empty, PASSPHRASE))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
	}, 120_000);

	it('waits for a counsellor when a pure administrator made it, and opens no case file until then', async () => {
		const place = office();
		const carls = await place.pc('Verwaltung');
		await newSiteOfAdministrator(carls, place.share);
		const anna = await welcome(place, carls, 'Anna', ['counsellor']);
		await anna.pc.settle('the case files', async () => (await vaultsOf(anna.pc))?.includes('counselling') ?? false);
		await importPeople(anna.pc, texts('vorher', 5));
		await bring(anna.pc, carls);
		const { kit } = await carls.client.site.renewKit();
		expect(await refusalOf(carls.client.members.waiting())).toMatchObject({ code: 'NO_ACCESS' });
		expect(await refusalOf(carls.client.members.giveAccess({ id: 'recovery' }))).toMatchObject({ code: 'NO_ACCESS' });
		await sync(anna.pc);
		expect(await anna.pc.client.members.waiting()).toEqual([{ id: 'recovery', name: '', roles: [], hasStartPassphrase: false }]);
		await importPeople(anna.pc, texts('danach', 5));
		await sync(anna.pc);
		expect((await loot(place, [carls, anna.pc], { ring: ringOf(kit.groups) })).texts.size).toBe(0);
		// What Carl gets out of all disks, with the kit that still waits on his own.
		const carl = { signInName: 'carl', passphrases: [OWN] };
		expect((await loot(place, [carls, anna.pc], { person: carl })).texts.size).toBe(0);

		await anna.pc.client.members.giveAccess({ id: 'recovery' });
		expect(await anna.pc.client.members.waiting()).toEqual([]);
		expect((await loot(place, [], { ring: ringOf(kit.groups) })).texts.size).toBe(10);
		const empty = await place.pc('Leer');
		await recover(empty, place, kit.groups, 'anna');
		expect((await empty.client.people.list(EVERYBODY)).total).toBe(10);
	}, 120_000);
});

describe('the site of a pure administrator', () => {
	it('gets its first counsellor without the kit, who then reads the case files and lets the kit into them', async () => {
		const place = office();
		const carls = await place.pc('Verwaltung');
		await newSiteOfAdministrator(carls, place.share);
		expect(await vaultsOf(carls)).toEqual(['office', 'workshop']);
		const anna = await welcome(place, carls, 'Anna', ['counsellor']);
		await anna.pc.settle('the case files', async () => (await vaultsOf(anna.pc))?.includes('counselling') ?? false);
		await importPeople(anna.pc, texts('vorher', 3));
		await bring(anna.pc, carls);
		expect(await anna.pc.client.members.waiting()).toEqual([]);
		const carl = { signInName: 'carl', passphrases: [OWN] };
		expect(found(await loot(place, [carls, anna.pc], { person: carl }), 'vorher')).toEqual([]);
	}, 120_000);

	it('comes back with kit and share: he administers again and reads no case file', async () => {
		const place = office();
		const carls = await place.pc('Verwaltung');
		await newSiteOfAdministrator(carls, place.share);
		const anna = await welcome(place, carls, 'Anna', ['counsellor']);
		await anna.pc.settle('the case files', async () => (await vaultsOf(anna.pc))?.includes('counselling') ?? false);
		await importPeople(anna.pc, texts('vorher', 3));
		await bring(anna.pc, carls);
		const { kit } = await carls.client.site.renewKit();
		// Until it is typed back it lies on his PC, sealed to him: like the paper in his hand.
		await confirmKit(carls);
		await bring(carls, anna.pc);
		await anna.pc.client.members.giveAccess({ id: 'recovery' });
		await bring(anna.pc, carls);
		await carls.client.members.lock();

		// On an empty PC, and then on his old one as well.
		const fresh = await place.pc('Neu');
		await recover(fresh, place, kit.groups, 'carl');
		await recoverHere(carls, kit.groups, 'carl');
		for (const pc of [fresh, carls]) {
			await pc.client.members.signIn({ signInName: 'carl', passphrase: NEW });
			expect(await vaultsOf(pc)).toEqual(['office', 'workshop']);
			expect(await refusalOf(pc.client.people.list(EVERYBODY))).toMatchObject({ code: 'NO_ACCESS' });
			await sync(pc);
		}
		// He goes on administering, counsellors too, and nothing of the kit's keys stays with him.
		const berta = await welcome(place, fresh, 'Berta', ['counsellor']);
		expect(await vaultsOf(berta.pc)).toEqual(['office', 'workshop']);
		await fresh.client.members.changeRoles({ id: berta.id, roles: ['volunteer'], accepted: true });
		await sync(anna.pc);
		expect((await anna.pc.client.people.list(EVERYBODY)).total).toBe(3);
		const carl = { signInName: 'carl', passphrases: [OWN, NEW] };
		expect(found(await loot(place, [carls, fresh, anna.pc], { person: carl }), 'vorher')).toEqual([]);
	}, 120_000);

	it('lets him administer right after recovering, without having signed in again', async () => {
		const place = office();
		const carls = await place.pc('Verwaltung');
		await newSiteOfAdministrator(carls, place.share);
		const { kit } = await carls.client.site.renewKit();
		await sync(carls);
		const fresh = await place.pc('Neu');
		await recover(fresh, place, kit.groups, 'carl');
		const anna = await welcome(place, fresh, 'Anna', ['counsellor']);
		await anna.pc.settle('the case files', async () => (await vaultsOf(anna.pc))?.includes('counselling') ?? false);
	}, 120_000);
});
