import type { Role } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { type Office, onlySite, sync } from './office.ts';
import type { TestBackend } from './test-backend.ts';

/** How people come into an office: an administrator adds them, their PC asks to be let in, they choose a passphrase. */

export const START = 'drei blaue Stühle im Hof';
export const OWN = 'mein eigenes Geheimnis 5';

/**
 * A site whose founder, Carl, administers and does nothing else. The kit is typed back, so that it no longer lies on his PC:
 * whoever has the kit has everything.
 */
export async function newSiteOfAdministrator({ client }: TestBackend, share: string, passphrase = OWN): Promise<void> {
	await client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Verwaltung',
		memberName: 'Carl Chef',
		signInName: 'carl',
		roles: ['administrator'],
		passphrase,
	});
	await confirmKit({ client });
	await client.share.connect({ folder: share });
}

/** Types back what is asked of the kit that waits here. */
export async function confirmKit({ client }: Pick<TestBackend, 'client'>): Promise<void> {
	const { kit, ask } = await client.site.pendingKit();
	await client.site.confirmKit({ answers: ask.map((group) => ({ group, text: kit.groups[group] ?? '' })) });
}

/** Signs in with the name in lower case. */
export async function add({ client }: TestBackend, name: string, roles: Role[]): Promise<MemberId> {
	return (await client.members.add({ name, signInName: name.toLowerCase(), roles, startPassphrase: START })).id;
}

/** A PC on its way in: the code it shows, and the end of the stream that shows it. */
export interface Joining {
	/** Null on an administrator's PC, which waits for nobody. */
	readonly fingerprint: string | null;
	/** Resolves when the PC is let in; rejects when it is not. */
	readonly ended: Promise<void>;
}

export async function startJoining(
	pc: TestBackend,
	folder: string,
	signInName: string,
	passphrase = START,
	deviceName = `Laptop ${signInName}`,
): Promise<Joining> {
	const siteId = await onlySite(pc, folder);
	let shown: string | null = null;
	let isIn = false;
	const ended = (async () => {
		const asked = { folder, siteId, signInName, passphrase, deviceName };
		for await (const { fingerprint } of await pc.client.site.join(asked)) shown = fingerprint ?? shown;
		isIn = true;
	})();
	ended.catch(() => {});
	await pc.settle('a fingerprint to compare', () => shown !== null || isIn);
	return { fingerprint: shown, ended };
}

/** Compares the code on an administrator's PC and lets the device in. */
export async function approve(administrator: TestBackend, fingerprint: string | null): Promise<void> {
	if (fingerprint === null) return;
	await sync(administrator);
	const waiting = (await administrator.client.devices.list()).find((device) => device.fingerprint === fingerprint);
	if (waiting?.state !== 'waiting') throw new Error('no device waits with this fingerprint');
	await administrator.client.devices.approve({ id: waiting.id, fingerprint });
}

/** The PC goes on until the work is done. */
export async function carryOn<T>(pc: TestBackend, work: Promise<T>): Promise<T> {
	let isDone = false;
	const end = () => {
		isDone = true;
	};
	work.then(end, end);
	await pc.settle('the end', () => isDone);
	return work;
}

/** Joins with a PC of their own and is approved; signed in there. */
export async function joinAs(
	town: Office,
	name: string,
	administrator: TestBackend,
	passphrase = START,
	pcName = `PC ${name}`,
): Promise<TestBackend> {
	const pc = await town.pc(pcName);
	const { fingerprint, ended } = await startJoining(pc, town.share, name.toLowerCase(), passphrase);
	await approve(administrator, fingerprint);
	await carryOn(pc, ended);
	return pc;
}

/** Added, let in, and with a passphrase of their own, of which the administrator's PC has heard. */
export async function welcome(
	town: Office,
	administrator: TestBackend,
	name: string,
	roles: Role[],
): Promise<{ pc: TestBackend; id: MemberId }> {
	const id = await add(administrator, name, roles);
	const pc = await joinAs(town, name, administrator);
	await pc.client.members.changePassphrase({ current: START, next: OWN });
	await sync(administrator);
	return { pc, id };
}
