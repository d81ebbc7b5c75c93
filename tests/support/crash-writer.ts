import { join } from 'node:path';
import { readMigrations } from '#main/database/migrator.ts';
import { caseAccessKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { systemClock } from '#main/platform/environment.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { fakeIds } from './fake-ids.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * A process of its own that writes records through the real store until it is killed, and says each one on standard
 * output only after its transaction is through. Bundled and started by the crash tests:
 *
 *   node crash-writer.js <vault file> <file key, hex> <device> <member> <seed> <migrations>
 */
const [path = '', key = '', device = '', member = '', seed = '', migrations = ''] = process.argv.slice(2);
await cryptoReady;
const random = seededRandom(Number(seed));
const ids = fakeIds(Number(seed));
const author = member as MemberId;
const vault = openVault(
	'counselling',
	path,
	new Uint8Array(Buffer.from(key, 'hex')),
	device as DeviceId,
	{
		migrations: new Map([['counselling', readMigrations(join(migrations, 'counselling'))]]),
		kinds: [personKind, caseAccessKind],
		clock: systemClock,
		random,
		onCommit() {},
	},
	true,
);
const mine: string[] = [];
process.stdout.write('ready\n');

/** `<what> <id> <city>`; the pipe is written synchronously, so what is said has been heard when we are killed. */
const say = (what: string, id: string, city = '') => process.stdout.write(`${what} ${id} ${city}\n`);

for (let n = 0; ; n++) {
	const dice = random.below(10);
	if (dice < 5 || mine.length === 0) {
		const id = ids.next();
		vault.store.insert(personKind, id, { lastName: `Name${n}q`, city: `Ort${n}`, number: `P-${n}` }, author);
		mine.push(id);
		say('put', id, `Ort${n}`);
	} else if (dice < 8) {
		const id = random.pick(mine);
		vault.store.update(personKind, id, { city: `Ort${n}`, remarks: `Notiz ${n} `.repeat(random.below(200)) }, author);
		say('put', id, `Ort${n}`);
	} else if (dice === 8) {
		const ours = [ids.next(), ids.next(), ids.next()];
		vault.store.atomically(() => {
			for (const id of ours) vault.store.insert(personKind, id, { city: `Ort${n}` }, author);
		});
		for (const id of ours) say('put', id, `Ort${n}`);
		mine.push(...ours);
	} else {
		const id = ids.next();
		vault.store.append(caseAccessKind, id, { caseId: ids.next(), what: 'read' }, author);
		say('append', id);
	}
}
