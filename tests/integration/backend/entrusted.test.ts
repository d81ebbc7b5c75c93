import { renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { add, joinAs, newSiteOfAdministrator, OWN, START, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, newSite, office, person, refusalOf, signIn, sync } from '#tests/support/office.ts';

/** What was put into somebody's hands ends with them, and is not handed on along the way. */

it('a start passphrase ends with the administrator who made it', async () => {
	const town = office();
	const annas = await town.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: town.share });
	const { pc: carls, id: carl } = await welcome(town, annas, 'Carl', ['administrator']);
	const vera = await add(carls, 'Vera', ['volunteer', 'administrator']);
	await sync(annas);
	const named = await annas.client.members.consequences({ id: carl, change: { kind: 'remove' } });
	expect(named.startPassphrases).toEqual(['Vera']);
	await annas.client.members.remove({ id: carl, devices: [], accepted: true });
	const shed = await town.pc('Schuppen');
	const siteId = (await shed.client.share.inspect({ folder: town.share })).sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	const join = { folder: town.share, siteId, signInName: 'vera', passphrase: START, deviceName: 'Schuppen' };
	expect(await refusalOf(drain(shed.client.site.join(join)))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
	await annas.client.members.resetPassphrase({ id: vera, startPassphrase: OWN, accepted: true });
	await joinAs(town, 'Vera', annas, OWN, 'Schuppen');
}, 120_000);

it('changing the roles or the passphrase of somebody who waits for the case files does not let them in', async () => {
	const town = office();
	const chief = await town.pc('Verwaltung');
	await newSiteOfAdministrator(chief, town.share);
	const { pc: annas } = await welcome(town, chief, 'Anna', ['counsellor', 'administrator']);
	await annas.settle('the case files', async () => (await annas.client.members.waiting().catch(() => null)) !== null);
	const { id: berta } = await welcome(town, chief, 'Berta', ['counsellor']);
	await sync(annas);
	const waits = async () => (await annas.client.members.waiting()).map(({ id }) => id);
	expect(await waits()).toEqual([berta]);
	await annas.client.members.changeRoles({ id: berta, roles: ['counsellor', 'coordinator'], accepted: true });
	expect(await waits()).toEqual([berta]);
	await annas.client.members.resetPassphrase({ id: berta, startPassphrase: START, accepted: true });
	expect(await waits()).toEqual([berta]);
}, 120_000);

it('the kit is not replaced while it is all that opens the case files', async () => {
	const town = office();
	const chief = await town.pc('Verwaltung');
	await newSiteOfAdministrator(chief, town.share);
	const { pc: annas, id: anna } = await welcome(town, chief, 'Anna', ['counsellor']);
	await annas.settle('the case files', async () => (await annas.client.members.waiting().catch(() => null)) !== null);
	await annas.client.people.create(person());
	await sync(annas);
	await sync(chief);
	await chief.client.members.remove({ id: anna, devices: [], accepted: true });
	expect(await refusalOf(chief.client.site.renewKit())).toMatchObject({ code: 'KIT_IS_LAST' });
}, 120_000);

it('nobody goes who alone opens the case files, while a new kit does not open them yet', async () => {
	const town = office();
	const chief = await town.pc('Verwaltung');
	await newSiteOfAdministrator(chief, town.share);
	const { pc: annas, id } = await welcome(town, chief, 'Anna', ['counsellor']);
	await annas.settle('the case files', async () => (await annas.client.members.waiting().catch(() => null)) !== null);
	await annas.client.people.create(person());
	await sync(annas);
	await sync(chief);
	await chief.client.site.renewKit();
	const remove = () => chief.client.members.remove({ id, devices: [], accepted: true });
	const refusal = { code: 'REFUSED', data: { reason: 'last_reader' } };
	expect(await refusalOf(remove())).toMatchObject(refusal);
	expect(await refusalOf(chief.client.members.changeRoles({ id, roles: ['volunteer'], accepted: true }))).toMatchObject(refusal);
	await sync(annas);
	await annas.client.members.giveAccess({ id: 'recovery' });
	await sync(annas);
	await sync(chief);
	await remove();
}, 120_000);

it('a passphrase recovered while the share is away is recovered again when others were faster, and nothing is stuck', async () => {
	const town = office();
	const annas = await town.pc('Tresen');
	const { groups } = await newSite(annas);
	await annas.client.share.connect({ folder: town.share });
	const { pc: carls } = await welcome(town, annas, 'Carl', ['administrator']);
	await annas.client.people.create(person());
	await sync(annas);
	await annas.client.members.lock();
	renameSync(town.share, `${town.share} weg`);
	const recover = (newPassphrase: string) =>
		drain(annas.client.site.recover({ kit: groups.join(' '), signInName: 'anna', newPassphrase, fromShare: null }));
	await recover('erstes neues Passwort');
	await annas.client.people.create(person({ firstName: 'Offline' }));
	renameSync(`${town.share} weg`, town.share);
	await carls.client.members.lock();
	await carls.client.members.signIn({ signInName: 'carl', passphrase: OWN });
	await add(carls, 'Vera', ['volunteer']);
	await annas.settle('the end of a session whose keys never counted', async () => {
		return (await annas.client.site.status()).ended === 'keys_replaced';
	});
	await recover('zweites neues Passwort');
	await sync(annas);
	expect((await annas.client.people.list(EVERYBODY)).total).toBe(2);
	await add(annas, 'Volkan', ['volunteer']);
	await annas.client.members.lock();
	await signIn(annas, 'zweites neues Passwort');
}, 120_000);
