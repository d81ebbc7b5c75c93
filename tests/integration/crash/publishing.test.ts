import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { namesIn } from '#main/platform/files.ts';
import { feedFolder, parseSequenceName } from '#main/share/layout.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { deviceFact } from '#main/vaults/administration.ts';
import { KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { keyOf } from '#main/vaults/grants.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { writeEntry } from '#main/vaults/ledger.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { bundled } from '#tests/support/bundled.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import type { PublisherPlan } from '#tests/support/crash-publisher.ts';
import { runAndKill } from '#tests/support/killed-process.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { KINDS, migrationsOfAll, smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

const KILLS = campaign(8, 20);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

it(`sends the same segments again after each of ${KILLS} kills, and the feed never forks`, {
	timeout: KILLS * 10_000,
}, async () => {
	const publisher = await bundled(join(import.meta.dirname, '../../support/crash-publisher.ts'));
	const seed = printedSeed('crash while publishing');
	const random = seededRandom(seed);
	const office = await smallOffice(seed);
	office.clock.set(Date.now());
	const reader = office.device();
	const id = office.nextId() as DeviceId;
	const deviceSeed = random.bytes(KEY_BYTES);
	const keys = signingKeysFrom(deviceSeed);
	const { founded } = office;
	const fact = deviceFact(id, keys, 'Absturz', keyOf(founded.epochKeys, 'office', 1), random);
	office.addEntry(
		writeEntry(office.ledger(), { id: founded.member, secretKey: founded.memberKeys.signing.secretKey }, office.clock.now(), [
			fact,
		]),
	);
	const fileKey = newFileKey(random);
	const folder = temporaryFolder();
	const path = join(folder, 'vaults', 'counselling.db');
	const plan: PublisherPlan = {
		path,
		share: office.share,
		fileKey: base64(fileKey),
		site: office.site,
		device: id,
		member: office.author,
		deviceSeed: base64(deviceSeed),
		epochKey: base64(keyOf(founded.epochKeys, 'counselling', 1)),
		ledger: office.entries.map((entry) => base64(entry.bytes)),
		migrations: MIGRATIONS,
	};
	writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));

	const alarms: unknown[] = [];
	const context = { ...reader.context(), device: { id, keys }, alarm: (...alarm: unknown[]) => void alarms.push(alarm) };
	const feed = join(office.share, ...feedFolder(office.site, 'counselling', id).split('/'));
	const wrote = new Set<string>();
	let before = new Map<string, number>();
	for (let kill = 0; kill < KILLS; kill++) {
		const lines = await runAndKill(publisher, [join(folder, 'plan.json'), String(seed + kill)], {
			after: 'ready',
			delayMs: random.below(200),
			lines: 1 + random.below(60),
		});
		for (const line of lines) if (line.startsWith('wrote ')) wrote.add(line.slice(6));
		// Now and then the next process goes on alone, with whatever the killed one left.
		if (random.below(3) === 0) continue;

		const vault = openVault(
			'counselling',
			path,
			fileKey,
			id,
			{ ...reader.deps, migrations: migrationsOfAll(), kinds: KINDS },
			true,
		);
		onTestFinished(() => void (vault.file.open && vault.close()));
		await publishVault(vault, context);
		const names = namesIn(feed).filter((name) => parseSequenceName(name) !== null);
		const seqs = names.map((name) => parseSequenceName(name)?.seq);
		expect(seqs, 'one file for each number, none left out').toEqual(names.map((_name, at) => at + 1));
		for (const name of before.keys()) expect(names).toContain(name);
		before = new Map(names.map((name, at) => [name, at]));
		await pullVault(reader.vault('counselling'), reader.context(), { includeOwn: false });
		expect([...alarms, ...reader.alarms]).toEqual([]);
		expect(contentsOf(reader.vault('counselling').file)).toBe(contentsOf(vault.file));
		expect(
			reader.vault('counselling').file.prepare('SELECT count(*), count(DISTINCT hlc) FROM change WHERE device = ?').raw().get(id),
		).toEqual(vault.file.prepare('SELECT count(*), count(*) FROM change').raw().get());
		for (const person of wrote) expect(contentsOf(vault.file, ['person'])).toContain(person);
		vault.close();
	}
	expect(before.size).toBeGreaterThan(0);
	console.log(`${KILLS} kills, ${wrote.size} acknowledged people, ${before.size} segments, no fork`);
});
