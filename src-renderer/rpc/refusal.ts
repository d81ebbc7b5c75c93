import { ORPCError } from '@orpc/client';
import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';

/** Turns what the backend refused into one sentence that says what to do next. */
const texts = defineTexts({
	de: {
		unknown:
			'Das war ein Fehler im Programm, nicht Ihrer. Bitte versuchen Sie es noch einmal; bleibt es dabei, sagen Sie der Verwaltung Bescheid.',
		notSignedIn: 'Kontor ist gesperrt. Bitte melden Sie sich wieder an.',
		noAccess: 'Dafür fehlt Ihnen die Berechtigung. Die Verwaltung kann sie erteilen.',
		notFound: 'Das gibt es hier nicht (mehr). Vielleicht wurde es gerade an einem anderen Gerät entfernt.',
		badRequest: 'Eine Angabe passt nicht. Bitte prüfen Sie die Felder.',
		interrupted: 'Die Verbindung zum Programm war kurz unterbrochen. Bitte versuchen Sie es noch einmal.',
		wrongPassphrase: 'Die Passphrase stimmt nicht.',
		damaged: (file: string) => `Die Datei „${file}“ ist beschädigt. Sie lässt sich aus dem Netzlaufwerk neu aufbauen.`,
		newer: 'Diese Daten hat ein neueres Kontor geschrieben. Bitte installieren Sie auf diesem Gerät die neue Version.',
		inUse:
			'Kontor läuft auf diesem PC schon einmal mit denselben Daten. Bitte benutzen Sie das andere Fenster oder schließen Sie es.',
		alreadyASite: 'Auf diesem Gerät gibt es schon einen Standort.',
		kitMismatch: 'Die Zeichen stimmen nicht mit dem Notfallblatt überein.',
		kitTypo: 'Darin ist ein Tippfehler: Die Prüfzeichen passen nicht. Bitte vergleichen Sie Zeichen für Zeichen.',
		kitWrong: 'Dieses Notfallblatt gehört nicht zu diesem Standort.',
		closed: 'Diese Fallakte ist geschlossen. Zum Ändern öffnen Sie sie wieder.',
		hasCases: 'Zu dieser Person gibt es eine Fallakte; sie kann nicht entfernt werden.',
		invalidFile: {
			empty: 'Die Datei ist leer.',
			not_text: 'Das ist keine Textdatei. Bitte speichern Sie die Liste in Excel als „CSV (Trennzeichen-getrennt)“.',
			no_table: 'In der Datei ist keine Tabelle zu erkennen.',
			too_large: 'Die Datei ist zu groß. Bitte teilen Sie sie auf.',
		},
		share: {
			unreachable: 'Das Netzlaufwerk ist nicht erreichbar. Ihre Arbeit geht weiter; alles wird nachgeholt.',
			not_writable: 'In diesen Ordner darf Kontor nicht schreiben. Bitte lassen Sie sich Schreibrechte geben.',
			full: 'Das Netzlaufwerk ist voll. Bitte lassen Sie dort Platz schaffen.',
			wrong_folder:
				'In diesem Ordner liegt dieser Standort nicht. Zieht die Sicherung um, kopieren Sie den Ordner „kontor-…“ vom alten Ort in den neuen; dann wählen Sie den neuen noch einmal.',
			own_folder:
				'Dieser Ordner gehört zu Kontors eigenen Daten auf diesem PC. Eine Sicherung gehört auf ein Netzlaufwerk oder eine andere Festplatte.',
			rolled_back: 'Das Netzlaufwerk ist auf einem älteren Stand als schon einmal. Vielleicht wurde eine alte Kopie eingespielt.',
			tampered: 'Auf dem Netzlaufwerk ist eine Datei beschädigt oder verändert.',
			clock: 'Eine Änderung liegt mehr als einen Tag in der Zukunft. Bei einem Gerät geht die Uhr falsch.',
			newer: 'Auf dem Netzlaufwerk hat ein neueres Kontor geschrieben. Bitte installieren Sie hier die neue Version.',
		},
	},
	en: {
		unknown: 'That was an error in the program, not yours. Please try again; if it stays, tell your administrator.',
		notSignedIn: 'Kontor is locked. Please sign in again.',
		noAccess: 'You are not allowed to do this. Your administrator can allow it.',
		notFound: 'This does not exist here (any more). Perhaps it was just removed on another device.',
		badRequest: 'Something does not fit. Please check the fields.',
		interrupted: 'The connection to the program was interrupted. Please try again.',
		wrongPassphrase: 'The passphrase is not right.',
		damaged: (file) => `The file “${file}” is damaged. It can be rebuilt from the network share.`,
		newer: 'This data was written by a newer Kontor. Please install the new version on this device.',
		inUse: 'Kontor already runs on this PC with the same data. Please use the other window, or close it.',
		alreadyASite: 'There already is a site on this device.',
		kitMismatch: 'These characters do not match the recovery kit.',
		kitTypo: 'There is a typing error: the check characters do not fit. Please compare character by character.',
		kitWrong: 'This recovery kit does not belong to this site.',
		closed: 'This case file is closed. Reopen it to change it.',
		hasCases: 'This person has a case file and cannot be removed.',
		invalidFile: {
			empty: 'The file is empty.',
			not_text: 'This is not a text file. Please save the list as CSV.',
			no_table: 'No table was found in the file.',
			too_large: 'The file is too large. Please split it.',
		},
		share: {
			unreachable: 'The network share cannot be reached. Your work goes on; everything will be caught up.',
			not_writable: 'Kontor may not write into this folder. Please ask for write access.',
			full: 'The network share is full. Please have space freed there.',
			wrong_folder:
				'This folder does not hold this site. If the backup moves, copy the folder “kontor-…” from the old place into the new one; then choose the new one again.',
			own_folder: 'This folder belongs to Kontor’s own data on this PC. A backup belongs on a network share or another disk.',
			rolled_back: 'The network share is older than it was before. Perhaps an old copy was restored.',
			tampered: 'A file on the network share is damaged or was changed.',
			clock: 'A change lies more than a day in the future. The clock of one device is wrong.',
			newer: 'A newer Kontor has written to the network share. Please install the new version here.',
		},
	},
});

