import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { type ShareTarget, TargetError } from '#main/share/target.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import {
	caseOf,
	drain,
	joinSite,
	newSite,
	note,
	type Office,
	office,
	onlySite,
	person,
	refusalOf,
	SIGN_IN_NAME,
	signIn,
	sync,
} from '#tests/support/office.ts';
import { PASSPHRASE, type TestBackend } from '#tests/support/test-backend.ts';

/** Coming to a site with an empty PC: what is refused leaves nothing behind. */

const NEW_PASSPHRASE = 'drei Möwen auf dem Dach';

async function siteOnShare(place: Office) {
	const pc = await place.pc('Tresen');
	const { groups, member } = await newSite(pc);
	const { id } = await pc.client.people.create(person());
	const opened = await pc.client.cases.open({ ...caseOf(member), personId: id });
	await pc.client.cases.addContact({ ...note(), caseId: opened.id, privateNote: 'nur für mich' });
	await pc.client.share.connect({ folder: place.share });
	return { pc, groups, member, person: id, caseId: opened.id, siteId: await onlySite(pc, place.share) };
}

const joining = ({ client }: TestBackend, folder: string, siteId: SiteId, passphrase = PASSPHRASE, signInName = SIGN_IN_NAME) =>
	client.site.join({ folder, siteId, signInName, passphrase, deviceName: 'Büro oben' });

/** Cut off between claiming a number of the ledger and writing it: a PC that runs takes the claim away in two minutes. */
async function clearClaims(running: TestBackend, place: Office): Promise<void> {
	const ledger = filesBelow(place.share).filter((path) => path.includes('ledger') && !path.includes('claim-'));
	const entries = ledger.filter((path) => /\d{10}-[0-9a-f]{32}$/.test(path)).length;
	const next = `claim-${String(entries + 1).padStart(10, '0')}`;
	const isClaimed = () => filesBelow(place.share).some((path) => path.includes(`/${next}/`));
	if (isClaimed()) await running.settle('the claim to be taken away', () => !isClaimed());
}

async function expectEmpty(pc: TestBackend): Promise<void> {
	expect(filesBelow(pc.dataDir)).toEqual([]);
	expect(await pc.client.site.status()).toMatchObject({ state: 'empty', session: null, signInNames: [] });
}

