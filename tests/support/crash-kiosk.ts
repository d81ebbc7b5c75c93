import { createKioskExchange } from '#main/features/kiosk/exchange.ts';
import { kioskFolder } from '#main/features/kiosk/kiosk-folder.ts';
import { openSpool } from '#main/features/kiosk/spool.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { currentInbox } from '#main/vaults/ledger-state.ts';
import { speakAndConfirm } from './kiosk-talk.ts';

/**
 * A kiosk as a process of its own: says one thing after the other, and each one again after a restart until it was
 * confirmed, while it sends what waits to the share. Bundled and started by the crash test:
 *
 *   node crash-kiosk.js <data folder> <share> <first entry, a number>
 */
const [dataDir = '', share = '', first = ''] = process.argv.slice(2);
await cryptoReady;
const files = kioskFolder(dataDir);
const file = files.read();
const keys = files.keys();
const ledger = readLedger(dataFolder(dataDir).readLedger());
const inbox = ledger.ok ? currentInbox(ledger.value) : null;
if (file === null || file === 'damaged' || !keys || !ledger.ok || !inbox) throw new Error('no kiosk');
const spool = openSpool(files.spoolPath, files.headPath);
const exchange = createKioskExchange(files, file, spool);
const target = folderTarget(share, systemRandom, async () => {});
process.stdout.write('ready\n');

void (async () => {
	for (;;) {
		await exchange.round(target, ledger.value);
		await new Promise((resolve) => setImmediate(resolve));
	}
})();

await speakAndConfirm({ ids: { site: file.site, kiosk: file.kiosk }, spool, inbox, secretKey: keys.secretKey }, Number(first));
