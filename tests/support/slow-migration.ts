import { migrate, readMigrations } from '#main/database/migrator.ts';
import { openEncrypted } from '#main/database/open.ts';

/** A process of its own that migrates a file, to be killed half-way: `node slow-migration.ts <file> <key, hex> <migrations>`. */
const [path = '', key = '', folder = ''] = process.argv.slice(2);
const file = openEncrypted(path, new Uint8Array(Buffer.from(key, 'hex')));
process.stdout.write('ready\n');
const applied = migrate(file, readMigrations(folder));
process.stdout.write(`done ${applied}\n`);
file.close();
