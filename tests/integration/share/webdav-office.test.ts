import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tellStatus } from '#main/command/look.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { openTarget } from '#main/share/open-target.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { memoryTarget } from '#tests/support/memory-target.ts';
import { drain, EVERYBODY, HOUR, newSite, office, person, refusalOf, signIn } from '#tests/support/office.ts';
import { isThere, until } from '#tests/support/samba-server.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { PASSPHRASE, type TestBackend } from '#tests/support/test-backend.ts';
import { WEBDAV_PASSWORD, webdavServer } from '#tests/support/webdav-server.ts';

const status = ({ client }: TestBackend) => client.share.status();
const names = async ({ client }: TestBackend) =>
	(await client.people.list(EVERYBODY)).rows.map(({ firstName }) => firstName).sort();

async function eventually(pcs: readonly TestBackend[], what: string, isSo: () => Promise<boolean>): Promise<void> {
	await until(
		what,
		async () => {
			for (const pc of pcs) pc.tick(10_000);
			return isSo();
		},
		60_000,
	);
}

/** Nothing of it in clear: in no file of this PC, and in no line of its log. */
function expectSecret({ dataDir, log }: TestBackend): void {
	const spellings = [WEBDAV_PASSWORD, Buffer.from(`jürgen:${WEBDAV_PASSWORD}`).toString('base64')];
	for (const spelling of spellings) {
		for (const file of filesBelow(dataDir)) {
			expect(readFileSync(join(dataDir, file)).includes(spelling), `password in ${file}`).toBe(false);
		}
		expect(log.join('\n')).not.toContain(spelling);
	}
}

it('two PCs meet in a folder of a WebDAV server; each keeps the password encrypted and opens it by signing in', async (test) => {
	const server = await webdavServer(test);
	const targetFor = (place: SharePlace) => openTarget(place, systemRandom, sleep);
	const place = office();
	const anna = await place.pc('Tresen', { targetFor });
	await newSite(anna);
	await anna.client.share.connect({ folder: server.place });
	expect(await status(anna)).toMatchObject({
		folder: server.place.url,
		webdav: { url: server.place.url, user: 'jürgen' },
		problem: null,
	});
	await anna.client.people.create(person({ firstName: 'Ali' }));
	await eventually([anna], 'it to leave', async () => (await status(anna)).state === 'saved');

	const berta = await place.pc('Büro', { targetFor });
	const wrong = { ...server.place, password: 'falsch' };
	expect(await refusalOf(berta.client.share.inspect({ folder: wrong }))).toMatchObject({ data: { problem: 'sign_in' } });
	const elsewhere = { ...server.place, url: `${server.place.url}/Gibt es nicht` };
	expect(await refusalOf(berta.client.share.inspect({ folder: elsewhere }))).toMatchObject({ data: { problem: 'not_found' } });
	const { sites } = await berta.client.share.inspect({ folder: server.place });
	const siteId = sites[0]?.siteId;
	if (!siteId) throw new Error('no site found');
	const joining = { folder: server.place, siteId, signInName: 'anna', passphrase: PASSPHRASE, deviceName: 'Büro' };
	await drain(berta.client.site.join(joining));
	expect(await names(berta)).toEqual(['Ali']);
	await drain(berta.client.share.backUpNow());

	// A new start of the program knows the address and not the password, until somebody signs in.
	await berta.backend.dispose();
	const asked = { clock: place.clock, random: systemRandom, targetFor: () => memoryTarget() };
	const told = async () => {
		const { exit, lines, data } = await tellStatus(berta.dataDir, asked);
		return { exit, reason: data.reason, words: lines.join(' ') };
	};
	expect(await told(), 'without any key, what was noted').toMatchObject({
		exit: 0,
		words: expect.stringMatching(/^In Ordnung: .* 0 Stunden alt\. So hat dieser PC es zuletzt notiert, am .*2026/),
	});
	place.clock.advance(25 * HOUR);
	expect(await told()).toMatchObject({ exit: 1, reason: 'old' });
	const note = join(berta.dataDir, 'share-note.json');
	const noted = JSON.parse(readFileSync(note, 'utf8'));
	writeFileSync(note, JSON.stringify({ ...noted, problem: 'full' }));
	expect(await told()).toMatchObject({ exit: 1, reason: 'full' });
	writeFileSync(note, '{');
	expect(await told()).toMatchObject({ exit: 3, reason: 'needs_keys' });

	const again = await place.pc('Büro', { targetFor });
	expect(await again.client.site.status(), 'who is new it cannot learn yet').toMatchObject({ isBehind: true });
	await signIn(again);
	expect(await again.client.site.status()).toMatchObject({ isBehind: false });
	await again.client.members.lock();
	expect(await again.client.site.status(), 'until the program ends').toMatchObject({ isBehind: false });
	await signIn(again);
	await again.client.people.create(person({ firstName: 'Bea' }));
	await eventually([anna, again], 'both to have both', async () => (await names(anna)).length === 2);
	for (const pc of [anna, again]) expectSecret(pc);

	server.kill();
	await anna.client.people.create(person({ firstName: 'Cem' }));
	await eventually([anna], 'unreachable', async () => (await status(anna)).problem === 'unreachable');
	await server.start();
	const folder = join(server.disk, 'Kontor Büro');
	renameSync(folder, `${folder} weg`);
	await eventually([anna], 'not found', async () => (await status(anna)).problem === 'not_found');
	renameSync(`${folder} weg`, folder);
	await eventually([anna, again], 'all to be well', async () => (await names(again)).length === 3);

	// The app password was replaced on the server: whoever administers enters the new one.
	expect(await refusalOf(anna.client.share.connect({ folder: wrong }))).toMatchObject({ data: { problem: 'sign_in' } });
	expect(await status(anna), 'a wrong one replaces nothing').toMatchObject({ problem: null });
	expect(
		await refusalOf(anna.client.share.connect({ folder: { ...server.place, url: 'http://cloud.example.org/x' } })),
	).toMatchObject({
		code: 'BAD_REQUEST',
	});
}, 300_000);

