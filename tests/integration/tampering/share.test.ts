import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readShareLedger } from '#main/share/exchange-ledger.ts';
import { feedFolder, ledgerFolder, snapshotsFolder } from '#main/share/layout.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { takeSnapshot, verifySnapshot } from '#main/share/snapshots.ts';
import { verifyShare } from '#main/share/verify.ts';
import { entryFileName } from '#main/vaults/ledger.ts';
import type { Vault } from '#shared/features/members/model.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { type Device, smallOffice } from '#tests/support/small-office.ts';
import { tamper } from '#tests/support/tampering.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const V: Vault = 'counselling';
const TRIES = campaign(30, 350);
const quiet = () => {};

async function publishedOffice(seed: number) {
	const office = await smallOffice(seed);
	const [writer, other] = [office.device(), office.device()];
	for (let n = 0; n < 4; n++) {
		for (const device of [writer, other]) {
			device.addPerson({ lastName: `Name${n}`, remarks: 'Text '.repeat(20) });
			await publishVault(device.vault(V), device.context());
		}
	}
	const at = (path: string) => join(office.share, ...path.split('/'));
	const ledger = at(ledgerFolder(office.site));
	mkdirSync(ledger, { recursive: true });
	for (const entry of office.entries) writeFileSync(join(ledger, entryFileName(entry)), entry.bytes);
	const scratch = join(temporaryFolder(), 'scratch');
	const snapshot = await takeSnapshot(writer.vault(V), writer.context(), scratch, quiet);
	return {
		office,
		writer,
		other,
		scratch,
		snapshot,
		ledger,
		feed: at(feedFolder(office.site, V, writer.id)),
		folder: join(at(snapshotsFolder(office.site, V)), snapshot),
	};
}

/** Spoils the file, looks, and puts it right again. */
async function whileSpoilt(path: string, bytes: Uint8Array, look: () => Promise<void>): Promise<void> {
	const good = readFileSync(path);
	writeFileSync(path, bytes);
	await look();
	writeFileSync(path, good);
}

async function alarmsOfVerify(device: Device, scratch: string) {
	device.alarms.length = 0;
	await verifyShare(device.context(), [V], scratch, quiet, () => false);
	return device.alarms.map(({ file }) => file);
}

