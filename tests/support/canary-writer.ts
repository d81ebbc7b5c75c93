import { createRouterClient } from '@orpc/server';
import { createNodeBackend } from '#main/platform/node-backend.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';

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
for (let at = 0; ; at++) {
	await client.people.create({ ...EMPTY_PERSON, lastName: `${text}${at}`, remarks: `${text} `.repeat(50) });
	await client.records.saveDraft({ key: 'person:new', text: `${text} `.repeat(200) });
	await client.people.list({ text: text ?? '', filter: 'all', sort: { by: 'city', descending: true }, offset: 0, limit: 500 });
	if (at === 30) process.stdout.write('writing\n');
	// The parent's kill must find its moment.
	await new Promise((resolve) => setImmediate(resolve));
}
