import { type Knowledge, type Loot, openEverything } from './open-everything.ts';

/**
 * A process of its own that has nothing of Kontor running: it is given disks, a share and perhaps somebody's passphrase
 * (KONTOR_BURGLAR, JSON), and prints what it could open and read.
 */
export interface Burglary {
	readonly loot: Loot;
	readonly pattern: string;
	readonly person?: Knowledge['person'];
}

const { loot, pattern, person } = JSON.parse(process.env.KONTOR_BURGLAR ?? '{}') as Burglary;
const { opened, texts } = await openEverything(loot, pattern, person ? { person } : {});
process.stdout.write(JSON.stringify({ opened, texts: [...texts].sort() }));