describe('joining', () => {
	it('refuses a wrong passphrase, an unknown name, another site and a folder without one', async () => {
		const place = office();
		const { siteId } = await siteOnShare(place);
		const pc = await place.pc('Leer');
		expect(await refusalOf(drain(joining(pc, place.share, siteId, 'falsch')))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		expect(await refusalOf(drain(joining(pc, place.share, siteId, PASSPHRASE, 'niemand')))).toMatchObject({
			code: 'WRONG_PASSPHRASE',
		});
		const other = '01890000-0000-7000-8000-000000000000' as SiteId;
		expect(await refusalOf(drain(joining(pc, place.share, other)))).toMatchObject({
			code: 'SHARE',
			data: { problem: 'wrong_folder' },
		});
		expect(await refusalOf(drain(joining(pc, join(place.root, 'weg'), siteId)))).toMatchObject({
			code: 'SHARE',
			data: { problem: 'unreachable' },
		});
		const empty = join(place.root, 'leerer Ordner');
		mkdirSync(empty);
		expect(await pc.client.share.inspect({ folder: empty })).toEqual({ sites: [] });
		await expectEmpty(pc);
		await drain(joining(pc, place.share, siteId));
		expect(await refusalOf(drain(joining(pc, place.share, siteId)))).toMatchObject({ code: 'ALREADY_A_SITE' });
	});

	it('leaves an empty folder when it is cancelled at any step', async () => {
		const place = office();
		const { siteId } = await siteOnShare(place);
		const pc = await place.pc('Leer');
		for (let steps = 1; ; steps++) {
			const stream = await joining(pc, place.share, siteId);
			let last: unknown;
			for (let step = 0; step < steps; step++) last = await stream.next();
			if ((last as IteratorResult<unknown>).done) break;
			await stream.return(undefined);
			await expectEmpty(pc);
		}
		expect((await pc.client.site.status()).state).toBe('unlocked');
	});

	it('leaves an empty folder whichever operation the share fails at', async () => {
		const place = office();
		const { siteId, pc: running } = await siteOnShare(place);
		let left = 0;
		const fragile = (folder: string): ShareTarget => {
			const target = folderTarget(folder, systemRandom, async () => {});
			const counted =
				<Input extends unknown[], T>(work: (...input: Input) => Promise<T>) =>
				async (...input: Input): Promise<T> => {
					left -= 1;
					if (left < 0) throw new TargetError('unreachable');
					return work(...input);
				};
			return {
				list: counted(target.list),
				read: counted(target.read),
				writeNew: counted(target.writeNew),
				claim: counted(target.claim),
				remove: counted(target.remove),
			};
		};
		const pc = await place.pc('Leer', { targetFor: fragile });
		for (let allowed = 0; ; allowed += campaign(5, 1)) {
			left = allowed;
			const refusal = await refusalOf(drain(joining(pc, place.share, siteId)));
			if ((await pc.client.site.status()).state === 'unlocked') break;
			expect(refusal).toMatchObject({ code: 'SHARE', data: { problem: 'unreachable' } });
			await expectEmpty(pc);
			expect(allowed).toBeLessThan(100);
			await clearClaims(running, place);
		}
		left = Number.POSITIVE_INFINITY;
		await sync(pc);
		expect((await pc.client.search.query({ text: 'Fatma' })).length).toBeGreaterThan(0);
	}, 300_000);
});

describe('recovering with the kit and the share', () => {
	it('brings a PC back from nothing, and says that private notes are lost', async () => {
		const place = office();
		const { pc, groups, siteId, person: id, caseId } = await siteOnShare(place);
		await pc.client.members.lock();
		rmSync(pc.dataDir, { recursive: true });
		const fresh = await place.pc('Neu');
		const recover = (kit: string) =>
			drain(
				fresh.client.site.recover({
					kit,
					signInName: SIGN_IN_NAME,
					newPassphrase: NEW_PASSPHRASE,
					fromShare: { folder: place.share, siteId, deviceName: 'Neuer PC' },
				}),
			);
		expect(await refusalOf(recover(groups.slice(1).join('')))).toMatchObject({ code: 'WRONG_KIT', data: { typo: true } });
		await expectEmpty(fresh);
		await recover(groups.join(' '));
		expect(await fresh.client.people.get({ id })).toMatchObject({ lastName: 'Yılmaz' });
		expect(await fresh.client.cases.contacts({ caseId })).toMatchObject([
			{ text: 'Gespräch', privateNoteState: 'lost', privateNote: null },
		]);
		await fresh.client.members.lock();
		expect(await refusalOf(signIn(fresh))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await signIn(fresh, NEW_PASSPHRASE);
		// The old passphrase opens nothing on a third PC either.
		const third = await place.pc('Dritter');
		expect(await refusalOf(joinSite(third, place.share))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await joinSite(third, place.share, NEW_PASSPHRASE);
	});

	it('carries a recovery made on one PC to the other', async () => {
		const place = office();
		const { pc, groups } = await siteOnShare(place);
		const second = await place.pc('Zweiter');
		await joinSite(second, place.share);
		await pc.client.members.lock();
		await drain(
			pc.client.site.recover({ kit: groups.join(''), signInName: SIGN_IN_NAME, newPassphrase: NEW_PASSPHRASE, fromShare: null }),
		);
		await sync(pc);
		// Keys that no longer count end the session they opened.
		await second.settle('signed out', async () => (await second.client.site.status()).state === 'locked');
		expect(await refusalOf(signIn(second))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await signIn(second, NEW_PASSPHRASE);
	});
});

describe('the sample office', () => {
	it('is thrown out whole, and a real site can begin', async () => {
		const pc = await office().pc('Probe');
		await drain(pc.client.site.createSample());
		const { sample } = await pc.client.site.status();
		expect(sample).toHaveLength(5);
		await pc.client.members.signIn({
			signInName: 'miriam',
			passphrase: sample?.find(({ signInName }) => signInName === 'miriam')?.passphrase ?? '',
		});
		await pc.client.site.discardSample();
		await expectEmpty(pc);
		await newSite(pc);
		expect(await pc.client.site.status()).toMatchObject({ sample: null, state: 'unlocked' });
	}, 300_000);
});
