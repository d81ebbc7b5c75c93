import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printedSeed } from '#tests/support/campaign.ts';
import { type Canaries, createCanaries } from '#tests/support/canary.ts';
import { fillSchema } from '#tests/support/fill-schema.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { drain, office, onlySite, refusalOf, sync } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/**
 * Whatever is typed anywhere is found in no file: data folder, share, temporary files, log. The one allowed exception
 * is the sign-in name in the data folder's device.json, which the sign-in screen shows while locked (design 3).
 *
 * Inputs are built from the contract: a new text field is typed into by itself, and one that takes no free text, or a
 * new procedure, fails here until this test says what to do with it.
 */

/** Everything with an input, in an order that works. `refused`: what is typed is a canary all the same. */
const STEPS: readonly (readonly [string, 'works' | 'refused'])[] = [
	['site.savePreferences', 'works'],
	['site.create', 'works'],
	['site.confirmKit', 'refused'],
	['site.updateProfile', 'works'],
	['people.create', 'works'],
	['people.update', 'works'],
	['people.get', 'works'],
	['people.duplicates', 'works'],
	['people.list', 'works'],
	['people.exportCsv', 'works'],
	['people.previewImport', 'works'],
	['people.runImport', 'works'],
	['cases.open', 'works'],
	['cases.update', 'works'],
	['cases.list', 'works'],
	['cases.exportCsv', 'works'],
	['cases.get', 'works'],
	['cases.ofPerson', 'works'],
	['cases.accesses', 'works'],
	['cases.addContact', 'works'],
	['cases.updateContact', 'works'],
	['cases.contacts', 'works'],
	['cases.removeContact', 'works'],
	['cases.restoreContact', 'works'],
	['cases.addTodo', 'works'],
	['cases.updateTodo', 'works'],
	['cases.setTodoDone', 'works'],
	['cases.todos', 'works'],
	['records.saveDraft', 'works'],
	['records.draft', 'works'],
	['records.history', 'works'],
	['search.query', 'works'],
	['cases.setStatus', 'works'],
	['cases.removeTodo', 'works'],
	['people.remove', 'refused'],
	['people.restore', 'works'],
	['share.browse', 'refused'],
	['share.inspect', 'refused'],
	['share.connect', 'works'],
	['site.join', 'refused'],
	['site.repair', 'works'],
	['members.changePassphrase', 'works'],
	['members.signIn', 'works'],
	['site.recover', 'refused'],
	['records.discardDraft', 'works'],
];

interface Typed {
	readonly canaries: Canaries;
	/** Places that take no free text, or need a certain one. */
	readonly fixed: Record<string, unknown>;
	readonly ids: Record<string, string>;
}

function textFor({ canaries, fixed, ids }: Typed, path: string, accepts: (text: unknown) => boolean): unknown {
	if (path in fixed) return fixed[path];
	const canary = canaries.next();
	const found = [canary, `${canary} ${canary}`, `${canary}@example.org`].find(accepts);
	if (found !== undefined) return found;
	const id = ids[path.slice(path.lastIndexOf('.') + 1).replace(/s\[\]$/, '')] ?? ids[path];
	const other = [id, '2026-03-01', 'de', 'DE', '+492102123456', 'person:new'].find((text) => text !== undefined && accepts(text));
	if (other === undefined) throw new Error(`${path} takes no free text: say in this test what is typed there`);
	return other;
}

async function typeEverything(
	pc: TestBackend,
	typed: Typed,
	after: Record<string, (result: unknown) => void | Promise<void>>,
): Promise<void> {
	for (const [path, outcome] of STEPS) {
		const procedure = PROCEDURES.find((candidate) => candidate.path === path);
		const input =
			procedure?.input && fillSchema(procedure.input, path, { text: (place, accepts) => textFor(typed, place, accepts) });
		let result: unknown;
		const { code } = await refusalOf(call(pc.client, path, input).then((value) => (result = value)));
		expect({ path, outcome: code === 'none' ? 'works' : 'refused', code }).toEqual({ path, outcome, code });
		await after[path]?.(result);
	}
}

it('finds what it is looking for, however it is written', () => {
	const canaries = createCanaries(seededRandom(7));
	const folder = temporaryFolder();
	const text = `${canaries.next()} und mehr`;
	const written = {
		utf8: Buffer.from(text),
		utf16le: Buffer.from(text, 'utf16le'),
		utf16be: Buffer.from(text, 'utf16le').swap16(),
		hex: Buffer.from(Buffer.from(text).toString('hex')),
		capitals: Buffer.from(text.toUpperCase()),
	};
	for (const [how, bytes] of Object.entries(written)) {
		writeFileSync(join(folder, 'Datei'), Buffer.concat([Buffer.alloc(5000, 1), bytes, Buffer.alloc(1, 1)]));
		expect(canaries.foundBelow(folder)).toContain(`Datei: ${how}`);
	}
	for (const before of ['', 'a', 'ab', 'abc']) {
		expect(canaries.foundIn(Buffer.from(before + text).toString('base64'))).toContain('base64');
		expect(canaries.foundIn(Buffer.from(before + text, 'utf16le').toString('base64'))).toContain('base64 of utf16le');
	}
	expect(canaries.foundIn('nothing of it')).toEqual([]);
});

it('covers every procedure that takes an input', () => {
	const withInput = PROCEDURES.filter(({ input }) => input).map(({ path }) => path);
	expect(STEPS.map(([path]) => path).sort()).toEqual(withInput.sort());
});

