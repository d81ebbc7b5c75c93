import type { CDPSession, Page, WebSocketRoute } from '@playwright/test';
import { expect } from './app.ts';
import { expectPage, SIZES, test } from './kiosk-door.ts';

/** What a kiosk must not do: let anybody out, remember anybody, lose what somebody said. */
test.use({ viewport: SIZES[1], hasTouch: true });

const CONTROL_KEYS = [
	...'abcdefghijklmnopqrstuvwxyz0123456789',
	'F4',
	'F5',
	'Tab',
	'Enter',
	'Delete',
	'Insert',
	'Equal',
	'Minus',
];
const SHORTCUTS = [
	...CONTROL_KEYS.flatMap((key) => [`Control+${key}`, `Control+Shift+${key}`, `Meta+${key}`, `Alt+${key}`]),
	...Array.from({ length: 12 }, (_, at) => [`F${at + 1}`, `Shift+F${at + 1}`]).flat(),
	...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+F4', 'Control+Alt+t', 'Control+Alt+Delete', 'ContextMenu', 'Shift+F10'],
];

test('no shortcut and no gesture leads out', async ({ startKiosk }) => {
	const page = await startKiosk();
	await page.getByRole('button', { name: /^Deutsch/ }).click();
	await page.getByRole('main').getByRole('button').first().click();
	await page.getByRole('button', { name: 'Mit Namen' }).click();
	const field = page.getByRole('textbox');
	await field.fill('Ada');
	const opened: string[] = [];
	page.context().on('page', () => opened.push('page'));
	page.on('dialog', (dialog) => opened.push(dialog.type()));
	page.on('download', () => opened.push('download'));
	page.on('filechooser', () => opened.push('file chooser'));
	page.on('framenavigated', () => opened.push('navigation'));
	const address = page.url();
	await page.evaluate(countWhatPasses);
	for (const keys of SHORTCUTS) await page.keyboard.press(keys);
	expect(await passed(page), 'shortcuts that the page let through').toEqual([]);
	await expect(field).toHaveValue('Ada');

	const box = await page.getByRole('heading').boundingBox();
	if (box === null) throw new Error('no heading');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	for (const button of ['right', 'middle'] as const) await page.mouse.click(x, y, { button });
	// Text dragged out, twice clicked, thrice clicked: nothing is selected, nothing hangs on the mouse.
	await page.mouse.dblclick(x, y);
	await page.mouse.click(x, y, { clickCount: 3 });
	await page.mouse.move(box.x, y);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width, y + 40, { steps: 5 });
	await page.mouse.up();
	expect(await page.evaluate(() => String(getSelection()))).toBe('');
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -600);
	await page.keyboard.up('Control');
	const session = await page.context().newCDPSession(page);
	await session.send('Input.synthesizePinchGesture', { x, y, scaleFactor: 3, gestureSourceType: 'touch' });
	await session.send('Input.synthesizeScrollGesture', { x: 5, y: 400, xDistance: 900, gestureSourceType: 'touch' });
	for (const button of ['back', 'forward'] as const) await pressButton(session, button, x, y);
	await page.evaluate(dropSomething);
	expect(await page.evaluate(() => [visualViewport?.scale, innerWidth])).toEqual([1, SIZES[1].width]);
	expect(await passed(page), 'gestures that the page let through').toEqual([]);

	// What is printed of it is empty.
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('[data-page]')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	expect(opened).toEqual([]);
	expect(page.url()).toBe(address);
	await expectPage(page, 'name');
	console.log(`kiosk: ${SHORTCUTS.length} shortcuts and 14 gestures tried in the browser, 0 led out`);

	// The second of a double tap is not the next page's answer.
	await field.focus();
	await page.keyboard.press('Enter');
	await expectPage(page, 'age');
	const tile = await page.getByRole('button', { name: '27 bis 54' }).boundingBox();
	await page.mouse.dblclick((tile?.x ?? 0) + 40, (tile?.y ?? 0) + 40);
	await expectPage(page, 'sex');
});

/** Runs in the page: notes events whose own effect nobody has prevented. */
function countWhatPasses(): void {
	const through: string[] = [];
	Object.assign(window, { through });
	const plain = new Set(['Control', 'Meta', 'Alt', 'Shift']);
	const note = (event: Event) => {
		// Last of all, after every listener of the page.
		setTimeout(() => {
			if (event.defaultPrevented) return;
			if (event instanceof KeyboardEvent && plain.has(event.key) && event.key !== 'Meta' && event.key !== 'Alt') return;
			if (event instanceof MouseEvent && event.type === 'mousedown' && event.button === 0) return;
			through.push(event instanceof KeyboardEvent ? event.key : event.type);
		});
	};
	for (const name of ['keydown', 'contextmenu', 'auxclick', 'dragstart', 'drop', 'mousedown', 'copy', 'cut', 'paste']) {
		// Before the page's own, which stops them.
		window.addEventListener(name, note, { capture: true });
	}
	document.addEventListener('wheel', (event) => event.ctrlKey && note(event), { capture: true });
}

