import { describe, expect, it } from 'vitest';
import { ACCESS } from '#main/access.ts';
import { SAMPLE_MEMBERS } from '#main/features/site/sample/members.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readKeyFile } from '#main/vaults/key-files.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import type { Role } from '#shared/features/members/model.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, office, refusalOf } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const rules = Object.entries(ACCESS).flatMap(([feature, procedures]) =>
	Object.entries(procedures).map(([name, rule]) => ({ path: `${feature}.${name}`, rule })),
);

/** These would change who sits at the desk, or throw the office out; their rule is `anyone`, which other tests use. */
const CHANGES_THE_DESK = ['members.lock', 'site.discardSample', 'site.clearRemoved'];

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

const expectedOf = (allowed: readonly string[]) => expected((rule) => (allowed.includes(rule) ? 'allowed' : 'NO_ACCESS'));

const NEWCOMER = ['anyone', 'newcomer'];
/** Everybody holds the workshop's key. */
const MEMBER = [...NEWCOMER, 'signed_in', 'workshop'];
const COORDINATOR = [...MEMBER, 'coordination', 'casework'];
const ADMINISTRATOR = [...COORDINATOR, 'administrator'];
const COUNSELLOR = [...MEMBER, 'counselling', 'casework'];

const signInAs = async (pc: TestBackend, wanted: string) => {
	const member = SAMPLE_MEMBERS.find(({ roles }) => roles.length === 1 && roles[0] === wanted);
	if (!member) throw new Error(`nobody in the sample office is only ${wanted}`);
	await pc.client.members.signIn({ signInName: member.signInName, passphrase: member.passphrase });
	return member;
};

async function sampleOffice(): Promise<TestBackend> {
	const pc = await office().pc('Gerät');
	await drain(pc.client.site.createSample());
	return pc;
}

