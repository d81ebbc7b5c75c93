import { parseArgs } from 'node:util';
import { SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** The commands for whoever looks after the PCs: without a window, for the terminal and the task scheduler. */
export const COMMANDS = ['status', 'backup', 'verify', 'drill', 'restore'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Command {
	readonly name: CommandName;
	/** Null where the command takes none. */
	readonly share: string | null;
	/** Null: the default of the platform. */
	readonly dataDir: string | null;
	readonly site: SiteId | null;
	readonly deviceName: string | null;
	/** The recovery kit instead of sign-in name and passphrase. */
	readonly kit: boolean;
	readonly json: boolean;
	readonly help: boolean;
}

export const EXIT = {
	fine: 0,
	/** Done, and somebody has to look at what was found. */
	attention: 1,
	usage: 2,
	/** The share cannot be reached, Kontor is running, there is nothing here. */
	impossible: 3,
	/** Sign-in name, passphrase or kit are not right, or may not do this. */
	refused: 4,
} as const;

export const COMMAND_HELP = `Kontor – Befehle für die Betreuung der PCs

Aufruf: npm start -- BEFEHL [Optionen]      (installiert: Kontor BEFEHL [Optionen])

  status                 Wie steht es um die Sicherung dieses PCs? Braucht keine Anmeldung. Liegt sie auf einem Server
                         mit Passwort (Nextcloud), sagt er, was dieser PC darüber zuletzt notiert hat, und von wann.
  backup                 Jetzt sichern und die Sicherung prüfen. Braucht Anmeldename und Passwort.
  verify ORDNER          Prüft alle Dateien in einem Sicherungs-Ordner: Namen, Reihenfolge, Prüfsummen,
                         Unterschriften. Braucht keine Anmeldung.
  drill ORDNER           Wiederherstellungs-Probe: baut alles, was zu lesen ist, aus dem Ordner neu auf,
                         prüft es und löscht es wieder. Braucht Anmeldename und Passwort oder --kit.
  restore ORDNER         Richtet diesen leeren PC aus dem Ordner ein. Braucht --device-name und
                         Anmeldename und Passwort oder --kit.

  --data-dir=ORDNER      Ordner für alle Daten dieses Geräts (sonst der übliche Ordner des Systems)
  --site=KENNUNG         welcher Standort, wenn in dem Ordner mehrere liegen
  --device-name=NAME     wie der PC heißen soll (restore)
  --kit                  mit dem Notfallblatt statt mit Anmeldename und Passwort (drill, restore)
  --json                 Ergebnis als eine Zeile JSON
  --help                 diese Übersicht

Passwörter stehen nie in der Befehlszeile und nie in einer Option: andere Programme könnten sie mitlesen. Kontor fragt
danach oder liest sie von der Standardeingabe, eine Angabe je Zeile:
  backup, drill, restore   Anmeldename, Passwort
  drill --kit              Notfallblatt
  restore --kit            Notfallblatt, Anmeldename, neues Passwort

Rückgabewerte: 0 in Ordnung · 1 bitte hinsehen · 2 falscher Aufruf · 3 nicht möglich · 4 Anmeldung abgelehnt
`;

const OPTIONS = {
	'data-dir': { type: 'string' },
	site: { type: 'string' },
	'device-name': { type: 'string' },
	kit: { type: 'boolean' },
	json: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

const SEE_HELP = 'Alle Befehle zeigt „status --help“.';

/** The command's own arguments, when this is one: a packaged app is also started with switches of the system. */
export function commandIn(args: readonly string[]): string[] | null {
	const at = args.findIndex((arg) => (COMMANDS as readonly string[]).includes(arg));
	return at < 0 ? null : args.slice(at);
}

/** The same command for a process that was started elsewhere. */
export function withFullPaths(args: readonly string[], resolvePath: (path: string) => string): string[] {
	const dataDir = '--data-dir=';
	return args.map((arg, at) => {
		if (arg.startsWith(dataDir) && arg !== dataDir) return dataDir + resolvePath(arg.slice(dataDir.length));
		const isPath = at > 0 && !arg.startsWith('-') && !['--site', '--device-name'].includes(args[at - 1] ?? '');
		return isPath ? resolvePath(arg) : arg;
	});
}

/** Reads a command strictly. The error is a German sentence. */
export function parseCommand(args: readonly string[], resolvePath: (path: string) => string): Result<Command, string> {
	const [name, ...rest] = args;
	if (!(COMMANDS as readonly string[]).includes(name ?? '')) return err(`Den Befehl „${name}“ gibt es nicht. ${SEE_HELP}`);
	let parsed: ReturnType<typeof read>;
	try {
		parsed = read(rest);
	} catch {
		return err(`Eine Option ist falsch geschrieben oder braucht einen Wert. ${SEE_HELP}`);
	}
	const { values, positionals } = parsed;
	const command: Command = {
		name: name as CommandName,
		share: positionals[0] === undefined || positionals[0] === '' ? null : resolvePath(positionals[0]),
		dataDir: values['data-dir'] ? resolvePath(values['data-dir']) : null,
		site: values.site === undefined ? null : (SiteId.safeParse(values.site).data ?? null),
		deviceName: values['device-name']?.trim() || null,
		kit: values.kit === true,
		json: values.json === true,
		help: values.help === true,
	};
	const wrong = command.help ? null : mistakeIn(command, positionals.length, values);
	return wrong === null ? ok(command) : err(`${wrong} ${SEE_HELP}`);
}

function read(args: readonly string[]) {
	return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
}

function mistakeIn({ name, share, site, deviceName, kit }: Command, folders: number, given: object): string | null {
	const takesShare = name === 'verify' || name === 'drill' || name === 'restore';
	if (takesShare && share === null) return `„${name}“ braucht den Ordner der Sicherung.`;
	if (folders > (takesShare ? 1 : 0)) return `„${name}“ nimmt ${takesShare ? 'nur einen Ordner' : 'keinen Ordner'}.`;
	if ('site' in given && given.site !== undefined && site === null) return '--site braucht die Kennung eines Standorts.';
	if ('data-dir' in given && given['data-dir'] === '') return '--data-dir braucht einen Ordner.';
	if (name === 'restore' && deviceName === null) return '„restore“ braucht --device-name.';
	if (kit && name !== 'drill' && name !== 'restore') return `--kit gibt es bei „${name}“ nicht.`;
	return null;
}