const passed = (page: Page) =>
	page.evaluate(async () => {
		await new Promise((resolve) => setTimeout(resolve));
		return (window as unknown as { through: string[] }).through;
	});

function dropSomething(): void {
	const dataTransfer = new DataTransfer();
	dataTransfer.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
	for (const type of ['dragenter', 'dragover', 'drop']) {
		document.querySelector('main')?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
	}
}

async function pressButton(session: CDPSession, button: 'back' | 'forward', x: number, y: number): Promise<void> {
	for (const type of ['mousePressed', 'mouseReleased'] as const) {
		await session.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 });
	}
}

test('nobody there for 45 seconds: a countdown that anything extends, then nothing of them is left', async ({ startKiosk }) => {
	const page = await startKiosk((before) => before.clock.install({ time: Date.parse('2026-11-25T10:05:00+01:00') }));
	const canary = `Quittengelee${Math.random().toString(36).slice(2, 8)}`;
	const typeName = async () => {
		await page.getByRole('button', { name: /^Deutsch/ }).click();
		await page.getByRole('main').getByRole('button').first().click();
		await page.getByRole('button', { name: 'Mit Namen' }).click();
		await page.clock.fastForward(1000);
		for (const letter of canary) {
			await page.keyboard.press(letter);
			await page.clock.fastForward(300);
		}
	};
	await typeName();
	expect(await page.getByRole('textbox').inputValue()).toBe(canary);
	expect((await hitsIn(page, canary)).heap, 'what is there is found').toBeGreaterThan(0);
	await page.clock.fastForward(26_000);
	const countdown = page.getByRole('alertdialog', { name: 'Sind Sie noch da?' });
	await expect(countdown).toBeVisible();
	await expect(countdown.getByRole('status')).toContainText(/\d+ Sekunden/);
	await expect(countdown.getByRole('button', { name: 'Ja, ich bin noch da' })).toBeFocused();
	await countdown.getByRole('button', { name: 'Ja, ich bin noch da' }).tap();
	await expect(countdown).toBeHidden();
	await expectPage(page, 'name');
	for (let times = 0; times < 10; times += 1) {
		await page.clock.fastForward(26_000);
		await expect(countdown).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(countdown).toBeHidden();
	}
	await page.clock.runFor(24_000);
	await expect(countdown).toBeHidden();
	await page.clock.runFor(22_000);
	await expectPage(page, 'start');
	expect(await hitsIn(page, canary), 'after the idle reset').toEqual({ dom: 0, heap: 0 });

	// And after somebody said it, was thanked and went.
	await typeName();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Möchte ich nicht sagen' }).click();
	await expectPage(page, 'sex');
	await page.getByRole('button', { name: 'Möchte ich nicht sagen' }).click();
	await expect(page.getByRole('heading', { name: 'Danke!' })).toBeVisible();
	await page.clock.runFor(7000);
	await expectPage(page, 'end');
	await page.clock.runFor(1500);
	await expectPage(page, 'start');
	expect(await hitsIn(page, canary), 'after the thank-you').toEqual({ dom: 0, heap: 0 });
});

/** How often a text stands in the document and in everything that scripts hold, after garbage was collected. */
async function hitsIn(page: Page, text: string): Promise<{ dom: number; heap: number }> {
	const dom = (await page.content()).split(text).length - 1;
	const session = await page.context().newCDPSession(page);
	const chunks: string[] = [];
	session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	await session.detach();
	const heap = chunks.join('');
	expect(heap.length).toBeGreaterThan(1_000_000);
	return { dom, heap: heap.split(text).length - 1 };
}

