import { join } from 'node:path';
import type { SqliteFile } from '#main/database/open.ts';
import { inTurns } from './measure.ts';
import { type Line, ratioLine } from './report.ts';
import { encryptedFile, plainFile } from './stores.ts';

/** What encryption alone costs: the same statements on an encrypted and on a plain file. */
const ROWS = 20_000;
const SAVES_PER_ROUND = 40;
const READS_PER_ROUND = 4000;

interface Side {
	save(): void;
	read(at: number): unknown;
	close(): void;
}

export function rawStore(folder: string): Line[] {
	const ours = side(encryptedFile(join(folder, 'raw encrypted.db')));
	const theirs = side(plainFile(join(folder, 'raw plain.db')));
	const saves = inTurns(
		15,
		() => times(SAVES_PER_ROUND, () => ours.save()),
		() => times(SAVES_PER_ROUND, () => theirs.save()),
	);
	const reads = inTurns(
		15,
		() => times(READS_PER_ROUND, (at) => ours.read(at)),
		() => times(READS_PER_ROUND, (at) => theirs.read(at)),
	);
	ours.close();
	theirs.close();
	const each = ({ ours, theirs }: typeof saves, count: number) => ({ ours: ours / count, theirs: theirs / count });
	return [
		ratioLine('save one row, encrypted store alone', each(saves, SAVES_PER_ROUND), 'plain', 1.25),
		ratioLine(`read one row by index of ${ROWS.toLocaleString('en')}`, each(reads, READS_PER_ROUND), 'plain', 1.25),
	];
}

function side(file: SqliteFile): Side {
	file.exec('CREATE TABLE person (id INTEGER PRIMARY KEY, number TEXT NOT NULL, name TEXT NOT NULL, remarks TEXT NOT NULL)');
	file.exec('CREATE INDEX person_number ON person (number)');
	const insert = file.prepare('INSERT INTO person (number, name, remarks) VALUES (?, ?, ?)');
	const number = (at: number) => `P-${String(at).padStart(6, '0')}`;
	file.transaction(() =>
		times(ROWS, (at) => insert.run(number(at), `Yılmaz, Mehmet ${at}`, 'Kommt gern ins Café. '.repeat(10))),
	)();
	const update = file.prepare('UPDATE person SET remarks = ? WHERE number = ?');
	const select = file.prepare('SELECT * FROM person WHERE number = ?');
	let saved = 0;
	// 7919 is prime: rows all over the file, each once.
	const somewhere = (at: number) => number((at * 7919) % ROWS);
	return {
		save: () => void update.run(`Neuer Satz ${++saved}. `.repeat(12), somewhere(saved)),
		read: (at) => select.get(somewhere(at)),
		close: () => file.close(),
	};
}

function times(count: number, work: (at: number) => void): void {
	for (let at = 0; at < count; at++) work(at);
}
