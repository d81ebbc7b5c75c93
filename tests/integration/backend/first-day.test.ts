import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { drain, newSite, office, refusalOf, SIGN_IN_NAME, signIn } from '#tests/support/office.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';

/** Founding a site, signing in and out, passphrases, the recovery kit. */

const NEW_PASSPHRASE = 'drei Möwen auf dem Dach';

describe('founding a site', () => {
	it('happens once', async () => {
		const pc = await office().pc('Tresen');
		expect(await pc.client.site.status()).toMatchObject({ state: 'empty', session: null, signInNames: [] });
		await newSite(pc);
		expect(await pc.client.site.status()).toMatchObject({
			state: 'unlocked',
			signInNames: [SIGN_IN_NAME],
			session: {
				profile: { name: 'Kontaktcafé Süd', organisation: 'Nachbarschaft e. V.', ...NO_ADDRESS, lockAfterMinutes: 10 },
				member: { name: 'Anna Müller', roles: ['counsellor', 'administrator'] },
				vaults: ['office', 'workshop', 'counselling'],
				deviceName: 'Tresen',
				kitPending: true,
			},
		});
		expect(await refusalOf(newSite(pc))).toMatchObject({ code: 'ALREADY_A_SITE', defined: true });
		expect(await refusalOf(drain(pc.client.site.createSample()))).toMatchObject({ code: 'ALREADY_A_SITE', defined: true });
		expect(await refusalOf(pc.client.site.discardSample())).toMatchObject({ code: 'NO_ACCESS', defined: true });
	});

	it('happens once even when two windows ask at the same moment', async () => {
		const pc = await office().pc('Tresen');
		const answers = await Promise.all([
			refusalOf(newSite(pc)),
			refusalOf(newSite(pc)),
			refusalOf(drain(pc.client.site.createSample())),
		]);
		expect(answers.map(({ code }) => code).sort()).toEqual(['ALREADY_A_SITE', 'ALREADY_A_SITE', 'none']);
		await pc.client.members.lock();
		await signIn(pc);
	});

	it('takes the recovery kit back in part, and only as printed', async () => {
		const pc = await office().pc('Tresen');
		const { groups } = await newSite(pc);
		const { kit, ask } = await pc.client.site.pendingKit();
		expect(kit.groups).toEqual(groups);
		expect(ask).toHaveLength(2);
		const right = ask.map((group) => ({ group, text: groups[group] ?? '' }));
		const [first, second] = right;
		if (!first || !second) throw new Error('two groups are asked for');
		const wrong = [first, { ...second, text: second.text === '0000' ? '1111' : '0000' }];
		expect(await refusalOf(pc.client.site.confirmKit({ answers: wrong }))).toMatchObject({
			code: 'KIT_MISMATCH',
			data: { groups: [second.group] },
		});
		// Groups that were not asked for prove nothing.
		const others = groups.flatMap((text, group) => (ask.includes(group) ? [] : [{ group, text }])).slice(0, 8);
		expect(await refusalOf(pc.client.site.confirmKit({ answers: others }))).toMatchObject({ data: { groups: ask } });
		expect((await pc.client.site.status()).session?.kitPending).toBe(true);
		// Lower case and spaces are how people type.
		await pc.client.site.confirmKit({ answers: right.map(({ group, text }) => ({ group, text: ` ${text.toLowerCase()}` })) });
		expect((await pc.client.site.status()).session?.kitPending).toBe(false);
		expect(await refusalOf(pc.client.site.pendingKit())).toMatchObject({ code: 'NOT_FOUND', defined: true });
	});
});

