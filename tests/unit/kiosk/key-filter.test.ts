import { describe, expect, it } from 'vitest';
import { isKioskKey, type Key } from '#shared/features/kiosk/key-filter.ts';

const key = (name: string, held: Partial<Key> = {}): Key => ({
	...{ key: name, control: false, alt: false, meta: false, altGraph: false },
	...held,
});

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const FUNCTION_KEYS = Array.from({ length: 24 }, (_, at) => `F${at + 1}`);
const NAMED = [
	...['Escape', 'Tab', 'Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
	...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', '+', '-', '=', '.', ',', '/', '`', '#'],
];
/** Keys that do something by themselves, in some browser or on some keyboard. */
const SPECIAL = [
	...['Alt', 'Meta', 'OS', 'ContextMenu', 'PrintScreen', 'Pause', 'ScrollLock', 'NumLock', 'Insert', 'Help', 'Undo', 'Redo'],
	...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserStop', 'BrowserSearch', 'BrowserFavorites', 'BrowserHome'],
	...['Copy', 'Cut', 'Paste', 'Find', 'Open', 'Save', 'Print', 'New', 'Close', 'Exit', 'Props', 'Select', 'Again', 'Cancel'],
	...['LaunchMail', 'LaunchApplication1', 'LaunchApplication2', 'LaunchCalculator', 'LaunchWebBrowser', 'MediaPlayPause'],
	...['MediaSelect', 'ZoomIn', 'ZoomOut', 'ZoomToggle', 'Power', 'Sleep', 'WakeUp', 'Eject', 'Hibernate', 'Standby', 'LogOff'],
	...['AppSwitch', 'GoBack', 'GoHome', 'Call', 'Camera', 'Unidentified', 'MailForward', 'MailReply', 'MailSend'],
];

describe('a kiosk’s keyboard', () => {
	it('lets no shortcut through, of more than 200', () => {
		const tried: Key[] = [
			...[...LETTERS, ...FUNCTION_KEYS, ...NAMED].flatMap((name) => [
				key(name, { control: true }),
				key(name, { alt: true }),
				key(name, { meta: true }),
				key(name, { control: true, meta: true }),
			]),
			...LETTERS.flatMap((name) => [
				key(name, { control: true, alt: true }),
				key(name.toUpperCase(), { control: true }),
				key(name.toUpperCase(), { meta: true }),
				key(name.toUpperCase(), { control: true, alt: true }),
				key(name, { altGraph: true }),
			]),
			...['Tab', 'Enter', 'Escape', 'Delete', 'ArrowLeft', ' ', 'F4'].flatMap((name) => [
				key(name, { control: true, alt: true }),
				key(name, { altGraph: true }),
				key(name, { control: true, alt: true, meta: true }),
			]),
			...FUNCTION_KEYS.map((name) => key(name)),
			...SPECIAL.flatMap((name) => [key(name), key(name, { control: true })]),
		];
		const different = new Set(tried.map((each) => JSON.stringify(each)));
		console.log(`key filter: ${different.size} combinations tried`);
		expect(different.size).toBeGreaterThanOrEqual(200);
		expect(tried.filter(isKioskKey)).toEqual([]);
	});

	it.each([..."aZß’'-.é żğıİșґЇёщΰςضئ١é🙂"].map((letter) => [letter]))('types %s', (letter) =>
		expect(isKioskKey(key(letter))).toBe(true),
	);
	it.each(['Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'Shift', 'CapsLock', 'Dead'])(
		'moves and corrects with %s',
		(name) => expect(isKioskKey(key(name))).toBe(true),
	);

	it.each([...'łąężćźóśń€@µ{[]}\\~|²³'].map((letter) => [letter]))(
		'types %s with the third level, as Windows sends it or not',
		(letter) => {
			expect(isKioskKey(key(letter, { control: true, alt: true, altGraph: true }))).toBe(true);
			expect(isKioskKey(key(letter, { control: true, alt: true }))).toBe(true);
			expect(isKioskKey(key(letter, { altGraph: true }))).toBe(true);
			expect(isKioskKey(key(letter, { control: true, alt: true, meta: true }))).toBe(false);
		},
	);

	it('passes no control character, which scanners and terminals send', () => {
		for (let code = 0; code < 32; code += 1) expect(isKioskKey(key(String.fromCharCode(code)))).toBe(false);
		expect(isKioskKey(key('\u007f'))).toBe(false);
	});
});
