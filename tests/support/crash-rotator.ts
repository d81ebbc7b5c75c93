import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { personKind } from '#main/features/people/records.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { rotateStaleFiles } from '#main/vaults/rotate.ts';
import { fakeIds } from './fake-ids.ts';
import { type RotatingPlan, rotatingDevice } from './rotating-device.ts';

/**
 * A process of its own, bundled before it is started, that signs in, rotates every file to one epoch after the other and writes people in between, until
 * it is killed: `node crash-rotator.js <plan.json> <epoch to begin with> <seed>`. It says each step before it is taken and
 * each person after their transaction is through.
 */
const [planPath = '', begin = '', seed = ''] = process.argv.slice(2);

/** The pipe is written synchronously, so what is said has been heard when we are killed. */
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The steps show from outside in what happens to the files. */
const { openSync, renameSync } = fs;
const sayOpening = (path: string, flags: unknown) => {
	if (path.endsWith('.db.next')) say(flags === 'r+' ? 'step flush' : 'step verify');
	if (path.endsWith('.key.next.tmp')) say('step write key');
};
fs.openSync = (path, flags, mode) => {
	sayOpening(String(path), flags);
	return openSync(path, flags, mode);
};
fs.renameSync = (from, to) => {
	if (String(from).endsWith('.db.next')) say('step move file');
	if (String(from).endsWith('.key.next')) say('step move key');
	renameSync(from, to);
	if (String(to).endsWith('.key.next')) say('step close');
	if (String(from).endsWith('.key.next')) say('step reopen');
};
syncBuiltinESMExports();
const random = {
	bytes(length: number) {
		if (length === 48) say('step copy');
		return systemRandom.bytes(length);
	},
};

await cryptoReady;
const device = rotatingDevice(JSON.parse(fs.readFileSync(planPath, 'utf8')) as RotatingPlan, systemRandom);
const ids = fakeIds(Number(seed));
say('opening');
const session = device.open(Number(begin));
const vault = session.vault('counselling');
say('ready');
for (let epoch = Number(begin); vault; epoch++) {
	say(`epoch ${epoch}`);
	device.goTo(session, epoch);
	rotateStaleFiles(session, device.folder, random);
	say(`rotated ${epoch}`);
	const id = ids.next();
	vault.store.insert(personKind, id, { lastName: `Name${id.slice(-6)}q`, remarks: `Notiz ${epoch}` }, device.member);
	say(`wrote ${id}`);
}