/** One German (or English) sentence for any error a call can end with. */
export function refusalText(error: unknown): string {
	const t = currentTexts(texts);
	if (error instanceof DOMException && error.name === 'AbortError') return t.interrupted;
	if (!(error instanceof ORPCError)) return isAbort(error) ? t.interrupted : t.unknown;
	const data: Record<string, unknown> = typeof error.data === 'object' && error.data !== null ? error.data : {};
	switch (error.code) {
		case 'NOT_SIGNED_IN':
			return t.notSignedIn;
		case 'NO_ACCESS':
			return t.noAccess;
		case 'NOT_FOUND':
			return t.notFound;
		case 'BAD_REQUEST':
			return t.badRequest;
		case 'WRONG_PASSPHRASE':
			return t.wrongPassphrase;
		case 'DAMAGED':
			return t.damaged(String(data.file));
		case 'NEWER':
			return t.newer;
		case 'IN_USE':
			return t.inUse;
		case 'CLOSED':
			return t.closed;
		case 'ALREADY_A_SITE':
			return t.alreadyASite;
		case 'KIT_MISMATCH':
			return t.kitMismatch;
		case 'WRONG_KIT':
			return data.typo === true ? t.kitTypo : t.kitWrong;
		case 'HAS_CASES':
			return t.hasCases;
		case 'INVALID_FILE':
			return t.invalidFile[data.reason as keyof typeof t.invalidFile] ?? t.unknown;
		case 'SHARE':
			return t.share[data.problem as ShareProblem] ?? t.unknown;
		default:
			return t.unknown;
	}
}

/** The code of a typed refusal, to react to one; null for anything unexpected. */
export function refusalCode(error: unknown): string | null {
	return error instanceof ORPCError ? error.code : null;
}

/** The folder is not there or does not answer. */
export function isUnreachable(error: unknown): boolean {
	if (!(error instanceof ORPCError) || error.code !== 'SHARE') return false;
	const data: unknown = error.data;
	return typeof data === 'object' && data !== null && 'problem' in data && data.problem === 'unreachable';
}

function isAbort(error: unknown): boolean {
	return error instanceof Error && error.name === 'AbortError';
}
