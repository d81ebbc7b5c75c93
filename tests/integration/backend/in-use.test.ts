import { expect, it } from 'vitest';
import { foundedBackend, PASSPHRASE, testBackend } from '#tests/support/test-backend.ts';

it('refuses a second Kontor on the same data folder in words, and lets it in once the first has locked', async () => {
	const first = await foundedBackend({ seed: 1 });
	const second = await testBackend({ seed: 2, clock: first.clock, dataDir: first.dataDir });
	const signIn = () => second.client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE });
	await expect(signIn()).rejects.toMatchObject({ code: 'IN_USE', defined: true });
	expect((await first.client.site.status()).state).toBe('unlocked');
	await first.client.members.lock();
	await signIn();
	expect((await second.client.site.status()).state).toBe('unlocked');
});
