import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend, PASSPHRASE } from '#tests/support/test-backend.ts';

const PAGE_BYTES = 4096;

async function drain(progress: AsyncIterable<unknown>): Promise<void> {
	for await (const _step of progress);
}

it('finds damage deep in a vault when it is read, ends the session, names the file, and rebuilds it from the share', async () => {
	const share = join(temporaryFolder(), 'Netz Ä');
	mkdirSync(share);
	const { client, dataDir } = await foundedBackend({ seed: 1 });
	for (let at = 0; at < 240; at++)
		await client.people.create({ ...EMPTY_PERSON, lastName: `Öztürk ${at}`, remarks: 'x'.repeat(900) });
	await client.share.connect({ folder: share });
	await drain(await client.share.backUpNow());
	await client.members.lock();

	const path = join(dataDir, 'vaults', 'counselling.db');
	const bytes = readFileSync(path);
	// Pages in the middle of what was written for the people: signing in reads the beginning, and the ends of some indices.
	const middle = Math.floor(bytes.length / 2 / PAGE_BYTES);
	for (let page = middle; page < middle + 3; page++) bytes[page * PAGE_BYTES] = (bytes[page * PAGE_BYTES] ?? 0) ^ 0x40;
	writeFileSync(path, bytes);

	await client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE });
	// Whether the backup itself met the damage or the share's cycle before it: the vaults are closed.
	const code = expect.stringMatching(/^(DAMAGED|NOT_SIGNED_IN)$/);
	await expect(client.share.backUpNow().then(drain)).rejects.toMatchObject({ code, defined: true });
	expect((await client.site.status()).state).toBe('locked');
	await expect(client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE })).rejects.toMatchObject({
		code: 'DAMAGED',
		data: { file: 'vaults/counselling.db' },
	});

	await drain(await client.site.repair({ folder: share, signInName: 'erika', passphrase: PASSPHRASE }));
	const list = { text: '', filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: 10 } as const;
	expect((await client.people.list(list)).total).toBe(240);
	expect(readdirSync(join(dataDir, 'vaults')).some((name) => name.includes('counselling.db.damaged-'))).toBe(true);
	await client.members.lock();
	await client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE });
});
