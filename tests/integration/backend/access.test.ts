import { describe, expect, it } from 'vitest';
import { ACCESS } from '#main/access.ts';
import { SAMPLE_MEMBERS } from '#main/features/site/sample/members.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readKeyFile } from '#main/vaults/key-files.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import { drain, EVERYBODY, office, refusalOf } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const rules = Object.entries(ACCESS).flatMap(([feature, procedures]) =>
	Object.entries(procedures).map(([name, rule]) => ({ path: `${feature}.${name}`, rule })),
);

/** These would change who sits at the desk, or throw the office out; their rule is `anyone`, which other tests use. */
const CHANGES_THE_DESK = ['members.lock', 'site.discardSample'];

/** Access is decided before the input is looked at, so this input is refused for its shape only where access is given. */
const NO_INPUT = Symbol('no input of any procedure');

async function answersOf(pc: TestBackend): Promise<Record<string, string>> {
	const answers: Record<string, string> = {};
	for (const { path } of PROCEDURES) {
		if (CHANGES_THE_DESK.includes(path)) continue;
		const { code } = await refusalOf(call(pc.client, path, NO_INPUT, 0));
		answers[path] = code === 'NOT_SIGNED_IN' || code === 'NO_ACCESS' ? code : 'allowed';
	}
	return answers;
}

const expected = (answer: (rule: string) => string) =>
	Object.fromEntries(rules.filter(({ path }) => !CHANGES_THE_DESK.includes(path)).map(({ path, rule }) => [path, answer(rule)]));

const signInAs = async (pc: TestBackend, wanted: string) => {
	const member = SAMPLE_MEMBERS.find(({ roles }) => roles.length === 1 && roles[0] === wanted);
	if (!member) throw new Error(`nobody in the sample office is only ${wanted}`);
	await pc.client.members.signIn({ signInName: member.signInName, passphrase: member.passphrase });
	return member;
};

describe('who may call what', () => {
	it('is decided for exactly the procedures of the contract', () => {
		expect(rules.map(({ path }) => path).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort());
	});

	it('holds for every procedure and every role', async () => {
		const pc = await office().pc('Gerät');
		await drain(pc.client.site.createSample());
		expect(await answersOf(pc)).toEqual(expected((rule) => (rule === 'anyone' ? 'allowed' : 'NOT_SIGNED_IN')));
		const can: Record<string, string[]> = {
			volunteer: ['anyone', 'signed_in'],
			coordinator: ['anyone', 'signed_in'],
			administrator: ['anyone', 'signed_in', 'administrator'],
			counsellor: ['anyone', 'signed_in', 'counselling'],
		};
		for (const [role, allowed] of Object.entries(can)) {
			await signInAs(pc, role);
			expect(await answersOf(pc), role).toEqual(expected((rule) => (allowed.includes(rule) ? 'allowed' : 'NO_ACCESS')));
		}
		await pc.client.members.lock();
		expect((await answersOf(pc))['people.list']).toBe('NOT_SIGNED_IN');
	}, 300_000);

	it('lets nobody touch people or case files without the counselling vault', () => {
		for (const { path, rule } of rules) {
			if (/^(people|cases|search)\./.test(path)) expect({ path, rule }).toEqual({ path, rule: 'counselling' });
		}
		expect(rules.filter(({ rule }) => rule === 'anyone').map(({ path }) => path)).toEqual([
			'site.status',
			'site.create',
			'site.createSample',
			'site.discardSample',
			'site.join',
			'site.recover',
			'site.repair',
			'site.preferences',
			'site.savePreferences',
			'members.signIn',
			'members.lock',
			'records.changes',
			'share.browse',
			'share.chooseFolder',
			'share.inspect',
		]);
	});
});

it('without counselling, a role has neither that vault open nor its key', async () => {
	const pc = await office().pc('Gerät');
	await drain(pc.client.site.createSample());
	for (const role of ['volunteer', 'coordinator', 'administrator']) {
		const member = await signInAs(pc, role);
		expect((await pc.client.site.status()).session?.vaults).toEqual(['office', 'workshop']);

		// What a debugger on this disk with this member's passphrase could get at: every key the ledger has for them.
		const folder = dataFolder(pc.dataDir);
		const ledger = readLedger(folder.readLedger());
		if (!ledger.ok) throw new Error('ledger does not verify');
		const unlocked = await unlockMember(ledger.value, member.signInName, member.passphrase);
		if (!unlocked) throw new Error('passphrase does not open the member');
		const keys = openGrants(ledger.value, unlocked.member, unlocked.keys.sealing);
		expect([...keys.keys()].sort(), role).toEqual(['office:1', 'workshop:1']);
		const device = folder.readDevice();
		if (device === null || device === 'damaged') throw new Error('no device');
		const place = { site: ledger.value.site, device: device.device, vault: 'counselling', what: 'file' } as const;
		expect(readKeyFile(folder.vaultKeyPath('counselling'), place, keys), role).toBe('no_key');
	}
	// The data is there all the same: a counsellor opens it.
	await signInAs(pc, 'counsellor');
	expect((await pc.client.people.list(EVERYBODY)).total).toBeGreaterThan(10);
}, 300_000);
