import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createKioskExchange } from '#main/features/kiosk/exchange.ts';
import { kioskFolder } from '#main/features/kiosk/kiosk-folder.ts';
import { openSpool } from '#main/features/kiosk/spool.ts';
import { type Arrival, exchangeInboxes } from '#main/share/inbox.ts';
import { currentInbox } from '#main/vaults/ledger-state.ts';
import { bundled } from '#tests/support/bundled.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { runAndKill } from '#tests/support/killed-process.ts';
import { kioskSite, rememberingVault } from '#tests/support/kiosk-site.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const LANES = 4;
const KILLS = campaign(16, 1000) / LANES;
/** Each so manyth process is a kiosk with its share; the others, which start sooner, only seal and write. */
const WITH_SHARE = 4;

it(`${KILLS * LANES} kills of kiosks lose nothing that was confirmed and double nothing`, { timeout: 400_000 }, async () => {
	const whole = await bundled(join(import.meta.dirname, '../../support/crash-kiosk.ts'));
	const writing = await bundled(join(import.meta.dirname, '../../support/crash-spool.ts'));
	const { share, ledger, context, alarms, kiosks, random } = await kioskSite(
		temporaryFolder(),
		printedSeed('kiosk kills'),
		LANES,
	);
	const inbox = currentInbox(ledger);
	if (!inbox) throw new Error('no inbox');
	const sealedTo = [String(inbox.epoch), Buffer.from(inbox.sealPublic).toString('hex')];
	const arrived: Arrival[] = [];
	const vault = rememberingVault();
	const takeAll = () =>
		exchangeInboxes(vault, context, { write: (arrivals) => void arrived.push(...arrivals), isCancelled: () => false });
	const begun = performance.now();
	const confirmed = new Map<string, number>();
	let isTaking = false;
	await Promise.all(
		kiosks.map(async ({ kiosk, dataDir }) => {
			let next = 0;
			const hear = (lines: readonly string[]) => {
				for (const line of lines) if (line.startsWith('confirmed ')) next = Number(line.slice('confirmed '.length)) + 1;
				confirmed.set(kiosk, next);
			};
			for (let kill = 0; kill < KILLS; kill++) {
				const plan = { after: 'ready', delayMs: random.below(80), lines: 1 + random.below(12) };
				const isWhole = kill % WITH_SHARE === 0;
				const lines = isWhole
					? await runAndKill(whole, [dataDir, share, String(next)], plan)
					: await runAndKill(writing, [dataDir, ledger.site, kiosk, ...sealedTo, String(next)], plan);
				hear(lines);
				// The office reads along, and its receipts let files go in the middle of it.
				if (isTaking || !isWhole) continue;
				isTaking = true;
				await takeAll();
				isTaking = false;
			}
			// Once more, so that something was said however slow the machine is.
			hear(await runAndKill(whole, [dataDir, share, String(next)], { after: 'ready', delayMs: 20_000, lines: 5 }));
			const files = kioskFolder(dataDir);
			const file = files.read();
			if (file === null || file === 'damaged') throw new Error('no kiosk');
			await createKioskExchange(files, file, openSpool(files.spoolPath, files.headPath)).round(context.target, context.ledger());
		}),
	);
	await takeAll();
	for (const { kiosk } of kiosks) {
		const entries = arrived.filter((one) => one.kiosk === kiosk).map(({ entry }) => Number(entry.slice(-12)));
		expect(new Set(entries).size, 'nothing twice').toBe(entries.length);
		const known = new Set(entries);
		const lost = Array.from({ length: confirmed.get(kiosk) ?? 0 }, (_, n) => n).filter((n) => !known.has(n));
		expect(lost, 'confirmed and lost').toEqual([]);
	}
	expect(alarms).toEqual([]);
	const total = [...confirmed.values()].reduce((sum, count) => sum + count, 0);
	expect(total).toBeGreaterThan(KILLS);
	const seconds = ((performance.now() - begun) / 1000).toFixed(1);
	console.log(`${KILLS * LANES} kills in ${seconds} s, ${total} confirmed, none lost, none twice`);
});
