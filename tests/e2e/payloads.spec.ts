import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SCRIPT_PAYLOADS, withPayloads } from '#tests/support/script-payloads.ts';
import { expect, test } from './app.ts';

/** Pages with no words but their own, as this counsellor of the sample office sees them. */
const OWN_WORDS = [
	...[
		'/personen/neu',
		'/personen/import',
		'/unternehmen/neu',
		'/fallakten/neu',
		'/inventar/neu',
		'/inventar/import',
		'/inventar/inventur',
	],
	...['/ausleihe/ausleihen/$id/quittung', '/ausleihe/erinnerungen/briefe', '/ausleihe/entleiher/neu', '/ausleihe'],
	...[
		'/angebote/neu',
		'/angebote/$id/anwesenheit/$tag',
		'/einstellungen/raeume',
		'/sicherung',
		'/mitarbeitende',
		'/einstellungen',
	],
	...[
		'/einstellungen/programme',
		// Numbers and words of the product only; the other two are of no counsellor.
		...['/reparaturdaten/plakat', '/reparaturdaten/einlesen', '/reparaturdaten/ausgeben'],
		...['/reparaturen/annahme', '/einstellungen/reparaturen', '/haus/informationsblatt'],
		// Its own specs show payloads there; the sample office has nothing to decide.
		'/zusammenfuehrung',
		'/fallakten/$id/foerderbogen',
		'/einstellungen/ausleihe',
		'/einstellungen/fristen',
		'/datenschutz/entleihende',
		'/datenschutz/entleihende/$id',
		'/notfallblatt',
		'/karten',
		'/zugriffsprotokoll',
		'/handbuch/$page',
	],
];

/** What tells an id for a page of one thing. */
const ID_FROM: Record<string, string> = {
	personen: '/people/list',
	unternehmen: '/businesses/list',
	fallakten: '/referrals/reminders',
	inventar: '/inventory/list',
	schaeden: '/maintenance/list',
	inventur: '/stocktake/list',
	ausleihen: '/lending/loans',
	entleiher: '/borrowers/list',
	entleihende: '/borrowers/list',
	angebote: '/offers/list',
	schreiben: '/letters/ofCase',
	bogen: '/referrals/ofCase',
	reparaturen: '/repairs/board',
};

/** All pages there are, as they are written in the routes. */
function writtenPaths(): string[] {
	const routes = readFileSync('src-renderer/shell/routes.tsx', 'utf8');
	const paths = new Map([['root', '']]);
	for (const [, name = '', parent = '', path = ''] of routes.matchAll(
		/const (\w+) = createRoute\(\{\s+getParentRoute: \(\) => (\w+),\s+path: '([^']+)'/g,
	))
		paths.set(name, `${paths.get(parent)}/${path}`.replaceAll(/\/+/g, '/'));
	// Its own first page stands in each frame.
	return [...paths.values()].slice(1).filter((path) => path === '/' || !path.endsWith('/'));
}

/** With an id, or what else it takes, in place of each parameter; null where none is known. */
function filled(path: string, ids: ReadonlyMap<string, readonly string[]>): string | null {
	const parts = path.split('/').map((part, at, all) => {
		if (!part.startsWith('$')) return part;
		return { $tag: '2026-11-25', $page: 'start' }[part] ?? ids.get(ID_FROM[all[at - 1] ?? ''] ?? '')?.[0] ?? null;
	});
	if (parts.includes(null)) return null;
	return parts.join('/') + (path.endsWith('/zusammenfuehren') ? `?mit=${ids.get('/people/list')?.[1]}` : '');
}

interface Message {
	i: string;
	p?: { u?: string; b?: { json?: unknown } };
}