it('leaves nothing that was typed in any file, open, locked or killed', async () => {
	const place = office();
	const canaries = createCanaries(seededRandom(printedSeed('canaries')));
	const firstPassphrase = `${canaries.next()} ${canaries.next()}`;
	const secondPassphrase = `${canaries.next()} ${canaries.next()}`;
	const signInName = canaries.next();
	const table = ['Name;Vorname;Geburtsdatum;Straße;PLZ;Ort;Telefon;E-Mail;Bemerkung;Unbekannt'];
	table.push(
		...Array.from({ length: 5 }, () =>
			[
				canaries.next(),
				canaries.next(),
				'1.2.1980',
				`${canaries.next()} 3`,
				'40878',
				canaries.next(),
				'02102 123456',
				`${canaries.next()}@example.org`,
				canaries.next(),
				canaries.next(),
			].join(';'),
		),
	);
	const content = Buffer.from(table.join('\n')).toString('base64');
	const fixed: Record<string, unknown> = {
		// Names of columns, which nobody types; kept in clear because the screen needs them before anybody signs in.
		'site.savePreferences.columns{}': 'liste',
		'site.savePreferences.columns.liste[]': 'spalte',
		'site.create.signInName': signInName,
		'site.create.passphrase': firstPassphrase,
		'people.previewImport.content': content,
		'people.runImport.content': content,
		'share.connect.folder': place.share,
		'site.repair.folder': place.share,
		'site.repair.signInName': signInName,
		'site.repair.passphrase': firstPassphrase,
		'members.changePassphrase.current': firstPassphrase,
		'members.changePassphrase.next': secondPassphrase,
		'members.signIn.signInName': signInName,
		'members.signIn.passphrase': secondPassphrase,
		'site.recover.signInName': signInName,
		'site.recover.newPassphrase': firstPassphrase,
	};
	const ids: Record<string, string> = { siteId: '01890000-0000-7000-8000-000000000000' };
	const pc = await place.pc('Tresen');
	let kit: string[] = [];
	const clean = (what: string) => {
		const found = canaries.foundBelow(place.root).filter((hit) => !/^(Tresen|Büro oben)\/device\.json: utf8$/.test(hit));
		expect(found, what).toEqual([]);
		expect(canaries.foundIn(pc.log.join('\n')), `log, ${what}`).toEqual([]);
	};
	const idOf = (result: unknown) => (result as { id: string }).id;
	const remember =
		(name: string, ...paths: string[]) =>
		(result: unknown) => {
			ids[name] = idOf(result);
			for (const path of paths) ids[`${path}.id`] = idOf(result);
		};
	await typeEverything(
		pc,
		{ canaries, fixed, ids },
		{
			'site.create': async (result) => {
				kit = (result as { kit: { groups: string[] } }).kit.groups;
				ids.ownerId = (await pc.client.site.status()).session?.member.id ?? '';
				ids.deputyId = ids.ownerId;
				fixed['site.recover.kit'] = kit.join('-');
			},
			'people.create': remember(
				'personId',
				'people.update',
				'people.get',
				'people.remove',
				'people.restore',
				'records.history',
				'people.duplicates',
			),
			'cases.open': remember('caseId', 'cases.update', 'cases.get', 'cases.accesses', 'cases.setStatus'),
			'cases.addContact': remember('contactId', 'cases.updateContact', 'cases.removeContact', 'cases.restoreContact'),
			'cases.addTodo': remember('todoId', 'cases.updateTodo', 'cases.setTodoDone', 'cases.removeTodo'),
			'records.draft': (draft) => expect(canaries.foundIn(String(draft))).toEqual(['utf8']),
			'people.previewImport': (preview) => expect(canaries.foundIn(JSON.stringify(preview))).toEqual(['utf8']),
			// On a device of the site: without a share to come from.
			'site.recover': async () => {
				await drain(pc.client.site.recover({ kit: kit.join('-'), signInName, newPassphrase: firstPassphrase, fromShare: null }));
			},
			'share.connect': async () => {
				await drain(pc.client.share.backUpNow());
				clean('while somebody works');
			},
		},
	);
	await sync(pc);
	await drain(pc.client.share.backUpNow());
	clean('after a snapshot');
	await pc.client.members.lock();
	clean('locked');

	const second = await place.pc('Büro oben');
	const siteId = await onlySite(second, place.share);
	await drain(
		second.client.site.join({
			folder: place.share,
			siteId,
			signInName,
			passphrase: firstPassphrase,
			deviceName: canaries.next(),
		}),
	);
	expect((await second.client.search.query({ text: canaries.mark })).length).toBeGreaterThan(3);
	clean('joined');
	await second.backend.dispose();
	await pc.backend.dispose();

	const temporary = join(place.root, 'temp');
	mkdirSync(temporary);
	const child = writer(pc.dataDir, temporary, { signInName, passphrase: firstPassphrase, text: canaries.next() });
	const printed: Buffer[] = [];
	child.stderr?.on('data', (bytes: Buffer) => printed.push(bytes));
	await once(child.stdout ?? child, 'data');
	child.kill('SIGKILL');
	await once(child, 'exit');
	clean('killed while writing');
	expect(canaries.foundIn(Buffer.concat(printed))).toEqual([]);
	// The kit opens everything: as text it must be nowhere either.
	for (const text of [kit.join(''), kit.join('-'), kit.join(' ')]) expect(JSON.stringify(pc.log)).not.toContain(text);
}, 300_000);

function writer(dataDir: string, temporary: string, canary: Record<string, string>): ChildProcess {
	const script = join(import.meta.dirname, '../../support/canary-writer.ts');
	return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir, MIGRATIONS], {
		env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary, TEMP: temporary, KONTOR_CANARY: JSON.stringify(canary) },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}
