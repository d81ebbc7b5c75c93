import { describe, expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { TargetError } from '#main/share/target.ts';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import { wires } from '#tests/support/dismissal.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { add, START, welcome } from '#tests/support/newcomer.ts';
import { joinSite, newSite, type Office, office, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Several who administer, and a share that is not always there: the ledger stays one. */

const entriesOn = (place: Office) =>
	filesBelow(place.share)
		.map((path) => /\/ledger\/(\d{10})-[0-9a-f]{32}$/.exec(path)?.[1])
		.filter((seq) => seq !== undefined);

/** One entry for each number, and all PCs know the same. */
async function expectOneLedger(place: Office, ...pcs: TestBackend[]): Promise<void> {
	for (const pc of pcs) await sync(pc);
	const entries = entriesOn(place);
	expect(entries).toEqual(entries.map((_, at) => String(at + 1).padStart(10, '0')));
	const [first, ...others] = await Promise.all(pcs.map(({ client }) => client.members.overview()));
	for (const other of others) expect(other).toEqual(first);
}

const names = async ({ client }: TestBackend) =>
	(await client.members.list()).filter(({ removedAt }) => removedAt === null).map(({ name }) => name);

async function twoAdministrators(place: Office) {
	const annas = await place.pc('Tresen');
	const { member } = await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const doris = await welcome(place, annas, 'Doris', ['administrator']);
	await sync(doris.pc);
	return { annas, anna: member, doris };
}

describe('two administrators at the same moment', () => {
	it('both get what they wanted', async () => {
		const place = office();
		const { annas, doris } = await twoAdministrators(place);
		const [vera, karl] = await Promise.all([add(annas, 'Vera', ['volunteer']), add(doris.pc, 'Karl', ['coordinator'])]);
		await expectOneLedger(place, annas, doris.pc);
		expect((await names(annas)).sort()).toEqual(['Anna Müller', 'Doris', 'Karl', 'Vera']);
		// New keys are due for each: both removals stand, and everybody who stays reads on.
		await Promise.all([
			annas.client.members.remove({ id: karl, devices: [], accepted: true }),
			doris.pc.client.members.remove({ id: vera, devices: [], accepted: true }),
		]);
		await expectOneLedger(place, annas, doris.pc);
		expect((await names(doris.pc)).sort()).toEqual(['Anna Müller', 'Doris']);
		await annas.client.site.updateProfile({
			name: 'Nach allem',
			organisation: 'Nachbarschaft e. V.',
			...NO_ADDRESS,
			lockAfterMinutes: 10,
		});
		await sync(annas);
		await sync(doris.pc);
		expect((await doris.pc.client.site.status()).session?.profile.name).toBe('Nach allem');
	});

	it('give one name to one of two', async () => {
		const place = office();
		const { annas, doris } = await twoAdministrators(place);
		const answers = await Promise.all([
			refusalOf(add(annas, 'Vera', ['volunteer'])),
			refusalOf(add(doris.pc, 'Vera', ['coordinator'])),
		]);
		expect(answers.map(({ code }) => code).sort()).toEqual(['SIGN_IN_NAME_TAKEN', 'none']);
		await expectOneLedger(place, annas, doris.pc);
		expect((await names(annas)).sort()).toEqual(['Anna Müller', 'Doris', 'Vera']);
	});

	it('do not remove each other: one goes, the other one hears that it was not done', async () => {
		const place = office();
		const { annas, anna, doris } = await twoAdministrators(place);
		const answers = await Promise.all([
			refusalOf(annas.client.members.remove({ id: doris.id, devices: [], accepted: true })),
			refusalOf(doris.pc.client.members.remove({ id: anna, devices: [], accepted: true })),
		]);
		expect(answers.map(({ code }) => code).sort()).toEqual(['NOT_SIGNED_IN', 'none']);
		const [stays, went] = answers[0]?.code === 'none' ? [annas, doris.pc] : [doris.pc, annas];
		expect(await went.client.site.status()).toMatchObject({ state: 'locked', ended: 'member_removed' });
		await expectOneLedger(place, stays);
		expect(await names(stays)).toHaveLength(1);
	});

	it('do not both step back', async () => {
		const place = office();
		const { annas, anna, doris } = await twoAdministrators(place);
		const answers = await Promise.all([
			refusalOf(annas.client.members.changeRoles({ id: anna, roles: ['counsellor'], accepted: true })),
			refusalOf(doris.pc.client.members.changeRoles({ id: doris.id, roles: ['volunteer'], accepted: true })),
		]);
		expect(answers.map(({ code, data }) => [code, data]).sort()).toEqual([
			['REFUSED', { reason: 'last_administrator' }],
			['none', undefined],
		]);
		for (const pc of [annas, doris.pc]) await sync(pc);
		expect((await annas.client.site.status()).session?.administrators).toBe(1);
	});

	it('and a third one make nine changes, one after the other in the ledger', async () => {
		const place = office();
		const { annas, doris } = await twoAdministrators(place);
		const third = await place.pc('Büro unten');
		await joinSite(third, place.share);
		const pcs = [annas, doris.pc, third];
		const wanted = Array.from({ length: 9 }, (_, n) => `Person${n}`);
		const answers = await Promise.all(wanted.map((name, n) => refusalOf(add(pcs[n % pcs.length] ?? annas, name, ['volunteer']))));
		const stand = wanted.filter((_, n) => answers[n]?.code === 'none');
		for (const { code } of answers) expect(['none', 'SHARE']).toContain(code);
		expect(stand.length).toBeGreaterThan(5);
		await expectOneLedger(place, ...pcs);
		expect((await names(third)).sort()).toEqual([...stand, 'Anna Müller', 'Doris'].sort());
	}, 120_000);
});

describe('without the share', () => {
	it('nothing of members, devices or the kit changes, and Kontor says why', async () => {
		const place = office();
		const cable = wires();
		const annas = await place.pc('Tresen', { targetFor: cable.targetFor });
		const { member } = await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const vera = await add(annas, 'Vera', ['volunteer']);
		await sync(annas);
		const { client } = annas;
		const [device] = await client.devices.list();
		if (!device) throw new Error('no device');
		const attempts: (() => Promise<unknown>)[] = [
			() => add(annas, 'Karl', ['volunteer']),
			() => client.members.rename({ id: vera, name: 'Vera Wolf', signInName: 'wolf' }),
			() => client.members.changeRoles({ id: vera, roles: ['counsellor'], accepted: true }),
			() => client.members.resetPassphrase({ id: vera, startPassphrase: START, accepted: true }),
			() => client.members.remove({ id: vera, devices: [], accepted: true }),
			() => client.members.giveAccess({ id: member }),
			() => client.devices.rename({ id: device.id, name: 'Anders' }),
			() => client.site.renewKit(),
		];
		const known = async () => [await client.members.overview(), await client.members.history(), await client.devices.list()];
		const before = await known();
		const entries = entriesOn(place);
		for (const state of ['down', 'read_only'] as const) {
			cable.state = state;
			for (const [at, attempt] of attempts.entries()) {
				const { code, defined, data } = await refusalOf(attempt());
				// Nothing is to be done for her, so nothing has to be written.
				const isNothing = state === 'read_only' && at === 5;
				expect({ state, at, code, defined, data }).toEqual({
					state,
					at,
					code: isNothing ? 'none' : 'SHARE',
					defined: true,
					data: isNothing ? undefined : { problem: 'unreachable', file: null },
				});
			}
			expect(await known()).toEqual(before);
		}
		cable.state = 'up';
		expect(entriesOn(place)).toEqual(entries);
		expect((await client.site.status()).session).toMatchObject({ administrators: 1 });
		await client.members.remove({ id: vera, devices: [], accepted: true });
		await expectOneLedger(place, annas);
	});

	it('a change that was cut off in the middle is made again a little later', async () => {
		const place = office();
		let isCut = false;
		const targetFor = (folder: string) => {
			const target = folderTarget(folder, systemRandom, async () => {});
			return {
				...target,
				async writeNew(path: string, bytes: Uint8Array) {
					if (isCut) throw new TargetError('unreachable');
					await target.writeNew(path, bytes);
				},
			};
		};
		const annas = await place.pc('Tresen', { targetFor });
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		await sync(annas);
		isCut = true;
		expect((await refusalOf(add(annas, 'Vera', ['volunteer']))).code).toBe('SHARE');
		expect(await names(annas)).toEqual(['Anna Müller']);
		isCut = false;
		// Its number is taken and unused, as far as anybody can tell, for two minutes.
		const free = () => !filesBelow(place.share).some((path) => path.includes('/claim-0000000002/'));
		await annas.settle('the number of the ledger to be free', free);
		await add(annas, 'Vera', ['volunteer']);
		await expectOneLedger(place, annas);
		expect((await names(annas)).sort()).toEqual(['Anna Müller', 'Vera']);
	});
});
