import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kioskOffice, leaving, SEWING, said, TODAY } from '#tests/support/kiosk-office.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { joinSite, onlySite, refusalOf, sync } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';

/** What a kiosk's page may call; everything else is refused while the PC is one. */
const ON_A_KIOSK = ['kiosk.mode', 'kiosk.day', 'kiosk.signIn', 'kiosk.signOut', 'kiosk.leave', 'site.preferences'];

describe('a PC that becomes a kiosk', () => {
	it('shows today’s public sessions, takes sign-ins, and gives them to the office when somebody comes back', async () => {
		const { pc, offerId } = await kioskOffice();
		await pc.client.offers.create({ ...SEWING, name: 'Teamrunde', rule: null, isPublic: false });
		expect(await pc.client.kiosk.mode()).toEqual({ mode: 'office', waiting: null, only: null });
		await pc.client.kiosk.enter();
		expect(await pc.client.kiosk.mode()).toEqual({ mode: 'kiosk', waiting: null, only: null });
		expect(await pc.client.kiosk.day()).toMatchObject({
			siteName: 'Kontaktcafé Süd',
			day: TODAY,
			keptWeeks: 8,
			organisation: 'Nachbarschaft e. V.',
			sessions: [
				{
					offerId,
					ruleDay: TODAY,
					name: 'Nähwerkstatt',
					names: [{ language: 'tr', name: 'Dikiş atölyesi' }],
					place: 'Saal',
					isCancelled: false,
				},
			],
		});
		const fatma = said(offerId, { by: 'name', name: 'Fatma Yılmaz' }, { ageBand: '27_54', sex: 'w' });
		await pc.client.kiosk.signIn(fatma);
		await pc.client.kiosk.signIn(fatma);
		await pc.client.kiosk.signIn(said(offerId, { by: 'anonymous' }));
		await pc.client.kiosk.signIn(said(null, { by: 'card', number: 'E-00042' }));
		expect(await refusalOf(pc.client.kiosk.leave({ ...leaving, passphrase: 'falsch' }))).toMatchObject({
			code: 'WRONG_PASSPHRASE',
		});
		await pc.client.kiosk.leave(leaving);
		expect((await pc.client.site.status()).state).toBe('unlocked');
		await pc.settle('the sign-ins', async () => (await pc.client.signIns.ofDay({ day: TODAY })).length === 3);
		const [card, nobody, first] = await pc.client.signIns.ofDay({ day: TODAY });
		expect(first).toMatchObject({
			by: 'name',
			name: 'Fatma Yılmaz',
			session: { name: 'Nähwerkstatt' },
			sex: 'w',
			clockOffMs: null,
		});
		expect(nobody).toMatchObject({ by: 'anonymous', name: null });
		expect(card).toMatchObject({ by: 'card', card: 'E-00042', borrower: null, session: null, kioskName: 'Kiosk am Eingang' });
		const { present } = await pc.client.attendance.ofSession({ offerId, ruleDay: TODAY });
		expect(present.map(({ name, via }) => ({ name, via }))).toEqual(
			expect.arrayContaining([
				{ name: 'Fatma Yılmaz', via: 'kiosk' },
				{ name: null, via: 'kiosk' },
			]),
		);
		expect(present).toHaveLength(2);
		await sync(pc);
	});

	it('stays one after a restart, and is none without having been made one', async () => {
		const { around, pc, offerId } = await kioskOffice();
		await pc.client.kiosk.enter();
		await pc.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Ayşe' }));
		await pc.backend.dispose();
		const again = await around.pc('Tresen');
		expect(await again.client.kiosk.mode()).toEqual({ mode: 'kiosk', waiting: null, only: null });
		expect((await again.client.kiosk.day())?.sessions).toHaveLength(1);
		await again.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Nur' }));
		await again.client.kiosk.leave(leaving);
		await again.settle('both', async () => (await again.client.signIns.ofDay({ day: TODAY })).length === 2);
	});

	it('refuses whatever else is called there', async () => {
		const { pc } = await kioskOffice();
		await pc.client.kiosk.enter();
		const allowed: string[] = [];
		for (const { path } of PROCEDURES) {
			const { code } = await refusalOf(call(pc.client, path, Symbol('no input'), 0));
			if (code !== 'NO_ACCESS') allowed.push(path);
		}
		expect(allowed.sort()).toEqual([...ON_A_KIOSK].sort());
		await pc.client.kiosk.leave(leaving);
		for (const path of ['kiosk.signIn', 'kiosk.signOut'])
			expect((await refusalOf(call(pc.client, path, said(null, { by: 'anonymous' })))).code).toBe('NOT_A_KIOSK');
		expect(await pc.client.kiosk.day()).toBeNull();
	});

	it('gives its sign-ins to another PC by the share within seconds, and lets go of what was taken in', async () => {
		const { around, pc, offerId } = await kioskOffice();
		await sync(pc);
		const office = await around.pc('Büro');
		await joinSite(office, around.share);
		await pc.client.kiosk.enter();
		await pc.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Fatma Yılmaz' }));
		const began = performance.now();
		await office.settle('it to arrive', async () => {
			pc.tick(0);
			return (await office.client.signIns.ofDay({ day: TODAY })).length === 1;
		});
		expect(performance.now() - began).toBeLessThanOrEqual(5000);
		const spool = join(pc.dataDir, 'kiosk', 'spool');
		await office.settle('the spool to be empty', async () => {
			pc.tick(0);
			return readdirSync(spool).length === 0;
		});
	});
});