/** Puts a payload into every text that comes from the backend; gives the ids that each procedure told first. */
async function poison(page: Page): Promise<{ ids: Map<string, string[]>; pending: Set<string>; count(): number }> {
	let at = 0;
	const ids = new Map<string, string[]>();
	const pending = new Set<string>();
	const next = () => SCRIPT_PAYLOADS[at++ % SCRIPT_PAYLOADS.length] as string;
	await page.routeWebSocket(/.*/, (socket) => {
		const asked = new Map<string, string>();
		const server = socket.connectToServer();
		socket.onMessage((text) => {
			const { i, p } = JSON.parse(String(text)) as Message;
			if (p?.u) {
				asked.set(i, p.u);
				pending.add(i);
			}
			server.send(text);
		});
		server.onMessage((text) => {
			const message = JSON.parse(String(text)) as Message;
			pending.delete(message.i);
			const path = asked.get(message.i) ?? '';
			const json = message.p?.b?.json;
			// Who signs in needs the passphrase as it is.
			if (json === undefined || path === '/site/status') return socket.send(text);
			const told = [...JSON.stringify(json).matchAll(/"(?:id|caseId)":"([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
			if (told.length > 0 && !ids.has(path)) ids.set(path, [...new Set(told)]);
			socket.send(JSON.stringify({ ...message, p: { ...message.p, b: { ...message.p?.b, json: withPayloads(json, next) } } }));
		});
	});
	return { ids, pending, count: () => at };
}

/** Runs in the page: what a text has become more than a text through. */
function activeParts(): string[] {
	const found: string[] = [];
	for (const element of document.querySelectorAll('*')) {
		for (const { name, value } of element.attributes) {
			if (name.startsWith('on')) found.push(`${element.tagName} ${name}`);
			if (
				['href', 'src', 'action', 'formaction', 'data', 'srcdoc'].includes(name) &&
				/^\s*(j\s*a\s*v\s*a\s*script|vbscript|data:text)/i.test(value)
			)
				found.push(`${element.tagName} ${name}`);
		}
		if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MARQUEE'].includes(element.tagName) && element.outerHTML.includes('ran('))
			found.push(element.tagName);
		if (element.tagName === 'SCRIPT' && element.textContent?.includes('ran(')) found.push('SCRIPT');
	}
	return found;
}

test('no text that was ever typed runs as a script on any page', async ({ startKontor }) => {
	test.slow();
	const { page } = await startKontor({ sample: true });
	const wrong: string[] = [];
	await page.addInitScript(() => Object.assign(window, { ran: (n: number) => console.log(`a payload ran: ${n}`) }));
	page.on('console', (message) => {
		if (message.text().startsWith('a payload ran')) wrong.push(message.text());
	});
	page.on('dialog', (dialog) => void dialog.dismiss().then(() => wrong.push('dialog')));
	page.on('popup', () => wrong.push('popup'));
	page.on('request', (request) => {
		const { origin } = new URL(page.url());
		if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) wrong.push(`request of ${request.url()}`);
	});
	const { ids, pending, count } = await poison(page);
	await page.reload();
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

	// What is looked for is found where it is.
	const blank = await page.context().newPage();
	await blank.setContent(SCRIPT_PAYLOADS.join(''), { waitUntil: 'commit' });
	expect((await blank.evaluate(activeParts)).length).toBeGreaterThan(50);
	await blank.close();

	await page.evaluate(() => {
		location.hash = '#/woche';
	});
	await expect(page.getByRole('heading', { level: 1, name: 'Woche' })).toBeVisible();
	const unseen: string[] = [];
	for (const path of writtenPaths()) {
		const to = filled(path, ids);
		if (to === null) {
			unseen.push(path);
			continue;
		}
		const main = page.locator('main');
		const before = await main.textContent();
		await page.evaluate((hash) => {
			document.querySelector('main h1')?.setAttribute('data-left', '');
			location.hash = hash;
		}, `#${to}`);
		// Pages in a frame keep its heading, and some pages say the same.
		const arrived = async () => (await page.locator('h1[data-left]').count()) === 0 || (await main.textContent()) !== before;
		const own = OWN_WORDS.includes(path);
		await expect
			.poll(arrived, { message: to, ...(own && { timeout: 3000 }) })
			.toBe(true)
			.catch((error: unknown) => {
				if (!own) throw error;
			});
		if (!own) await expect.soft(main, to).toContainText('ran(', { timeout: 10_000 });
		// Not left before it has told the ids that later pages need; what has none is among the unseen at the end.
		const tells = path === '/' ? ID_FROM.fallakten : ID_FROM[path.split('/').at(-1) ?? ''];
		await expect
			.poll(() => tells === undefined || ids.has(tells), { timeout: 5000 })
			.toBe(true)
			.catch(() => undefined);
		await expect.poll(() => pending.size).toBe(0);
		expect(await page.evaluate(activeParts), to).toEqual([]);
	}
	expect(wrong).toEqual([]);
	// No stocktake has begun in the sample office, and this file has no letter.
	expect(unseen).toEqual(['/fallakten/$id/schreiben/$schreiben', '/inventar/inventur/$id']);
	expect(count()).toBeGreaterThan(1000);
});
