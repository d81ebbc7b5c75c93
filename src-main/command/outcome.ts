import { ORPCError } from '@orpc/client';
import type { ShareProblem } from '#shared/features/share/model.ts';
import { ShareRefused, shareProblemOf } from '../share/problem.ts';
import { EXIT } from './parse.ts';

/** How a command ends: the exit code, sentences for a person, and the same for a program. Nothing personal in any of it. */
export interface Outcome {
	readonly exit: (typeof EXIT)[keyof typeof EXIT];
	readonly lines: readonly string[];
	/** Numbers, codes, ids; never a name, never the folder as it was typed. */
	readonly data: Readonly<Record<string, unknown>>;
}

export const impossible = (reason: string, line: string): Outcome => ({
	exit: EXIT.impossible,
	lines: [line],
	data: { reason },
});

export const PROBLEM_WORDS: Record<ShareProblem, string> = {
	unreachable: 'Der Ordner ist nicht erreichbar.',
	not_writable: 'In den Ordner darf Kontor nicht schreiben.',
	full: 'Der Ordner ist voll.',
	wrong_folder: 'In dem Ordner liegt dieser Standort nicht.',
	rolled_back: 'Der Ordner ist auf einen alten Stand zurückgefallen.',
	tampered: 'Eine Datei ist beschädigt oder verändert.',
	clock: 'Eine Änderung liegt mehr als einen Tag in der Zukunft.',
	own_folder: 'Der Ordner gehört zu Kontors eigenen Daten.',
	newer: 'Eine Datei stammt von einem neueren Kontor.',
	removed_device: 'Ein entferntes Gerät schreibt weiter.',
	unapproved: 'Dieses Gerät ist noch nicht zugelassen.',
	no_key: 'Hier fehlt ein neuer Schlüssel.',
	sign_in: 'Der Server nimmt Name oder Passwort nicht an.',
	certificate: 'Der Server kann nicht belegen, dass er der richtige ist.',
	not_found: 'Auf dem Server gibt es diesen Ordner nicht.',
	foreign_files: 'In dem Ordner liegen fremde Dateien.',
	conflict_copies: 'Ein Programm hat zweite Fassungen von Dateien angelegt.',
	files_missing: 'In einer Reihe fehlen Dateien.',
	attacked: 'Viele Dateien wurden auf einmal umbenannt oder überschrieben.',
	slow: 'Der Ordner antwortet sehr langsam.',
};

const IMPOSSIBLE: Readonly<Record<string, string>> = {
	ALREADY_A_SITE: 'In diesem Daten-Ordner gibt es schon einen Standort.',
	DAMAGED: 'Eine Datei im Daten-Ordner ist beschädigt. Öffnen Sie Kontor: Es bietet die Reparatur an.',
	NEWER: 'Die Daten hat ein neueres Kontor geschrieben.',
	IN_USE: 'Kontor läuft gerade mit diesen Daten. Schließen Sie es oder warten Sie, bis es gesperrt ist.',
};
const REFUSED: Readonly<Record<string, string>> = {
	WRONG_PASSPHRASE: 'Anmeldename oder Passwort stimmen nicht.',
	WRONG_KIT: 'Das Notfallblatt stimmt nicht oder gehört nicht zu diesem Standort.',
	NO_ACCESS: 'Das ist mit dieser Anmeldung nicht erlaubt.',
	REMOVED: 'Dieser Zugang oder dieses Gerät wurde entfernt.',
	TURNED_AWAY: 'Die Verwaltung hat dieses Gerät abgewiesen.',
	BAD_REQUEST: 'Eine Angabe passt nicht.',
};

/** Null for what is a bug. */
export function outcomeOfError(error: unknown): Outcome | null {
	const problem = problemOf(error);
	if (problem !== null) {
		const exit = problem === 'tampered' || problem === 'rolled_back' ? EXIT.attention : EXIT.impossible;
		return { exit, lines: [PROBLEM_WORDS[problem]], data: { reason: problem } };
	}
	if (!(error instanceof ORPCError)) return null;
	const [none, refused] = [IMPOSSIBLE[error.code], REFUSED[error.code]];
	if (none) return impossible(error.code.toLowerCase(), none);
	return refused ? { exit: EXIT.refused, lines: [refused], data: { reason: error.code.toLowerCase() } } : null;
}

function problemOf(error: unknown): ShareProblem | null {
	if (error instanceof ORPCError && error.code === 'SHARE') return (error.data as { problem: ShareProblem }).problem;
	return shareProblemOf(error)?.problem ?? (error instanceof ShareRefused ? error.problem : null);
}
