import { join } from 'node:path';
import { expect } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { type ShareTarget, TargetError } from '#main/share/target.ts';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import { drain, type Office, sync } from './office.ts';
import { type Haul, type Knowledge, openEverything } from './open-everything.ts';
import type { TestBackend } from './test-backend.ts';

/** What the tests of removal have in common: records that can be counted, and what somebody still gets to read of them. */

/** So many are written after a removal. */
export const MANY = 1000;

const PATTERN = '(vorher|danach)\\d{4}';
export const texts = (word: 'vorher' | 'danach', count: number, from = 0): string[] =>
	Array.from({ length: count }, (_, at) => `${word}${String(from + at).padStart(4, '0')}`);

/** People with these last names, into the counselling vault. */
export async function importPeople({ client }: TestBackend, lastNames: readonly string[]): Promise<void> {
	const content = Buffer.from(['Name;Vorname;Bemerkung', ...lastNames.map((name) => `${name};Fatma;über ${name}`)].join('\n'));
	const options = { content: content.toString('base64'), encoding: null, separator: null, mapping: null };
	const last = await drain(client.people.runImport({ ...options, decisions: [], openCases: false }));
	expect(last?.report).toMatchObject({ created: lastNames.length });
}

/** One change in the office vault for each. */
export async function renameSite({ client }: TestBackend, names: readonly string[]): Promise<void> {
	for (const name of names)
		await client.site.updateProfile({ name, organisation: 'Nachbarschaft e. V.', ...NO_ADDRESS, lockAfterMinutes: 10 });
}

/** Of everything numbered, with the disks of these PCs as they are now and the share. */
export function loot(place: Office, pcs: readonly TestBackend[], knowledge: Knowledge): Promise<Haul> {
	const disks = pcs.map(({ dataDir }) => dataDir);
	return openEverything({ disks, share: place.share, scratch: join(place.root, 'Werkbank') }, PATTERN, knowledge);
}

/** What a haul found of one word. */
export const found = ({ texts }: Haul, word: 'vorher' | 'danach'): string[] =>
	[...texts].filter((text) => text.startsWith(word)).sort();

/** What one wrote reaches the other. */
export async function bring(from: TestBackend, ...to: TestBackend[]): Promise<void> {
	await sync(from);
	for (const pc of to) await sync(pc);
}

/** A share that can fail a PC: altogether, or only when it is to be written to; or that takes its time over the ledger. */
export interface Wires {
	targetFor(folder: string): ShareTarget;
	state: 'up' | 'read_only' | 'down' | 'ledger_hangs';
}

export function wires(): Wires {
	const made: Wires = {
		state: 'up',
		targetFor(folder) {
			const target = folderTarget(folder, systemRandom, async () => {});
			const unless =
				<Input extends unknown[], T>(states: readonly Wires['state'][], work: (...input: Input) => Promise<T>) =>
				async (...input: Input): Promise<T> => {
					if (states.includes(made.state)) throw new TargetError('unreachable');
					return work(...input);
				};
			return {
				list: unless(['down'], target.list),
				read: unless(['down'], target.read),
				writeNew: unless(['down', 'read_only'], target.writeNew),
				claim: unless(['down', 'read_only'], async (path, holder) => {
					while (made.state === 'ledger_hangs') await new Promise<void>((resolve) => setTimeout(resolve, 20));
					return target.claim(path, holder);
				}),
				remove: unless(['down', 'read_only'], target.remove),
			};
		},
	};
	return made;
}
