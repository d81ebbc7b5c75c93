import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEncrypted } from '#main/database/open.ts';
import { SAMPLE_MEMBERS } from '#main/features/site/sample/members.ts';
import { openSealed, wipe } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { readFileKey } from '#main/vaults/rotate.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import type { AccessEvent } from '#shared/features/access-log/model.ts';
import { isFreed } from '#shared/features/appointments/model.ts';
import type { MemberId, RecordId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { createCanaries } from '#tests/support/canary.ts';
import {
	bugsIn,
	caseOf,
	drain,
	EVERYBODY,
	HOUR,
	joinSite,
	newSite,
	office,
	person,
	refusalOf,
	signIn,
	sync,
} from '#tests/support/office.ts';
import { PROCEDURES } from '#tests/support/procedures.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Who did what when: what administrators see of it, and what nobody else does. */

const DAY = 24 * HOUR;
const MINUTE = 60 * 1000;
const CASES = {
	text: '',
	status: 'all',
	ownerId: null,
	sort: { by: 'number', descending: false },
	offset: 0,
	limit: 500,
} as const;

const sampleMember = (signInName: string) => {
	const member = SAMPLE_MEMBERS.find((one) => one.signInName === signInName);
	if (!member) throw new Error(`no ${signInName} in the sample office`);
	return member;
};

/** The sample office is made once and copied: each test begins with nobody ever having signed in. */
const fresh = mkdtempSync(join(tmpdir(), 'kontor-sample-'));
afterAll(() => rmSync(fresh, { recursive: true }));
let isMade = false;

async function sampleOffice(): Promise<TestBackend> {
	const place = office();
	const folder = join(place.root, 'Gerät');
	if (isMade) cpSync(fresh, folder, { recursive: true });
	const pc = await place.pc('Gerät');
	if (isMade) return pc;
	await drain(pc.client.site.createSample());
	cpSync(folder, fresh, { recursive: true });
	isMade = true;
	return pc;
}

/** miriam and tomasz counsel, horst is a volunteer, petra administers and does nothing else. */
async function enter({ client }: TestBackend, signInName: string): Promise<void> {
	await client.members.signIn({ signInName, passphrase: sampleMember(signInName).passphrase });
}

async function mistype({ client, clock }: TestBackend, signInName: string, passphrase = 'falsch getippt'): Promise<void> {
	expect((await refusalOf(client.members.signIn({ signInName, passphrase }))).code).toBe('WRONG_PASSPHRASE');
	clock.advance(2 * MINUTE);
}

const list = ({ client, clock }: TestBackend, days = 7) =>
	client.accessLog.list({ from: clock.now() - days * DAY, to: clock.now() });

/** Oldest first, as `kind member`. */
const told = (events: readonly AccessEvent[]) => events.map(({ kind, member }) => `${kind} ${member}`).reverse();

/** What whoever has this disk and this member's passphrase gets out of the office vault. */
async function rowsFor(pc: TestBackend, signInName: string) {
	const { passphrase } = sampleMember(signInName);
	const folder = dataFolder(pc.dataDir);
	const ledger = readLedger(folder.readLedger());
	const device = folder.readDevice();
	if (!ledger.ok || device === null || device === 'damaged') throw new Error('no site in this folder');
	const unlocked = await unlockMember(ledger.value, signInName, passphrase);
	if (!unlocked) throw new Error('passphrase does not open the member');
	const keys = openGrants(ledger.value, unlocked.member, unlocked.keys.sealing);
	const fileKey = readFileKey({ folder, site: ledger.value.site, device: device.device, vault: 'office' }, keys);
	if (typeof fileKey === 'string') throw new Error(`office vault: ${fileKey}`);
	const file = openEncrypted(folder.vaultPath('office'), fileKey);
	wipe(fileKey);
	const rows = file.prepare<[], { id: string; at: number; member: string; sealed: string }>('SELECT * FROM access_event').all();
	const changes = file.prepare("SELECT * FROM change WHERE table_name = 'access_event'").all() as { payload: Buffer }[];
	file.close();
	return { rows, changes, site: ledger.value.site, keys: unlocked.keys.sealing, member: unlocked.member };
}

describe('the administrators’ log', () => {
	it('tells that a counsellor printed their own day, with how many appointments, and nothing of an empty one', async () => {
		const pc = await sampleOffice();
		const { client, clock } = pc;
		await enter(pc, 'miriam');
		const day = localDateOf(clock.now());
		const { member } = (await client.site.status()).session ?? {};
		const all = await client.appointments.list({ from: day, until: day });
		const own = all.filter(({ counsellorIds, state }) => counsellorIds.includes(member?.id as MemberId) && !isFreed(state));
		expect(own.length).toBeGreaterThan(0);
		expect(own.length).toBeLessThan(all.length);
		await client.appointments.notePrint({ day });
		await client.appointments.notePrint({ day: addDays(day, 300) });
		await enter(pc, 'petra');
		const printed = (await list(pc)).events.filter(({ kind }) => kind === 'day_printed');
		expect(printed.map(({ member: who, count }) => [who, count])).toEqual([['Miriam Berger', own.length]]);
	});

	it('tells that a counsellor saved their own calendar with names, which nobody else can', async () => {
		const pc = await sampleOffice();
		const { client } = pc;
		await enter(pc, 'miriam');
		const own = await client.schedule.exportIcs({ of: { kind: 'own_with_names' } });
		const { member } = (await client.site.status()).session ?? {};
		const day = localDateOf(pc.clock.now());
		const [next] = (await client.appointments.list({ from: day, until: addDays(day, 30) })).filter(
			({ counsellorIds, state }) => counsellorIds.includes(member?.id as MemberId) && !isFreed(state),
		);
		expect(own.text.replaceAll('\r\n ', '').replaceAll('\\,', ',')).toContain(`SUMMARY:${next?.personNames[0]}`);
		expect(own.fileName).not.toContain('Miriam');
		const without = await client.schedule.exportIcs({ of: { kind: 'member', id: member?.id as MemberId } });
		expect(without.text).toContain('SUMMARY:Beratung');
		expect(without.text).not.toContain(next?.personNames[0]?.split(',')[0] ?? '');
		await enter(pc, 'horst');
		expect((await refusalOf(client.schedule.exportIcs({ of: { kind: 'own_with_names' } }))).code).toBe('NO_ACCESS');
		await enter(pc, 'petra');
		const saved = (await list(pc)).events.filter(({ kind }) => kind === 'calendar_saved');
		expect(saved.map(({ member: who }) => who)).toEqual(['Miriam Berger']);
	});

	it('tells who signed in, read, printed and exported, when and where, never with which file', async () => {
		const pc = await sampleOffice();
		const { client, clock } = pc;
		await enter(pc, 'miriam');
		const { rows } = await client.cases.list(CASES);
		const [first, second] = rows;
		if (!first || !second) throw new Error('no cases in the sample office');
		clock.advance(MINUTE);
		await client.cases.get({ id: first.id });
		clock.advance(MINUTE);
		// Coming back to it within a quarter of an hour is not one more.
		await client.cases.get({ id: first.id });
		await client.cases.notePrint({ id: second.id });
		clock.advance(MINUTE);
		await client.cases.exportCsv({ ...CASES, text: first.number });
		await client.people.exportCsv(EVERYBODY);
		clock.advance(MINUTE);
		const people = (await client.people.list(EVERYBODY)).total;
		expect((await refusalOf(list(pc))).code).toBe('NO_ACCESS');
		await enter(pc, 'petra');
		const { events, unreadable } = await list(pc);
		expect(told(events)).toEqual([
			'signed_in Miriam Berger',
			'case_read Miriam Berger',
			'case_printed Miriam Berger',
			'list_exported Miriam Berger',
			'list_exported Miriam Berger',
			'signed_in Petra Sommer',
		]);
		expect(unreadable).toBe(0);
		expect(events.map(({ count }) => count).reverse()).toEqual([null, null, null, 1, people, null]);
		expect(new Set(events.map(({ device }) => device))).toEqual(new Set(['Beispiel-PC']));
		expect(events[0]?.at).toBe(clock.now());
		expect(events.at(-2)?.at).toBe(clock.now() - 3 * MINUTE);
		const text = JSON.stringify(events);
		for (const { id, number, personId, clientName } of rows)
			for (const secret of [id, number, personId ?? id, clientName]) expect(text).not.toContain(secret);
	});

	it('opens for nobody else: not with their keys and the whole disk either', async () => {
		const pc = await sampleOffice();
		const { client } = pc;
		await mistype(pc, 'horst');
		await enter(pc, 'miriam');
		const { rows: cases } = await client.cases.list(CASES);
		for (const { id } of cases.slice(0, 5)) await client.cases.get({ id });
		const members = await client.members.list();
		await enter(pc, 'horst');
		await pc.backend.lock();
		for (const signInName of ['horst', 'leyla', 'miriam']) {
			const { rows, changes, site, keys, member } = await rowsFor(pc, signInName);
			expect(rows).toHaveLength(8);
			expect(changes).toHaveLength(8);
			for (const row of rows) {
				expect(row.member).toBe(site);
				const boxes = JSON.parse(row.sealed) as Record<string, string>;
				expect(boxes[member]).toBeUndefined();
				for (const box of Object.values(boxes)) expect(openSealed(keys, new Uint8Array(Buffer.from(box, 'base64')))).toBeNull();
			}
			expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
			// In clear stands only for whom it is sealed.
			const petra = members.find(({ signInName }) => signInName === 'petra')?.id ?? '';
			const clear = JSON.stringify(rows) + changes.map(({ payload }) => payload.toString('latin1')).join();
			expect(clear).toContain(petra);
			for (const { id, name } of members)
				for (const secret of id === petra ? [name] : [id, name]) expect(clear).not.toContain(secret);
			for (const secret of ['signed_in', 'case_read', 'sign_in_failed', ...cases.map(({ id }) => id)])
				expect(clear).not.toContain(secret);
		}
		const { rows, keys, member } = await rowsFor(pc, 'petra');
		const opened = rows.map(({ sealed }) => {
			const box = (JSON.parse(sealed) as Record<string, string>)[member] ?? '';
			return openSealed(keys, new Uint8Array(Buffer.from(box, 'base64')));
		});
		expect(opened.every((plain) => plain !== null)).toBe(true);
	});

	it('is sealed to whoever administers at that moment', async () => {
		const pc = await office().pc('Tresen');
		const { client } = pc;
		await newSite(pc);
		const start = 'Startpasswort für Bernd';
		const own = 'eigenes Passwort von Bernd';
		await client.members.add({ name: 'Bernd', signInName: 'bernd', roles: ['administrator'], startPassphrase: start });
		await client.members.signIn({ signInName: 'bernd', passphrase: start });
		await client.members.changePassphrase({ current: start, next: own });
		// Founding was before his time, and his first sign-in was sealed to keys that somebody else had made.
		expect(await list(pc)).toEqual({ events: [], unreadable: 2 });
		await client.members.signIn({ signInName: 'bernd', passphrase: own });
		expect(await list(pc)).toMatchObject({ events: [{ kind: 'signed_in', member: 'Bernd' }], unreadable: 2 });
		pc.clock.advance(MINUTE);
		await signIn(pc);
		const { events, unreadable } = await list(pc);
		expect(unreadable).toBe(0);
		expect(new Set(told(events).slice(0, 3))).toEqual(new Set(['signed_in Anna Müller', 'signed_in Bernd']));
		expect(events).toHaveLength(4);
	});

	it('names who took over at an open desk', async () => {
		const pc = await sampleOffice();
		await enter(pc, 'horst');
		pc.clock.advance(MINUTE);
		const leyla = (await pc.client.members.turns()).find(({ name }) => name === sampleMember('leyla').name);
		if (!leyla) throw new Error('nobody to take over');
		await pc.client.members.turn({ id: leyla.id });
		pc.clock.advance(MINUTE);
		await enter(pc, 'petra');
		expect(told((await list(pc)).events)).toEqual(['signed_in Horst Lindemann', 'turn Leyla Aydın', 'signed_in Petra Sommer']);
	});

	it('is only ever added to', async () => {
		expect(PROCEDURES.filter(({ path }) => path.startsWith('accessLog.')).map(({ path }) => path)).toEqual(['accessLog.list']);
		const pc = await sampleOffice();
		await enter(pc, 'petra');
		const before = (await list(pc)).events;
		const id = before[0]?.id as RecordId;
		for (const table of ['access_event', 'case_access'])
			expect((await refusalOf(pc.client.records.history({ table: table as 'person', id }))).code).not.toBe('none');
		expect((await list(pc)).events).toEqual(before);
	});

	it('gives at most a quarter of a year, and the period that was asked for', async () => {
		const pc = await sampleOffice();
		const { client, clock } = pc;
		const began = clock.now();
		await enter(pc, 'petra');
		clock.advance(DAY);
		await enter(pc, 'petra');
		clock.advance(99 * DAY);
		await enter(pc, 'petra');
		const times = async (from: number, to: number) =>
			(await client.accessLog.list({ from, to })).events.map(({ at }) => at - began);
		expect(await times(0, began)).toEqual([0]);
		expect(await times(0, began + DAY)).toEqual([DAY, 0]);
		expect(await times(began + 1, began + DAY)).toEqual([DAY]);
		expect(await times(0, clock.now())).toEqual([100 * DAY]);
		expect(await times(clock.now(), began)).toEqual([]);
	});

	it('comes from every device of the site', async () => {
		const place = office();
		const a = await place.pc('Tresen');
		const { member } = await newSite(a);
		await a.client.share.connect({ folder: place.share });
		const { id: personId } = await a.client.people.create(person());
		const { id } = await a.client.cases.open({ ...caseOf(member), personId });
		await sync(a);
		const b = await place.pc('Büro oben');
		await joinSite(b, place.share);
		place.clock.advance(MINUTE);
		await b.client.cases.get({ id });
		await sync(b);
		await sync(a);
		const { events } = await list(a);
		expect(events.map(({ kind, device }) => `${kind} ${device}`)).toEqual([
			'case_read Büro oben',
			'signed_in Büro oben',
			'signed_in Tresen',
		]);
		expect(events).toEqual((await list(b)).events);
	});
});

describe('failed sign-ins', () => {
	it('wait sealed while Kontor is locked, and keep their own time', async () => {
		const pc = await sampleOffice();
		const { clock, dataDir } = pc;
		const canaries = createCanaries(seededRandom(7));
		const attempts = join(dataDir, 'attempts');
		const began = clock.now();
		await mistype(pc, 'Horst', canaries.next());
		await mistype(pc, canaries.next(), canaries.next());
		const waiting = JSON.parse(readFileSync(attempts, 'utf8')) as { id: string; sealed: string }[];
		expect(waiting.map((attempt) => Object.keys(attempt))).toEqual([
			['id', 'sealed'],
			['id', 'sealed'],
		]);
		// A known name and an unknown one look alike, and are no one's.
		expect(waiting[0]?.sealed.length).toBe(waiting[1]?.sealed.length);
		expect(canaries.foundBelow(dataDir)).toEqual([]);
		expect(canaries.foundIn(pc.log.join('\n'))).toEqual([]);
		clock.advance(3 * HOUR);
		await enter(pc, 'horst');
		expect(existsSync(attempts)).toBe(false);
		clock.advance(HOUR);
		await enter(pc, 'petra');
		const { events } = await list(pc);
		expect(told(events)).toEqual([
			'sign_in_failed Horst Lindemann',
			'sign_in_failed null',
			'signed_in Horst Lindemann',
			'signed_in Petra Sommer',
		]);
		expect(events.slice(2).map(({ at }) => at)).toEqual([began + 2 * MINUTE, began]);
		await pc.client.members.lock();
		expect(canaries.foundBelow(dataDir)).toEqual([]);
	});

	it('stay in sight when the device was not used for long', async () => {
		const pc = await sampleOffice();
		const began = pc.clock.now();
		await mistype(pc, 'horst');
		pc.clock.advance(60 * DAY);
		await enter(pc, 'petra');
		// Looked for up to a month later; what took longer stands where a month had passed.
		const at = async (from: number, to: number) =>
			(await pc.client.accessLog.list({ from, to })).events
				.filter(({ kind }) => kind === 'sign_in_failed')
				.map((event) => event.at);
		expect(await at(began, began + DAY)).toEqual([]);
		expect(await at(began + 28 * DAY, began + 31 * DAY)).toEqual([began]);
		expect(await at(began + 50 * DAY, pc.clock.now())).toEqual([]);
	});

	it('are dropped when their file is damaged, forged or too large, and never stop a sign-in', async () => {
		const pc = await sampleOffice();
		const attempts = join(pc.dataDir, 'attempts');
		const folder = dataFolder(pc.dataDir);
		const id = '01890000-0000-7000-8000-000000000000';
		const forgeries: unknown[] = [
			null,
			{},
			[{ id, sealed: 7 }],
			[{ id: '../../vaults', sealed: '{}' }],
			[{ id, sealed: 'x'.repeat(30_000) }],
			[{ id, sealed: '{}', kind: 'signed_in' }],
			Array.from({ length: 501 }, () => ({ id, sealed: '{}' })),
		];
		const contents = [
			'',
			'kein JSON',
			'\u0000'.repeat(64),
			' '.repeat(13 * 1024 * 1024),
			...forgeries.map((one) => JSON.stringify(one)),
		];
		for (const content of contents) {
			writeFileSync(attempts, content);
			expect(folder.readAttempts()).toEqual([]);
		}
		for (const spoil of [() => writeFileSync(attempts, 'kein JSON'), () => mkdirSync(attempts)]) {
			spoil();
			await mistype(pc, 'horst');
			rmSync(attempts, { recursive: true });
			spoil();
			await enter(pc, 'petra');
			expect(existsSync(attempts)).toBe(false);
			await pc.client.members.lock();
		}
		await enter(pc, 'petra');
		const { events, unreadable } = await list(pc);
		expect(unreadable).toBe(0);
		expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['signed_in']));
		expect(events).toHaveLength(3);
		// Well-formed but sealed by nobody who knows how: there, and unreadable.
		writeFileSync(attempts, JSON.stringify([{ id, sealed: '{}' }]));
		await enter(pc, 'petra');
		expect((await list(pc)).unreadable).toBe(1);
		expect(bugsIn(pc)).toEqual([]);
	}, 120_000);

	it('are kept to the newest 500', async () => {
		const pc = await sampleOffice();
		const folder = dataFolder(pc.dataDir);
		const idOf = (index: number) => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}` as RecordId;
		for (let index = 0; index < 505; index++) folder.addAttempt({ id: idOf(index), sealed: '{}' });
		expect(folder.readAttempts().map(({ id }) => id)).toEqual(Array.from({ length: 500 }, (_, index) => idOf(index + 5)));
		await enter(pc, 'petra');
		expect((await list(pc)).unreadable).toBe(500);
		await pc.client.site.discardSample();
		folder.addAttempt({ id: idOf(1), sealed: '{}' });
		folder.clear();
		expect(existsSync(join(pc.dataDir, 'attempts'))).toBe(false);
	});
});

it('a case file keeps reading, printing and exporting apart, for those who may read it', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	const { member } = await newSite(a);
	const { client, clock } = a;
	const { id: personId } = await client.people.create(person());
	const { id } = await client.cases.open({ ...caseOf(member), personId });
	const other = await client.cases.open({ ...caseOf(member), personId });
	const kinds = async (of: typeof id) => (await client.cases.accesses({ id: of })).map(({ what }) => what);
	await client.cases.notePrint({ id });
	// A print is no reading: the reading after it is noted as well.
	await client.cases.get({ id });
	clock.advance(MINUTE);
	await client.cases.notePrint({ id });
	await client.cases.exportCsv(CASES);
	expect(await kinds(id)).toEqual(['exported', 'printed', 'read', 'printed']);
	expect(await kinds(other.id)).toEqual(['exported']);
	expect((await client.cases.accesses({ id }))[0]).toEqual({
		at: clock.now(),
		what: 'exported',
		memberName: 'Anna Müller',
		deviceName: 'Tresen',
		form: null,
		blackened: null,
	});
	expect((await refusalOf(client.cases.notePrint({ id: personId as string as typeof id }))).code).toBe('NOT_FOUND');
	await client.members.lock();
	expect((await refusalOf(client.cases.notePrint({ id }))).code).toBe('NOT_SIGNED_IN');
});
