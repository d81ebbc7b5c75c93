import { createRouterClient } from '@orpc/server';
import { createNodeBackend } from '#main/platform/node-backend.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/**
 * A Kontor of its own process, to be killed: signs in and writes what its parent gives it until it dies.
 * `canary-writer.ts <data folder> <migrations>`; sign-in name, passphrase and text come by KONTOR_CANARY (JSON).
 */
const [dataDir = '', migrationsDir = ''] = process.argv.slice(2);
const { signInName, passphrase, text } = JSON.parse(process.env.KONTOR_CANARY ?? '{}') as Record<string, string>;
const backend = await createNodeBackend({
	dataDir,
	appVersion: '0.0.0',
	migrationsDir,
	host: { kind: 'browser', chooseFolder: async () => null },
});
const client = createRouterClient(backend.router, { context: {} });
await client.members.signIn({ signInName: signInName ?? '', passphrase: passphrase ?? '' });
const ownerId = (await client.site.status()).session?.member.id;
if (!ownerId) throw new Error('nobody is signed in');
const { id: personId } = await client.people.create({ ...EMPTY_PERSON, lastName: `${text}` });
const about = { deputyIds: [], openedOn: '2026-03-02' as LocalDate, programmeId: null, source: null, concern: null };
const { id: caseId } = await client.cases.open({ ...about, ownerId, personId });
const content = Buffer.from(`${text}\n`.repeat(40_000)).subarray(0, 400_000);
for (let at = 0; ; at++) {
	await client.people.create({ ...EMPTY_PERSON, lastName: `${text}${at}`, remarks: `${text} `.repeat(50) });
	await client.records.saveDraft({ key: 'person:new', text: `${text} `.repeat(200) });
	await client.people.list({ text: text ?? '', filter: 'all', sort: { by: 'city', descending: true }, offset: 0, limit: 500 });
	const document = await client.documents.begin({ caseId, fileName: `${text}.txt`, size: content.length });
	await client.documents.addPiece({ ...document, from: 0, bytes: content.subarray(0, 300_000).toString('base64') });
	await client.documents.addPiece({ ...document, from: 300_000, bytes: content.subarray(300_000).toString('base64') });
	await client.documents.finish(document);
	if (at === 30) process.stdout.write('writing\n');
	// The parent's kill must find its moment.
	await new Promise((resolve) => setImmediate(resolve));
}
