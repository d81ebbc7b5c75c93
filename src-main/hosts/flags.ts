import { posix, win32 } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/**
 * Every command-line flag of Kontor, for both hosts. A wrong flag is answered with a German sentence, because whoever
 * typed it is the person at the desk; nothing is guessed.
 */
export interface Flags {
	/** null: Electron where its runtime is there, otherwise the browser host. */
	readonly host: 'electron' | 'browser' | null;
	/** Absolute folder; null: the default of the platform (`defaultDataDir`). */
	readonly dataDir: string | null;
	/** Browser host only; 0 = a free port. */
	readonly port: number;
	/** Open the default browser once the browser host is ready. */
	readonly open: boolean;
	/** Fill an empty data folder with the invented office. */
	readonly sample: boolean;
	readonly help: boolean;
}

export const HELP = `Kontor – Fallakten, Termine und Ausleihe eines Nachbarschaftstreffs

Aufruf: npm start -- [Optionen]

  --host=electron|browser  Fenster (Electron) oder Browser; ohne Angabe: Fenster, wenn möglich
  --data-dir=ORDNER        Ordner für alle Daten dieses Geräts (sonst der übliche Ordner des Systems)
  --port=ZAHL              Port des Browser-Betriebs; 0 = irgendein freier (Vorgabe)
  --no-open                im Browser-Betrieb den Browser nicht von selbst öffnen
  --sample                 mit dem erfundenen Beispiel-Büro anfangen
  --help                   diese Übersicht

Befehle ohne Fenster (status, backup, verify, drill, restore): npm start -- status --help
`;

const OPTIONS = {
	host: { type: 'string' },
	'data-dir': { type: 'string' },
	port: { type: 'string' },
	'no-open': { type: 'boolean' },
	sample: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

const SEE_HELP = 'Alle Optionen zeigt --help.';

/**
 * Reads flags strictly. The error is a German sentence for the screen.
 * @param resolvePath makes a given folder absolute against the caller's working directory
 */
export function parseFlags(args: readonly string[], resolvePath: (path: string) => string): Result<Flags, string> {
	const parsed = read(args);
	if (!parsed.ok) return parsed;
	const values = parsed.value;
	const host = values.host ?? null;
	if (host !== null && host !== 'electron' && host !== 'browser') {
		return err(`--host kennt nur „electron“ und „browser“, nicht „${host}“. ${SEE_HELP}`);
	}
	const port = values.port ?? '0';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		return err(`--port braucht eine Zahl von 0 bis 65535, nicht „${port}“. ${SEE_HELP}`);
	}
	const dataDir = values['data-dir'] ?? null;
	if (dataDir === '') return err(`--data-dir braucht einen Ordner. ${SEE_HELP}`);
	return ok({
		host,
		dataDir: dataDir === null ? null : resolvePath(dataDir),
		port: Number(port),
		open: values['no-open'] !== true,
		sample: values.sample === true,
		help: values.help === true,
	});
}

/**
 * The arguments that are Kontor's. A packaged Electron app is also started with switches of Chromium and of the
 * system, which must not stop it.
 */
export function ownArguments(args: readonly string[]): string[] {
	return args.filter((arg) => Object.keys(OPTIONS).some((name) => arg === `--${name}` || arg.startsWith(`--${name}=`)));
}

/** The flags as arguments again, to hand them to another process. */
export function toArguments(flags: Flags): string[] {
	return [
		...(flags.dataDir === null ? [] : [`--data-dir=${flags.dataDir}`]),
		...(flags.port === 0 ? [] : [`--port=${flags.port}`]),
		...(flags.open ? [] : ['--no-open']),
		...(flags.sample ? ['--sample'] : []),
	];
}

export interface Platform {
	readonly os: NodeJS.Platform;
	readonly home: string;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The app-data folder: Windows' roaming profile, macOS' Application Support, else the XDG base directory
 * (specifications.freedesktop.org/basedir: relative values are to be ignored). The sample office gets a neighbour of its
 * own, so that it never mixes with real data.
 */
export function defaultDataDir({ os, home, env }: Platform, sample: boolean): string {
	if (os === 'win32')
		return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), sample ? 'Kontor-Beispiel' : 'Kontor');
	if (os === 'darwin') return posix.join(home, 'Library', 'Application Support', sample ? 'Kontor-Beispiel' : 'Kontor');
	const xdg = env.XDG_DATA_HOME;
	const base = xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
	return posix.join(base, sample ? 'Kontor-Beispiel' : 'kontor');
}

function read(args: readonly string[]) {
	try {
		return ok(parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values);
	} catch (error) {
		return err(inGerman(error));
	}
}

/** node:util reports in English, with a code; the name it quotes is the only thing worth keeping. */
function inGerman(error: unknown): string {
	const { code, message } = error as { code?: string; message: string };
	const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
	const flag = quoted.split(/[ ,]/)[0] ?? '';
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Die Option „${flag}“ gibt es nicht. ${SEE_HELP}`;
	if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `Mit „${quoted}“ kann Kontor nichts anfangen. ${SEE_HELP}`;
	if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
		return message.includes('does not take')
			? `${flag} nimmt keinen Wert. ${SEE_HELP}`
			: `${flag} braucht einen Wert. ${SEE_HELP}`;
	}
	throw error;
}
