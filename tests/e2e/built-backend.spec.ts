import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, test } from '@playwright/test';
import type { BackendSettings, ToBackend, ToMain } from '#main/hosts/electron/backend-messages.ts';
import type { Contract } from '#shared/contract.ts';

const root = resolve(import.meta.dirname, '../..');

test('the built backend process serves a page’s port, asks for a folder, locks and ends', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'Kontor Büro '));
	const settings: BackendSettings = {
		dataDir,
		appVersion: '0.0.0',
		migrationsDir: join(root, 'src-main', 'database', 'migrations'),
		sample: false,
	};
	const process = new Worker(new URL('../support/utility-process.ts', import.meta.url), { argv: [JSON.stringify(settings)] });
	const say = (message: ToBackend) => process.postMessage({ message });
	const heard = async () => (await once(process, 'message'))[0] as ToMain;
	try {
		expect(await heard()).toEqual({ kind: 'kiosk', isKiosk: false });
		const { port1, port2 } = new MessageChannel();
		process.postMessage({ message: { kind: 'connect' }, port: port1 }, [port1]);
		port2.start();
		const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
		expect(await client.site.status()).toMatchObject({ state: 'empty', host: 'electron' });

		// Deriving keys needs the worker thread that lies beside this build's chunks.
		await client.site.create({
			name: 'Treff West',
			organisation: 'Stadt',
			deviceName: 'Büro 1',
			memberName: 'Ada Beispiel',
			signInName: 'ada',
			roles: ['administrator'],
			passphrase: 'sieben ruhige Stühle am Fenster',
		});
		expect(await client.site.status()).toMatchObject({ state: 'unlocked' });

		const [request, choosing] = [heard(), client.share.chooseFolder()];
		const asked = await request;
		if (asked.kind !== 'choose-folder') throw new Error(`asked for ${asked.kind}`);
		say({ kind: 'folder', id: asked.id, path: '/Laufwerk' });
		expect(await choosing).toBe('/Laufwerk');

		const locked = heard();
		say({ kind: 'lock', id: 5 });
		expect(await locked).toEqual({ kind: 'done', id: 5 });
		expect(await client.site.status()).toMatchObject({ state: 'locked', session: null });

		const disposed = heard();
		say({ kind: 'dispose', id: 6 });
		expect(await disposed).toEqual({ kind: 'done', id: 6 });
		port2.close();
	} finally {
		await process.terminate();
		await rm(dataDir, { recursive: true, force: true });
	}
});
