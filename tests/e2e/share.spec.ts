import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { RCLONE, webdavProcess } from '#tests/support/webdav-process.ts';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { connectShare, createSite, goTo, joinSite } from './people-at-work.ts';

const USER = 'kontor';
const PASSWORD = 'Geheim-Ä9x:7-app';

async function fillAddress(page: Page, url: string, password: string): Promise<void> {
	await page.getByLabel('Adresse des Ordners').fill(url);
	await page.getByLabel('App-Passwort').fill(password);
	await page.getByRole('button', { name: 'In diesen Ordner sichern' }).click();
}

/** A server that proves nothing. */
async function untrustedServer(folder: string): Promise<{ url: string; close(): void }> {
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const about = ['-days', '1', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...about], { stdio: 'ignore' });
	const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => response.end());
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	return { url: `https://127.0.0.1:${port}/dav`, close: () => void server.close() };
}

test('a folder on a web server: what is wrong is said in words, and then it works', async ({ startKontor, shareFolder }) => {
	test.skip(!existsSync(RCLONE), `ein echter WebDAV-Server braucht ${RCLONE} (apt-get install rclone)`);
	const disk = join(shareFolder, 'Ablage');
	mkdirSync(join(disk, 'Sicherung'), { recursive: true });
	const server = await webdavProcess(disk, USER, PASSWORD);
	const url = `${server.origin}/Sicherung`;
	try {
		const { page } = await startKontor();
		await createSite(page);
		await goTo(page, 'Sicherung');
		await page.getByRole('button', { name: 'Netzlaufwerk wählen' }).click();
		await page.getByText('Nextcloud (WebDAV)').click();
		await page.getByLabel('Name in der Nextcloud').fill(USER);
		await fillAddress(page, 'http://cloud.example.org/dav', PASSWORD);
		await expect(page.getByText('Die Adresse beginnt mit https:// und enthält weder Namen noch Passwort.')).toBeVisible();
		const refusal = page.getByRole('alert');
		await fillAddress(page, url, 'falsch');
		await expect(refusal).toContainText('Der Server nimmt diesen Namen oder dieses App-Passwort nicht an.');
		await fillAddress(page, 'http://127.0.0.1:1/dav', PASSWORD);
		await expect(refusal).toContainText('nicht erreichbar');
		await fillAddress(page, `${server.origin}/Gibt es nicht`, PASSWORD);
		await expect(refusal).toContainText('Unter dieser Adresse gibt es keinen WebDAV-Ordner.');
		if (existsSync('/usr/bin/openssl')) {
			const untrusted = await untrustedServer(shareFolder);
			await fillAddress(page, untrusted.url, PASSWORD);
			await expect(refusal).toContainText('Der Server kann nicht beweisen, dass er der richtige ist');
			untrusted.close();
		}
		await expectAccessible(page, 'Netzlaufwerk im Netz wählen');
		await fillAddress(page, url, PASSWORD);
		await expect(page.getByText('Kontor sichert jetzt in diesen Ordner.')).toBeVisible();
		await expect(page.getByText('Alles ist gesichert')).toBeVisible();
		expect(readdirSync(join(disk, 'Sicherung')).some((name) => name.startsWith('kontor-'))).toBe(true);
	} finally {
		server.kill();
	}
});

test('two PCs: how far they are, an extortionist’s program, and a share that is gone for good', async ({
	startKontor,
	shareFolder,
}) => {
	const share = join(shareFolder, 'Büro');
	mkdirSync(share);
	const { page } = await startKontor();
	await createSite(page);
	await connectShare(page, share);
	await expect(page.getByText('Bisher gehört nur dieses Gerät zum Standort.')).toBeVisible();
	const second = await startKontor();
	await joinSite(second.page, share, 'Büro-PC rechts');

	await test.step('the other device is in the list', async () => {
		const row = page.getByRole('table', { name: 'Geräte' }).getByRole('row', { name: /Büro-PC rechts/ });
		await expect(row).toContainText(/alles bis/);
	});

	await test.step('many files become others: nothing is written until an administrator has looked', async () => {
		const copy = `${share} heil`;
		await second.page.getByRole('button', { name: /^Sperren/ }).click();
		await expect(page.getByText('Alles ist gesichert')).toBeVisible();
		cpSync(share, copy, { recursive: true });
		for (const path of readdirSync(share, { recursive: true, encoding: 'utf8' })) {
			if (!/\d{10}-[0-9a-f]{32}$/.test(path) || path.includes('claim-')) continue;
			writeFileSync(join(share, `${path}.locked`), randomBytes(64));
			rmSync(join(share, path), { recursive: true });
		}
		await expect(page.getByText('Viele Dateien auf dem Netzlaufwerk wurden auf einmal verändert')).toBeVisible();
		await expect(page.getByText(/^So arbeiten Erpressungsprogramme/)).toBeVisible();
		const resume = page.getByRole('button', { name: 'Ich habe mich gekümmert: weiter sichern' });
		await resume.click();
		await expect(page.getByRole('alert')).toContainText('noch immer viele Dateien verändert');
		rmSync(share, { recursive: true });
		renameSync(copy, share);
		await resume.click();
		await expect(page.getByText('Die Dateien sind wieder in Ordnung. Kontor sichert weiter.')).toBeVisible();
	});

	await test.step('emptied for good: it is filled again from here, and the other PC adds its part', async () => {
		rmSync(share, { recursive: true });
		mkdirSync(share);
		await page.getByRole('button', { name: 'Netzlaufwerk neu befüllen' }).click();
		await expect(page.getByText('Ist die Sicherung wirklich für immer weg?')).toBeVisible();
		await expectAccessible(page, 'Netzlaufwerk neu befüllen');
		await page.getByRole('button', { name: 'Der Ordner stimmt: neu befüllen' }).click();
		await expect(page.getByText(/^Das Netzlaufwerk ist neu befüllt/)).toBeVisible();
		await second.page.getByLabel('Passwort', { exact: true }).fill('Vier krumme Birnen am Zaun');
		await second.page.getByRole('button', { name: 'Anmelden' }).click();
		await goTo(second.page, 'Sicherung');
		await expect(second.page.getByText('Alles ist gesichert')).toBeVisible();
		await expect(page.getByText('Alles ist gesichert')).toBeVisible();
	});
});
