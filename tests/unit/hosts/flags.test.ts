import { describe, expect, it } from 'vitest';
import { defaultDataDir, ownArguments, parseFlags, toArguments } from '#main/hosts/flags.ts';

const absolute = (path: string) => (path.startsWith('/') ? path : `/hier/${path}`);
const parse = (...args: string[]) => parseFlags(args, absolute);

describe('flags', () => {
	it('has quiet defaults', () => {
		expect(parse()).toEqual({
			ok: true,
			value: { host: null, dataDir: null, port: 0, open: true, sample: false, help: false },
		});
	});

	it('reads every flag, and a folder against the working directory', () => {
		expect(parse('--host=browser', '--data-dir=Büro Daten', '--port', '8123', '--no-open', '--sample', '--help')).toEqual({
			ok: true,
			value: { host: 'browser', dataDir: '/hier/Büro Daten', port: 8123, open: false, sample: true, help: true },
		});
	});

	it.each([
		[['--hsot=browser'], 'Die Option „--hsot“ gibt es nicht.'],
		[['-x'], 'Die Option „-x“ gibt es nicht.'],
		[['browser'], 'Mit „browser“ kann Kontor nichts anfangen.'],
		[['--host=chrome'], '--host kennt nur „electron“ und „browser“, nicht „chrome“.'],
		[['--host'], '--host braucht einen Wert.'],
		[['--sample=ja'], '--sample nimmt keinen Wert.'],
		[['--port=70000'], '--port braucht eine Zahl von 0 bis 65535, nicht „70000“.'],
		[['--port=-1'], '--port braucht eine Zahl von 0 bis 65535, nicht „-1“.'],
		[['--port=8e3'], '--port braucht eine Zahl von 0 bis 65535, nicht „8e3“.'],
		[['--data-dir='], '--data-dir braucht einen Ordner.'],
	])('%j is answered in German', (args, sentence) => {
		expect(parse(...args)).toEqual({ ok: false, error: `${sentence} Alle Optionen zeigt --help.` });
	});

	it('survives being handed on', () => {
		const given = parse('--data-dir=/tmp/ä b', '--port=7', '--no-open', '--sample');
		if (!given.ok) throw new Error(given.error);
		expect(parse(...toArguments(given.value))).toEqual(given);
	});

	it('leaves the switches of Chromium and the system alone', () => {
		expect(ownArguments(['.', '--no-sandbox', '--data-dir=/x', '-psn_0_1', '--sample', '--samples'])).toEqual([
			'--data-dir=/x',
			'--sample',
		]);
	});
});

describe('default data folder', () => {
	it.each([
		['win32', { APPDATA: 'D:\\Profil\\Roaming' }, 'D:\\Profil\\Roaming\\Kontor', 'D:\\Profil\\Roaming\\Kontor-Beispiel'],
		['win32', {}, 'C:\\Users\\Jörg\\AppData\\Roaming\\Kontor', 'C:\\Users\\Jörg\\AppData\\Roaming\\Kontor-Beispiel'],
	] as const)('%s %j', (os, env, normal, sample) => {
		expect(defaultDataDir({ os, home: 'C:\\Users\\Jörg', env }, false)).toBe(normal);
		expect(defaultDataDir({ os, home: 'C:\\Users\\Jörg', env }, true)).toBe(sample);
	});

	it.each([
		['darwin', {}, '/home/j/Library/Application Support/Kontor', '/home/j/Library/Application Support/Kontor-Beispiel'],
		['linux', {}, '/home/j/.local/share/kontor', '/home/j/.local/share/Kontor-Beispiel'],
		['linux', { XDG_DATA_HOME: '/daten' }, '/daten/kontor', '/daten/Kontor-Beispiel'],
		['linux', { XDG_DATA_HOME: 'relativ' }, '/home/j/.local/share/kontor', '/home/j/.local/share/Kontor-Beispiel'],
	] as const)('%s %j', (os, env, normal, sample) => {
		expect(defaultDataDir({ os, home: '/home/j', env }, false)).toBe(normal);
		expect(defaultDataDir({ os, home: '/home/j', env }, true)).toBe(sample);
	});
});