test('a full disk and a backend that is away: what was said is kept, and written once', async ({ startKiosk }) => {
	/** full: answers as the backend does then. away: nothing goes through. */
	let state: 'well' | 'full' | 'away' = 'well';
	const entries: string[] = [];
	const listenIn = (socket: WebSocketRoute) => {
		const server = socket.connectToServer();
		socket.onMessage((message) => {
			const text = String(message);
			if (text.includes('/kiosk/signIn')) {
				entries.push(/"entry":"([^"]+)"/.exec(text)?.[1] ?? '');
				if (state === 'full') {
					const json = { defined: true, code: 'DISK_FULL', status: 507, message: 'DISK_FULL' };
					return socket.send(JSON.stringify({ i: JSON.parse(text).i, p: { s: 507, h: {}, b: { json } } }));
				}
				if (state === 'away') return;
			}
			server.send(message);
		});
	};
	const page = await startKiosk((before) => before.routeWebSocket(/\/rpc$/, listenIn));
	const signIn = async (language: RegExp, without: string, pass: string) => {
		await page.getByRole('button', { name: language }).click();
		await page.getByRole('main').getByRole('button').first().click();
		await page.getByRole('button', { name: without }).click();
		await expectPage(page, 'age');
		await page.getByRole('button', { name: pass }).click();
		await expectPage(page, 'sex');
		await page.getByRole('button', { name: pass }).click();
	};
	state = 'full';
	await signIn(/^Türkçe/, 'Adımı vermeden', 'Söylemek istemiyorum');
	await expect(page.getByText('Bu bilgisayarda şu anda kayıt için yer yok.')).toBeVisible();
	await expect(page.getByText('Bilgilerinizi burada tutuyoruz')).toBeVisible();
	await page.getByRole('button', { name: 'Tamam' }).click();
	await expect(page.getByText('Noch nicht gespeichert: 1')).toBeVisible();
	state = 'away';
	await signIn(/^English/, 'Without a name', 'I would rather not say');
	await expect(page.getByText('Saving takes longer today.')).toBeVisible();
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByText('Noch nicht gespeichert: 2')).toBeVisible();
	state = 'well';
	await expect(page.getByText('Noch nicht gespeichert')).toBeHidden();
	expect(new Set(entries).size).toBe(2);
	expect(entries.length).toBeGreaterThan(3);
});

test('reads aloud with a voice of this PC only, in strong contrast and large type, and each touch is answered soon', async ({
	startKiosk,
}) => {
	const page = await startKiosk(async (before) => {
		await before.addInitScript(fakeVoices);
	});
	await page.getByRole('button', { name: 'Starker Kontrast' }).tap();
	await page.getByRole('button', { name: 'Große Schrift' }).tap();
	await expect(page.getByRole('button', { name: 'Große Schrift' })).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Vorlesen' }).tap();
	const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
	expect((await said()).at(-1)).toMatch(/^de-DE: Willkommen!\. .*Ich gehe$/);
	// The only Arabic voice is a server's, and Polish has none.
	await page.getByRole('button', { name: /^العربية/ }).tap();
	await expectPage(page, 'session');
	await expect(page.getByRole('button', { name: 'قراءة بصوت عالٍ' })).toBeHidden();
	await expect(page.locator('[data-page]')).toHaveAttribute('data-contrast', 'true');
	await page.keyboard.press('Escape');
	await expectPage(page, 'start');
	await page.getByRole('button', { name: 'Große Schrift' }).tap();

	await page.evaluate(timeEachPage);
	for (let rounds = 0; rounds < 6; rounds += 1) {
		await page.getByRole('button', { name: /^Українська/ }).tap();
		for (const at of ['session', 'who', 'age', 'sex']) {
			await expectPage(page, at);
			await page
				.getByRole('main')
				.getByRole('button')
				.nth(at === 'who' ? 1 : 0)
				.tap();
		}
		await expect(page.getByRole('heading', { name: 'Дякуємо!' })).toBeVisible();
		await page.getByRole('button', { name: 'Готово' }).tap();
		await expectPage(page, 'start');
	}
	const times = (await page.evaluate(() => (window as unknown as { times: number[] }).times)).sort((a, b) => a - b);
	const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.POSITIVE_INFINITY;
	console.log(`kiosk: touch to next page, ${times.length} times: median ${at(0.5)} ms, p95 ${at(0.95)} ms (in steps of 8)`);
	expect(times.length).toBeGreaterThan(20);
	// 50 ms at most is the aim, and what is printed is read; on processors that others use too, this only guards against worse.
	expect(at(0.5)).toBeLessThanOrEqual(250);
});

/** Runs in the page before anything else. */
function fakeVoices(): void {
	const said: string[] = [];
	Object.assign(window, { said });
	const voices = [
		{ lang: 'ar-SA', localService: false },
		{ lang: 'de-DE', localService: true },
		{ lang: 'en_GB', localService: true },
	];
	Object.defineProperty(window, 'speechSynthesis', {
		value: Object.assign(new EventTarget(), {
			getVoices: () => voices,
			cancel() {},
			speak: ({ text, lang }: { text: string; lang: string }) => said.push(`${lang}: ${text}`),
		}),
	});
	Object.assign(window, {
		SpeechSynthesisUtterance: class {
			lang = '';
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		},
	});
}

/** Runs in the page: from each click until the next picture is painted, as the browser itself measures it. */
function timeEachPage(): void {
	const times: number[] = [];
	Object.assign(window, { times });
	new PerformanceObserver((list) => {
		for (const { name, duration } of list.getEntries()) if (name === 'click') times.push(duration);
	}).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