describe('signing in', () => {
	it('slows down after wrong passphrases and does not say what was wrong', async () => {
		const pc = await office().pc('Tresen');
		await newSite(pc);
		await pc.client.members.lock();
		const attempt = (signInName: string, passphrase: string) => refusalOf(pc.client.members.signIn({ signInName, passphrase }));
		const waits: unknown[] = [];
		for (const [name, passphrase] of [
			[SIGN_IN_NAME, 'falsch'],
			['niemand', PASSPHRASE],
			['', PASSPHRASE],
			[SIGN_IN_NAME, `${PASSPHRASE} `],
			[SIGN_IN_NAME, PASSPHRASE.toUpperCase()],
		] as const) {
			const { code, data } = await attempt(name, passphrase);
			expect(code).toBe('WRONG_PASSPHRASE');
			const { waitMs } = data as { waitMs: number };
			waits.push(waitMs);
			// Too early even the right one is not looked at.
			if (waitMs > 0)
				expect(await attempt(SIGN_IN_NAME, PASSPHRASE)).toMatchObject({ code: 'WRONG_PASSPHRASE', data: { waitMs } });
			pc.clock.advance(waitMs);
		}
		expect(waits).toEqual([0, 0, 2000, 4000, 8000]);
		expect(await attempt(` ${SIGN_IN_NAME.toUpperCase()} `, PASSPHRASE)).toMatchObject({ code: 'none' });
	});

	it('does not let many attempts at once past the delay', async () => {
		const pc = await office().pc('Tresen');
		await newSite(pc);
		await pc.client.members.lock();
		const tried = await Promise.all(
			Array.from({ length: 6 }, (_, at) =>
				refusalOf(pc.client.members.signIn({ signInName: SIGN_IN_NAME, passphrase: `falsch ${at}` })),
			),
		);
		// Three are looked at, the others are told to wait because of those: nobody's guess counts twice as quick.
		expect(tried.filter(({ data }) => (data as { waitMs: number }).waitMs === 0)).toHaveLength(2);
		expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'WRONG_PASSPHRASE', data: { waitMs: 2000 } });
	});

	it('needs the new passphrase after it was changed, and the current one to change it', async () => {
		const pc = await office().pc('Tresen');
		await newSite(pc);
		const change = (current: string) => pc.client.members.changePassphrase({ current, next: NEW_PASSPHRASE });
		expect(await refusalOf(change('nicht meine'))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await change(PASSPHRASE);
		await pc.client.members.lock();
		expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await signIn(pc, NEW_PASSPHRASE);
	});

	it('closes every file when locking: they can be moved away and back', async () => {
		const pc = await office().pc('Tresen');
		await newSite(pc);
		await pc.client.members.lock();
		const vaults = filesBelow(join(pc.dataDir, 'vaults'));
		// The write-ahead logs are gone: SQLite removes them when the last handle closes.
		expect(vaults).toEqual(['counselling.db', 'counselling.key', 'office.db', 'office.key', 'workshop.db', 'workshop.key']);
		const open = process.platform === 'linux' ? openFilesBelow(pc.dataDir) : [];
		expect(open).toEqual([]);
		for (const name of vaults) renameSync(join(pc.dataDir, 'vaults', name), join(pc.dataDir, 'vaults', `${name}.weg`));
		for (const name of vaults) renameSync(join(pc.dataDir, 'vaults', `${name}.weg`), join(pc.dataDir, 'vaults', name));
		await signIn(pc);
	});

	it('works from the files alone after a restart', async () => {
		const { pc: start } = office();
		const before = await start('Tresen');
		await newSite(before);
		await before.backend.dispose();
		const after = await start('Tresen');
		expect(await after.client.site.status()).toMatchObject({ state: 'locked', signInNames: [SIGN_IN_NAME], session: null });
		await signIn(after);
	});
});

describe('the recovery kit', () => {
	it('gives a member who forgot a new passphrase, and refuses typing errors and kits of other sites', async () => {
		const { pc: start } = office();
		const pc = await start('Tresen');
		const { groups } = await newSite(pc);
		const foreign = await newSite(await start('Anderer Ort'));
		await pc.client.members.lock();
		const recover = (kit: string, signInName = SIGN_IN_NAME) =>
			drain(pc.client.site.recover({ kit, signInName, newPassphrase: NEW_PASSPHRASE, fromShare: null }));
		const typo = [...groups];
		typo[3] = typo[3] === 'AAAA' ? 'BBBB' : 'AAAA';
		expect(await refusalOf(recover(typo.join(' ')))).toMatchObject({ code: 'WRONG_KIT', data: { typo: true } });
		expect(await refusalOf(recover(foreign.groups.join(' ')))).toMatchObject({ code: 'WRONG_KIT', data: { typo: false } });
		expect(await refusalOf(recover(groups.join(' '), 'niemand'))).toMatchObject({ code: 'WRONG_KIT', data: { typo: false } });
		expect((await pc.client.site.status()).state).toBe('locked');

		await recover(groups.join('-').toLowerCase());
		expect((await pc.client.site.status()).state).toBe('unlocked');
		await pc.client.members.lock();
		expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await signIn(pc, NEW_PASSPHRASE);
		expect((await pc.client.site.status()).session?.vaults).toEqual(['office', 'workshop', 'counselling']);
	});

	it('is of no use on an empty PC without the share', async () => {
		const { pc: start } = office();
		const { groups } = await newSite(await start('Tresen'));
		const empty = await start('Leer');
		const input = { kit: groups.join(''), signInName: SIGN_IN_NAME, newPassphrase: NEW_PASSPHRASE, fromShare: null };
		expect(await refusalOf(drain(empty.client.site.recover(input)))).toMatchObject({ code: 'WRONG_KIT', defined: true });
		expect(filesBelow(empty.dataDir)).toEqual([]);
	});
});

/** What this process holds open below a folder, as Linux tells. */
function openFilesBelow(folder: string): string[] {
	const targets = readdirSync('/proc/self/fd').map((name) => {
		try {
			return readlinkSync(`/proc/self/fd/${name}`);
		} catch {
			// The handle that lists the folder is gone by now.
			return '';
		}
	});
	return targets.filter((path) => path.startsWith(folder));
}