describe('who may call what', () => {
	it('is decided for exactly the procedures of the contract', () => {
		expect(rules.map(({ path }) => path).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort());
	});

	it('holds for every procedure and every role', async () => {
		const pc = await sampleOffice();
		expect(await answersOf(pc)).toEqual(expected((rule) => (rule === 'anyone' ? 'allowed' : 'NOT_SIGNED_IN')));
		const can: Record<Role, string[]> = {
			volunteer: MEMBER,
			coordinator: COORDINATOR,
			administrator: ADMINISTRATOR,
			counsellor: COUNSELLOR,
		};
		for (const [role, allowed] of Object.entries(can)) {
			await signInAs(pc, role);
			expect(await answersOf(pc), role).toEqual(expectedOf(allowed));
		}
		await pc.client.members.lock();
		expect((await answersOf(pc))['people.list']).toBe('NOT_SIGNED_IN');
	}, 300_000);

	it('is next to nothing before the start passphrase has been replaced, whatever the roles', async () => {
		const pc = await sampleOffice();
		const newcomers: [name: string, roles: Role[], then: string[]][] = [
			['Vera', ['volunteer'], MEMBER],
			['Karl', ['coordinator'], COORDINATOR],
			// Whom an administrator made a counsellor reads nothing before a counsellor has confirmed it.
			['Berta', ['counsellor'], MEMBER],
			['Doris', ['counsellor', 'coordinator', 'volunteer', 'administrator'], ADMINISTRATOR],
		];
		await signInAs(pc, 'administrator');
		for (const [name, roles] of newcomers) await add(pc, name, roles);
		for (const [name, , then] of newcomers) {
			await pc.client.members.signIn({ signInName: name, passphrase: START });
			expect((await pc.client.site.status()).session).toMatchObject({ mustChangePassphrase: true });
			expect(await answersOf(pc), `${name}, start passphrase`).toEqual(expectedOf(NEWCOMER));
			await pc.client.members.changePassphrase({ current: START, next: OWN });
			expect(await answersOf(pc), `${name}, own passphrase`).toEqual(expectedOf(then));
		}
	}, 300_000);

	it('lets nobody touch people or case files without the counselling vault', () => {
		for (const { path, rule } of rules) {
			if (/^(people|businesses|cases|consents|referrals|funderData)\./.test(path))
				expect({ path, rule }).toEqual({ path, rule: 'counselling' });
			if (/^(inventory|borrowers|lending|repairs|signIns)\./.test(path))
				expect(['workshop', 'coordination'], path).toContain(rule);
			if (/^accessLog\./.test(path)) expect({ path, rule }).toEqual({ path, rule: 'administrator' });
		}
		const paths = (wanted: string) => rules.filter(({ rule }) => rule === wanted).map(({ path }) => path);
		expect(paths('casework')).toEqual(['create', 'update', 'remove', 'restore'].map((name) => `partners.${name}`));
		expect(paths('newcomer')).toEqual(['members.changePassphrase']);
		// Search, history and drafts are of every vault and refuse by the record's own: the inventory's tests try it.
		expect(paths('coordination')).toEqual([
			'site.saveOpeningHours',
			'privacy.saveRules',
			...['dueBorrowers', 'previewBorrower', 'eraseBorrower', 'erasedBorrowers', 'copiesOfBorrowers'].map(
				(name) => `privacy.${name}`,
			),
			...['create', 'update', 'setTerms', 'removeTerms', 'remove', 'restore'].map((name) => `funderProgrammes.${name}`),
			'schedule.readClosures',
			'lending.saveRules',
			'repairs.saveWaiver',
			...['saveSettings', 'previewImport', 'runImport', 'exportPreview', 'exportFiles'].map((name) => `openRepairData.${name}`),
			'signIns.saveRules',
			...['create', 'update', 'remove', 'restore'].map((name) => `rooms.${name}`),
			...['create', 'update', 'split', 'rejoin', 'changeSession', 'keepDouble', 'remove', 'restore'].map(
				(name) => `offers.${name}`,
			),
			'rota.copyWeek',
		]);
		expect(paths('signed_in')).toEqual([
			'site.openingHours',
			'members.list',
			'members.turns',
			'members.turn',
			'devices.list',
			'privacy.rules',
			'partners.list',
			'funderProgrammes.list',
			'schedule.busy',
			'schedule.absences',
			'schedule.addAbsence',
			'schedule.changeAbsence',
			'schedule.removeAbsence',
			'schedule.restoreAbsence',
			'schedule.exportIcs',
			'schedule.doubles',
			...['enter', 'list', 'here', 'enrol'].map((name) => `kiosk.${name}`),
			'rooms.list',
			...['list', 'get', 'sessions', 'preview', 'help', 'doubles'].map((name) => `offers.${name}`),
			...['ofSession', 'ofOffer', 'ofDay', 'mark', 'unmark', 'restore', 'exportCsv'].map((name) => `attendance.${name}`),
			...['duties', 'change'].map((name) => `rota.${name}`),
			'records.history',
			'records.restoreTo',
			'records.draft',
			'records.saveDraft',
			'records.discardDraft',
			...['list', 'count', 'decide', 'undo'].map((name) => `decisions.${name}`),
			'search.query',
			'share.status',
			'share.pauseCatchUp',
			'share.devices',
			'share.backUpNow',
			'share.verify',
			'share.snapshots',
			'share.care',
			'share.drill',
		]);
		expect(paths('anyone')).toEqual([
			'site.status',
			'site.create',
			'site.createSample',
			'site.discardSample',
			'site.clearRemoved',
			'site.join',
			'site.recover',
			'site.repair',
			'site.preferences',
			'site.savePreferences',
			'members.signIn',
			'members.lock',
			...['mode', 'day', 'signIn', 'signOut', 'leave', 'setUp', 'resume', 'dismantle'].map((name) => `kiosk.${name}`),
			'records.changes',
			'share.browse',
			'share.chooseFolder',
			'share.inspect',
		]);
	});
});

it('without counselling, a role has neither that vault open nor its key', async () => {
	const pc = await sampleOffice();
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