describe('a server that answers', () => {
	const problemOf = (url: string) =>
		openTarget({ url, user: 'a', password: 'b' }, systemRandom, async () => {})
			.writeNew('kontor-x/ledger/y', new Uint8Array([1]))
			.then(
				() => 'none',
				(error) => String(error.problem),
			);

	const listening = async (server: ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>, scheme: string) => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/dav`;
	};
	const answering =
		(status: number, onPut = status): RequestListener =>
		(request, response) => {
			request.resume();
			if (request.method === 'GET') response.writeHead(onPut === status ? status : 404).end();
			else if (request.method === 'PROPFIND' && onPut !== status) response.writeHead(207).end(ROOT);
			else response.writeHead(request.method === 'PUT' ? onPut : status).end();
		};

	it.each([
		[401, 401, 'sign_in'],
		[403, 403, 'not_writable'],
		[207, 403, 'not_writable'],
		[207, 507, 'full'],
		[207, 413, 'full'],
		[207, 423, 'not_writable'],
		[500, 500, 'unreachable'],
		[503, 503, 'unreachable'],
	])('%i, and %i to what is written, is said as %s', async (status, onPut, expected) => {
		expect(await problemOf(await listening(createServer(answering(status, onPut)), 'http'))).toBe(expected);
	});

	it('with a page of its own is no WebDAV folder', async () => {
		const page: RequestListener = (request, response) => {
			request.resume();
			if (request.method === 'GET') response.writeHead(404).end();
			else response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Anmelden</body></html>');
		};
		expect(await problemOf(await listening(createServer(page), 'http'))).toBe('not_found');
	});

	it('with a certificate that nobody vouches for gets no password', async (test) => {
		if (!isThere('/usr/bin/openssl')) test.skip('making a certificate needs /usr/bin/openssl');
		const folder = temporaryFolder();
		const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
		const made = [
			'req',
			'-x509',
			'-newkey',
			'rsa:2048',
			'-nodes',
			'-days',
			'1',
			'-subj',
			'/CN=127.0.0.1',
			'-keyout',
			key,
			'-out',
			cert,
		];
		execFileSync('openssl', made, { stdio: 'ignore' });
		let asked = 0;
		const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
			asked += 1;
			response.end();
		});
		expect(await problemOf(await listening(server, 'https'))).toBe('certificate');
		expect(asked).toBe(0);
	});

	it('is nowhere when nobody listens', async () => {
		expect(await problemOf('http://127.0.0.1:1/dav')).toBe('unreachable');
	});
});

const ROOT = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/dav/</d:href><d:propstat><d:prop>
<d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;
