import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#main/platform/files.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fakeClock } from './fake-clock.ts';
import { type PlainBackend, plainBackend } from './plain-backend.ts';

/**
 * A process of its own that does one small piece of work with the whole backend, for tests that cut its power. Bundled:
 * `node power-worker.js <work> <folder of both PCs and the share> <migrations> <seed> <time>`.
 * It says what is about to become true of somebody (`try <id> <name>`), what was confirmed to the caller (`saved <id>`),
 * and what the share was said to have (`published <id>`). The passphrase is somebody, too.
 */
const [work = '', root = '', migrationsDir = '', seed = '', time = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const share = join(root, 'Freigabe');
const FIRST_PASSPHRASE = 'rote Lampe am Kanal 7';
const NEXT_PASSPHRASE = 'eine ganz neue Passphrase';

async function pc(name: string): Promise<PlainBackend> {
	const dataDir = join(root, name);
	makeFolder(dataDir);
	return plainBackend({ dataDir, migrationsDir, seed: Number(seed), clock: fakeClock(Number(time)) });
}

async function signedIn(name: string, passphrase = FIRST_PASSPHRASE): Promise<PlainBackend> {
	const made = await pc(name);
	await made.client.members.signIn({ signInName: 'erika', passphrase });
	return made;
}

async function drain(stream: Promise<AsyncIterable<unknown>>): Promise<unknown> {
	let last: unknown;
	for await (const value of await stream) last = value;
	return last;
}

async function published({ client, clock, settle }: PlainBackend): Promise<void> {
	for (let ended = 0; ended < 2; ended++) {
		const before = clock.now();
		await settle('an exchange', async () => ((await client.share.status()).savedAt ?? 0) > before);
	}
	await settle('all to leave', async () => (await client.share.status()).waitingChanges === 0);
	const { problem, alarms } = await client.share.status();
	if (problem || alarms.length > 0) throw new Error(`the share: ${JSON.stringify({ problem, alarms })}`);
}

async function newPerson({ client }: PlainBackend, lastName: string): Promise<PersonId> {
	const { id } = await client.people.create({ ...EMPTY_PERSON, lastName });
	say(`try ${id} ${lastName}`);
	say(`saved ${id}`);
	return id;
}

async function rename({ client }: PlainBackend, id: PersonId, lastName: string): Promise<void> {
	say(`try ${id} ${lastName}`);
	await client.people.update({ id, changes: { lastName } });
	say(`saved ${id}`);
}

async function openCase({ client }: PlainBackend, personId: PersonId) {
	const ownerId = (await client.site.status()).session?.member.id as MemberId;
	const fields = { ownerId, deputyIds: [], openedOn: '2026-03-02' as LocalDate, programmeId: null, source: null, concern: null };
	return client.cases.open({ ...fields, personId });
}

const WORK: Readonly<Record<string, () => Promise<PlainBackend>>> = {
	async 'first start'() {
		const a = await pc('A');
		say(`try passphrase ${FIRST_PASSPHRASE}`);
		await a.client.site.create({
			name: 'Kontaktcafé Süd',
			organisation: 'Nachbarschaft e. V.',
			deviceName: 'Büro links',
			memberName: 'Erika Beispiel',
			signInName: 'erika',
			roles: ['counsellor', 'administrator'],
			passphrase: FIRST_PASSPHRASE,
		});
		say('saved passphrase');
		return a;
	},
	async 'connecting a share'() {
		const a = await signedIn('A');
		await a.client.share.connect({ folder: share });
		say('connected');
		return a;
	},
	async 'writing and publishing'() {
		const a = await signedIn('A');
		const id = await newPerson(a, 'Öztürk');
		await published(a);
		say(`published ${id}`);
		await rename(a, id, 'Yılmaz');
		return a;
	},
	async 'a snapshot'() {
		const a = await signedIn('A');
		await drain(a.client.share.backUpNow());
		return a;
	},
	async joining() {
		const b = await pc('B');
		const { sites } = await b.client.share.inspect({ folder: share });
		const siteId = sites[0]?.siteId;
		if (!siteId) throw new Error('no site');
		const who = { signInName: 'erika', passphrase: FIRST_PASSPHRASE, deviceName: 'Büro oben' };
		await drain(b.client.site.join({ folder: share, siteId, ...who }));
		say('joined');
		await published(b);
		return b;
	},
	async 'a document'() {
		const a = await signedIn('A');
		const person = await newPerson(a, 'Müller');
		const { id: caseId } = await openCase(a, person);
		const content = Buffer.from(`%PDF-1.4\n${'Text '.repeat(2000)}\n%%EOF`);
		const { id } = await a.client.documents.begin({ caseId, fileName: 'Bescheid.pdf', size: content.length });
		await a.client.documents.addPiece({ id, from: 0, bytes: content.toString('base64') });
		await a.client.documents.finish({ id });
		say(`document ${id}`);
		await published(a);
		return a;
	},
	async 'a new passphrase'() {
		const a = await signedIn('A');
		say(`try passphrase ${NEXT_PASSPHRASE}`);
		await a.client.members.changePassphrase({ current: FIRST_PASSPHRASE, next: NEXT_PASSPHRASE });
		say('saved passphrase');
		await published(a);
		return a;
	},
	async 'new keys'() {
		const a = await signedIn('A', NEXT_PASSPHRASE);
		await a.client.site.renewKit();
		const id = await newPerson(a, 'Nach dem Schlüsselwechsel');
		await published(a);
		say(`published ${id}`);
		return a;
	},
	async 'going back in time'() {
		const a = await signedIn('A', NEXT_PASSPHRASE);
		const id = await newPerson(a, 'Richtig');
		a.clock.advance(60_000);
		const at = a.clock.now();
		a.clock.advance(60_000);
		await rename(a, id, 'Falsch');
		await published(a);
		const last = (await drain(a.client.share.previewRestore({ vault: 'counselling', at }))) as { preview: { plan: string } };
		say(`try ${id} Richtig`);
		await drain(a.client.share.applyRestore({ plan: last.preview.plan as never }));
		say(`saved ${id}`);
		await published(a);
		say(`published ${id}`);
		return a;
	},
	/** Not to be cut. */
	async 'losing a vault'() {
		for (const ending of ['db', 'key']) rmSync(join(root, 'B', 'vaults', `workshop.${ending}`));
		return pc('B');
	},
	async 'fetching a vault'() {
		const b = await signedIn('B', NEXT_PASSPHRASE);
		await b.settle('the vault', async () => (await b.client.site.status()).session?.vaults.length === 3);
		await published(b);
		return b;
	},
	async 'letting segments go'() {
		const a = await signedIn('A', NEXT_PASSPHRASE);
		const id = await newPerson(a, 'Nach fünf Wochen');
		await published(a);
		say(`published ${id}`);
		await published(a);
		return a;
	},
	/** Not to be cut: the other PC reads and says so. */
	async 'the other one'() {
		const b = await signedIn('B', NEXT_PASSPHRASE);
		await published(b);
		return b;
	},
};

await cryptoReady;
const made = await WORK[work]?.();
if (!made) throw new Error('no such work');
await made.backend.dispose();
const bugs = made.log.filter((line) => line.includes('"level":"bug"'));
if (bugs.length > 0) throw new Error(bugs.join('\n'));