describe('a share that somebody changes', () => {
	it(`names every spoilt file: ${TRIES} segments, ${TRIES} snapshot files, ${TRIES} ledger entries`, {
		timeout: 900_000,
	}, async () => {
		const seed = printedSeed('tampering with the share');
		const random = seededRandom(seed);
		const { office, writer, other, scratch, snapshot, ledger, feed, folder } = await publishedOffice(seed);
		const others = 4;
		expect(await alarmsOfVerify(writer, scratch)).toEqual([]);

		for (let n = 0; n < TRIES; n++) {
			const name = random.pick(readdirSync(feed));
			const { how, bytes } = tamper(readFileSync(join(feed, name)), random);
			await whileSpoilt(join(feed, name), bytes, async () => {
				const reader = office.device();
				const applied = await pullVault(reader.vault(V), reader.context(), { includeOwn: false });
				const file = `${feedFolder(office.site, V, writer.id)}/${name}`;
				expect(reader.alarms, how).toEqual([{ problem: 'tampered', device: writer.id, file }]);
				const before = Number(name.slice(0, 10)) - 1;
				expect(applied, 'the spoilt feed up to there, the other one whole').toBe(before + others);
				reader.vault(V).close();
			});
		}
		for (let n = 0; n < TRIES; n++) {
			const name = random.pick(['manifest', 'part-00000']);
			const { how, bytes } = tamper(readFileSync(join(folder, name)), random);
			await whileSpoilt(join(folder, name), bytes, async () => {
				const refusal = await verifySnapshot(V, snapshot, other.context(), scratch, quiet);
				const expected = name === 'manifest' ? ['malformed', 'bad_signature', 'unknown_device'] : ['part_damaged'];
				expect(expected, `${name} ${how}`).toContain(refusal);
			});
		}
		for (let n = 0; n < TRIES; n++) {
			const name = random.pick(readdirSync(ledger));
			const { how, bytes } = tamper(readFileSync(join(ledger, name)), random);
			await whileSpoilt(join(ledger, name), bytes, async () => {
				const read = await readShareLedger(other.context().target, office.site);
				expect(read, how).toMatchObject({ ok: false, error: { file: `${ledgerFolder(office.site)}/${name}` } });
			});
		}
		expect(await alarmsOfVerify(writer, scratch), 'all put right again').toEqual([]);
	});

	it('refuses whole files in places that are not theirs', async () => {
		const { office, writer, other, feed, folder, snapshot, scratch, ledger } = await publishedOffice(7);
		const [first = '', second = ''] = readdirSync(feed);
		const look = async () => {
			const reader = office.device();
			await pullVault(reader.vault(V), reader.context(), { includeOwn: false });
			return reader.alarms.map(({ problem, device }) => [problem, device]);
		};
		const bytes = readdirSync(feed).map((name) => readFileSync(join(feed, name)));
		// Two segments swapped, each under the other's name.
		writeFileSync(join(feed, first), bytes[1] as Buffer);
		writeFileSync(join(feed, second), bytes[0] as Buffer);
		expect(await look()).toEqual([['tampered', writer.id]]);
		writeFileSync(join(feed, first), bytes[0] as Buffer);
		// Replayed at another position under a name that fits its bytes.
		renameSync(join(feed, second), join(feed, 'aside'));
		copyFileSync(join(feed, first), join(feed, first.replace('0000000001', '0000000002')));
		expect(await look()).toEqual([['tampered', writer.id]]);
		rmSync(join(feed, first.replace('0000000001', '0000000002')));
		writeFileSync(join(feed, second), bytes[1] as Buffer);
		rmSync(join(feed, 'aside'));
		expect(await look()).toEqual([]);
		// Another device's feed under our name, and our segment in another vault.
		const strange = join(feed, '..', other.id);
		const names = readdirSync(strange);
		for (const name of names) renameSync(join(strange, name), join(strange, `${name}.aside`));
		copyFileSync(join(feed, first), join(strange, first));
		expect(await look()).toEqual([['tampered', other.id]]);
		rmSync(join(strange, first));
		for (const name of names) renameSync(join(strange, `${name}.aside`), join(strange, name));
		const office2 = join(office.share, ...feedFolder(office.site, 'office', writer.id).split('/'));
		mkdirSync(office2, { recursive: true });
		copyFileSync(join(feed, first), join(office2, first));
		const reader = office.device();
		await pullVault(reader.vault('office'), reader.context(), { includeOwn: false });
		expect(reader.alarms).toMatchObject([{ problem: 'tampered', device: writer.id }]);
		// A snapshot under an older or newer name, its parts exchanged; the ledger without its middle.
		const renamed = snapshot.replace('20260309', '20260310');
		renameSync(folder, folder.replace(snapshot, renamed));
		expect(await verifySnapshot(V, renamed, other.context(), scratch, quiet)).toBe('misplaced');
		const entries = readdirSync(ledger);
		rmSync(join(ledger, entries[1] ?? ''));
		expect((await readShareLedger(other.context().target, office.site)).ok).toBe(false);
	});

	it('believes no other site, even one made by the same people', async () => {
		const [here, there] = [await publishedOffice(11), await publishedOffice(12)];
		const strange = join(here.office.share, ...feedFolder(here.office.site, V, here.writer.id).split('/'));
		for (const name of readdirSync(strange)) rmSync(join(strange, name));
		for (const name of readdirSync(there.feed)) copyFileSync(join(there.feed, name), join(strange, name));
		const reader = here.office.device();
		expect(await pullVault(reader.vault(V), reader.context(), { includeOwn: false })).toBe(4);
		expect(reader.alarms).toMatchObject([{ problem: 'tampered', device: here.writer.id }]);
		for (const name of readdirSync(here.ledger)) rmSync(join(here.ledger, name));
		for (const name of readdirSync(there.ledger)) copyFileSync(join(there.ledger, name), join(here.ledger, name));
		expect(await readShareLedger(here.writer.context().target, here.office.site)).toMatchObject({
			ok: false,
			error: { refusal: 'wrong_site' },
		});
	});
});