describe('an empty PC that becomes nothing but a kiosk', () => {
	it('shows what hangs on the door and gives sign-ins to the office, with nothing on it that opens anything', async () => {
		const { around, pc, offerId } = await kioskOffice();
		await sync(pc);
		const siteId = await onlySite(pc, around.share);
		const kiosk = await around.pc('Eingang');
		const setUp = { folder: around.share, siteId, name: 'Kiosk der Nähwerkstatt', ...leaving };
		expect((await refusalOf(kiosk.client.kiosk.setUp({ ...setUp, passphrase: 'falsch' }))).code).toBe('WRONG_PASSPHRASE');
		await kiosk.client.kiosk.setUp(setUp);
		expect(readdirSync(kiosk.dataDir).sort()).toEqual(['kiosk', 'ledger']);
		await kiosk.settle('the door', async () => {
			pc.tick(0);
			return (await kiosk.client.kiosk.day())?.sessions.length === 1;
		});
		await kiosk.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Fatma Yılmaz' }));
		await pc.settle('it to arrive', async () => {
			kiosk.tick(0);
			return (await pc.client.signIns.ofDay({ day: TODAY })).length === 1;
		});
		await pc.settle('it to leave', async () => {
			kiosk.tick(0);
			return (await kiosk.client.kiosk.mode()).only?.unsent === 0;
		});
		await kiosk.client.kiosk.leave(leaving);
		expect((await kiosk.client.site.status()).state).toBe('empty');
		await kiosk.client.kiosk.resume();
		expect((await refusalOf(kiosk.client.kiosk.dismantle())).code).toBe('NO_ACCESS');
		await kiosk.client.kiosk.leave(leaving);
		await kiosk.client.kiosk.dismantle();
		expect(readdirSync(kiosk.dataDir)).toEqual([]);
	});

	it('waits for an administrator where somebody else sets it up', async () => {
		const { around, pc, offerId } = await kioskOffice();
		await add(pc, 'Vera', ['volunteer']);
		await sync(pc);
		const siteId = await onlySite(pc, around.share);
		const vera = await around.pc('Platz');
		const { folder, name } = { folder: around.share, name: 'Zweiter Kiosk' };
		const withStart = { folder, siteId, name, signInName: 'Vera', passphrase: START };
		expect((await refusalOf(vera.client.kiosk.setUp(withStart))).code).toBe('WRONG_PASSPHRASE');
		await pc.client.members.signIn({ signInName: 'Vera', passphrase: START });
		await pc.client.members.changePassphrase({ current: START, next: OWN });
		await sync(pc);
		await pc.client.members.signIn(leaving);
		await vera.client.kiosk.setUp({ ...withStart, passphrase: OWN });
		const { mode, waiting: shown } = await vera.client.kiosk.mode();
		expect(mode).toBe('kiosk');
		await vera.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Nur' }));
		await sync(pc);
		const waiting = (await pc.client.kiosk.list()).find(({ state }) => state === 'waiting');
		if (!waiting) throw new Error('nobody waits');
		expect(shown, 'the same letters on both screens').toEqual({ fingerprint: waiting.fingerprint });
		expect((await refusalOf(pc.client.kiosk.approve({ id: waiting.id, fingerprint: 'AAAA-AAAA-AAAA-AAAA' }))).code).toBe(
			'OTHER_FINGERPRINT',
		);
		expect(await pc.client.signIns.ofDay({ day: TODAY })).toEqual([]);
		await pc.client.kiosk.approve({ id: waiting.id, fingerprint: waiting.fingerprint });
		await pc.settle('it to arrive', async () => {
			vera.tick(0);
			return (await pc.client.signIns.ofDay({ day: TODAY })).length === 1;
		});
		expect(await vera.client.kiosk.mode()).toMatchObject({ waiting: null });
	});
});
