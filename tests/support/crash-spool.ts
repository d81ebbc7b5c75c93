import { kioskFolder } from '#main/features/kiosk/kiosk-folder.ts';
import { openSpool } from '#main/features/kiosk/spool.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { speakAndConfirm } from './kiosk-talk.ts';

/**
 * Of a kiosk only what seals and writes, as `crash-kiosk.ts` without share and ledger: it starts sooner, so that it can be
 * killed more often.
 *
 *   node crash-spool.js <data folder> <site> <kiosk> <epoch of the inbox> <its public key, hex> <first entry, a number>
 */
const [dataDir = '', site = '', kiosk = '', epoch = '', sealPublic = '', first = ''] = process.argv.slice(2);
await cryptoReady;
const files = kioskFolder(dataDir);
const keys = files.keys();
if (!keys) throw new Error('no kiosk');
const inbox = { epoch: Number(epoch), sealPublic: Buffer.from(sealPublic, 'hex') };
const spool = openSpool(files.spoolPath, files.headPath);
process.stdout.write('ready\n');
await speakAndConfirm(
	{ spool, inbox, ids: { site: site as never, kiosk: kiosk as never }, secretKey: keys.secretKey },
	Number(first),
);
