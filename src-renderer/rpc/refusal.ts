import { ORPCError } from '@orpc/client';
import { formatDay } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';

/** Turns what the backend refused into one sentence that says what to do next. */
const texts = defineTexts({
	de: {
		unknown:
			'Das war ein Fehler im Programm, nicht Ihrer. Bitte versuchen Sie es noch einmal; bleibt es dabei, sagen Sie der Verwaltung Bescheid.',
		notSignedIn: 'Kontor ist gesperrt. Bitte melden Sie sich wieder an.',
		noAccess:
			'Das ist für Sie nicht offen. Was jemand hier sehen und tun kann, hängt von den Rollen ab; die vergibt die Verwaltung.',
		notFound: 'Das gibt es hier nicht (mehr). Vielleicht wurde es gerade an einem anderen Gerät entfernt.',
		badRequest: 'Eine Angabe passt nicht. Bitte prüfen Sie die Felder.',
		interrupted: 'Die Verbindung zum Programm war kurz unterbrochen. Bitte versuchen Sie es noch einmal.',
		wrongPassphrase: 'Das Passwort stimmt nicht.',
		damaged: (file: string) => `Die Datei „${file}“ ist beschädigt. Sie lässt sich aus dem Netzlaufwerk neu aufbauen.`,
		newer: 'Diese Daten hat ein neueres Kontor geschrieben. Bitte installieren Sie auf diesem Gerät die neue Version.',
		inUse:
			'Kontor läuft auf diesem PC schon einmal mit denselben Daten. Bitte benutzen Sie das andere Fenster oder schließen Sie es.',
		alreadyASite: 'Auf diesem Gerät gibt es schon einen Standort.',
		kitMismatch: 'Die Zeichen stimmen nicht mit dem Notfallblatt überein.',
		kitTypo: 'Darin ist ein Tippfehler: Die Prüfzeichen passen nicht. Bitte vergleichen Sie Zeichen für Zeichen.',
		kitWrong: 'Dieses Notfallblatt gehört nicht zu diesem Standort.',
		kitReplaced:
			'Dieses Notfallblatt wurde durch ein neueres ersetzt und öffnet nichts mehr. Bitte nehmen Sie das neueste; das Druckdatum steht unten auf dem Blatt.',
		closed: 'Diese Fallakte ist geschlossen. Zum Ändern öffnen Sie sie wieder.',
		business: 'Diese Fallakte betrifft ein Unternehmen. Bewerbungen und Förderdaten gibt es nur bei Personen.',
		final: 'Dieses Schreiben ist fertig und bleibt, wie es ist. Kopieren Sie es als neuen Entwurf.',
		noRelease:
			'Dafür liegt keine gültige Schweigepflichtentbindung vor. Ohne sie geht es nur mit einem Grund, der festgehalten wird.',
		hasCases: 'Zu dieser Person gibt es eine Fallakte; sie kann nicht entfernt werden.',
		hasAppointments: 'Diese Person hat noch Termine. Bitte sagen Sie die zuerst ab oder halten Sie fest, was daraus wurde.',
		removed: {
			member: (day: string) => `Ihr Zugang wurde am ${day} beendet. Stimmt das nicht, fragen Sie bitte die Verwaltung.`,
			device: (day: string) =>
				`Dieses Gerät wurde am ${day} aus dem Standort entfernt. Es kann nur als neues Gerät wieder beitreten.`,
		},
		refused: {
			last_reader:
				'Dann könnte niemand mehr die Fallakten öffnen, auch das neue Notfallblatt nicht. Es muss zuerst von jemandem aus der Beratung freigegeben werden.',
			last_administrator:
				'Dann hätte niemand mehr die Rolle Verwaltung. Geben Sie diese Rolle bitte zuerst noch einer anderen Person.',
			yourself: 'Das geht nicht bei sich selbst. Gibt es noch jemanden mit der Rolle Verwaltung, kann diese Person es tun.',
		},
		consequences:
			'Inzwischen hat sich etwas geändert. Bitte lesen Sie noch einmal, was daraus folgt, und bestätigen Sie es dann.',
		signInNameTaken: 'Diesen Anmeldenamen gibt es schon. Bitte wählen Sie einen anderen.',
		startPassphrase:
			'Das Startpasswort ist noch nicht ersetzt. Erst nach der ersten Anmeldung mit eigenem Passwort ist das möglich.',
		samePassphrase: 'Das ist das bisherige Passwort. Bitte wählen Sie ein anderes.',
		kitIsLast:
			'Zurzeit öffnet nur das jetzige Notfallblatt die Fallakten. Geben Sie erst jemandem aus der Beratung damit wieder Zugang (auf der Anmeldeseite „Passwort vergessen“), dann lässt es sich erneuern.',
		deviceNameTaken: 'So heißt schon ein anderes Gerät. Bitte wählen Sie einen anderen Namen.',
		thisDevice: 'Das Gerät, an dem Sie sitzen, kann sich nicht selbst entfernen. Bitte tun Sie es an einem anderen Gerät.',
		otherFingerprint:
			'Die Zeichen gehören nicht zu diesem Gerät. Bitte vergleichen Sie noch einmal, ob Sie vor dem richtigen Gerät stehen.',
		turnedAway: 'Die Verwaltung hat dieses Gerät abgewiesen. Bitte fragen Sie dort nach.',
		outdated: 'Das hat gerade schon jemand anderes erledigt. Bitte sehen Sie noch einmal nach.',
		tooLate: 'Inzwischen ist damit schon wieder etwas geschehen. Rückgängig machen geht darum nicht mehr.',
		notComing: {
			cancelled: 'Dieser Termin fällt aus, darum kann sich dort niemand ein- oder austragen.',
			closed: 'An diesem Tag ist das Haus geschlossen, darum fällt der Termin aus.',
			past: 'Dieser Termin ist schon vorbei.',
		},
		houseClosed: 'An diesem Tag ist das Haus geschlossen. Da braucht niemand auf- oder abzuschließen.',
		past: 'Dieser Tag ist schon vorbei.',
		impossibleDate: 'Dieser Tag ist nicht möglich. Bitte prüfen Sie das Datum.',
		untested: 'Was einen Netzstecker hat, geht erst nach bestandener Elektroprüfung als repariert heraus.',
		noSuchStep: 'Das ist inzwischen schon anders. Bitte sehen Sie noch einmal nach.',
		barrier: 'Bitte wählen Sie, woran es lag.',
		tooMuchDeposit: (held: string) => `So viel Pfand liegt nicht hier. Es sind noch ${held}.`,
		invalidFile: {
			empty: 'Die Datei ist leer.',
			not_text: 'Das ist keine Textdatei. Bitte speichern Sie die Liste in Excel als „CSV (Trennzeichen-getrennt)“.',
			no_table: 'In der Datei ist keine Tabelle zu erkennen.',
			too_large: 'Die Datei ist zu groß. Bitte teilen Sie sie auf.',
		},
		shareFile: (path: string) => `Es geht um: ${path}`,
		share: {
			unreachable: 'Das Netzlaufwerk ist nicht erreichbar. Ihre Arbeit geht weiter; alles wird nachgeholt.',
			not_writable: 'In diesen Ordner darf Kontor nicht schreiben. Bitte lassen Sie sich Schreibrechte geben.',
			full: 'Das Netzlaufwerk ist voll. Bitte lassen Sie dort Platz schaffen.',
			wrong_folder:
				'In diesem Ordner liegt dieser Standort nicht. Zieht die Sicherung um, kopieren Sie den Ordner „kontor-…“ vom alten Ort in den neuen; dann wählen Sie den neuen noch einmal.',
			own_folder:
				'Dort liegen Kontors eigene Daten oder das Netzlaufwerk selbst. Eine weitere Kopie gehört auf eine andere Platte.',
			rolled_back: 'Das Netzlaufwerk ist auf einem älteren Stand als schon einmal. Vielleicht wurde eine alte Kopie eingespielt.',
			tampered:
				'Auf dem Netzlaufwerk ist eine Datei beschädigt oder verändert. Sichern Sie jetzt neu; was beschädigt ist, wird nicht verwendet.',
			clock: 'Eine Änderung liegt mehr als einen Tag in der Zukunft. Bei einem Gerät geht die Uhr falsch.',
			newer: 'Auf dem Netzlaufwerk hat ein neueres Kontor geschrieben. Bitte installieren Sie hier die neue Version.',
			removed_device: 'Ein entferntes Gerät schreibt weiter auf das Netzlaufwerk. Was es schreibt, zählt nicht.',
			unapproved: 'Dieses Gerät ist noch nicht zugelassen. Die Verwaltung kann das auf der Seite „Geräte“ tun.',
			no_key: 'Hier gilt ein neuer Schlüssel, den Sie noch nicht haben. Bleibt es dabei, fragen Sie die Verwaltung.',
			sign_in: 'Der Server nimmt diesen Namen oder dieses App-Passwort nicht an. Bitte prüfen Sie beides.',
			certificate:
				'Der Server kann nicht beweisen, dass er der richtige ist: Sein Zertifikat ist ungültig oder abgelaufen. Bitte fragen Sie, wer ihn betreut, und geben Sie bis dahin kein Passwort ein.',
			not_found:
				'Unter dieser Adresse gibt es keinen WebDAV-Ordner. Bitte vergleichen Sie die Adresse und legen Sie den Ordner dort an.',
			foreign_files: 'Auf dem Netzlaufwerk liegen fremde Dateien. Kontor lässt sie liegen.',
			conflict_copies: 'Ein Abgleichprogramm hat auf dem Netzlaufwerk doppelte Dateien angelegt.',
			files_missing: 'Auf dem Netzlaufwerk fehlen Dateien.',
			attacked:
				'Auf dem Netzlaufwerk sind noch immer viele Dateien verändert. Kontor schreibt dort erst weiter, wenn sie wieder so sind wie vorher, oder in einen anderen Ordner.',
			slow: 'Das Netzlaufwerk antwortet langsam.',
		},
	},
	en: {
		unknown: 'That was an error in the program, not yours. Please try again; if it stays, tell your administrator.',
		notSignedIn: 'Kontor is locked. Please sign in again.',
		noAccess: 'This is not open to you. What somebody sees and does here depends on their roles; your administrator gives those.',
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
		kitReplaced:
			'This recovery kit was replaced by a newer one and opens nothing any more. Please take the newest; the day of printing stands at the foot of the page.',
		closed: 'This case file is closed. Reopen it to change it.',
		business: 'This case file is about a business. Job applications and funder data are there for people alone.',
		final: 'This letter is finished and stays as it is. Copy it as a new draft.',
		noRelease: 'No valid release from confidentiality covers this. Without one it takes a reason, which is kept.',
		hasCases: 'This person has a case file and cannot be removed.',
		hasAppointments: 'This person still has appointments. Please cancel them first, or say what became of them.',
		removed: {
			member: (day) => `Your access ended on ${day}. If that is a mistake, please ask your administrator.`,
			device: (day) => `This device was removed from the site on ${day}. It can only join again as a new device.`,
		},
		refused: {
			last_reader:
				'Nobody could open the case files any more, not even the new recovery kit. A counsellor has to give it access first.',
			last_administrator: 'Nobody would administer the site any more. Please give somebody else that role first.',
			yourself: 'You cannot do this to yourself. Please ask another administrator.',
		},
		consequences: 'Something has changed meanwhile. Please read again what follows from this, then confirm.',
		signInNameTaken: 'This sign-in name is taken. Please choose another.',
		startPassphrase: 'The start passphrase is not replaced yet. This becomes possible after the first sign-in with an own one.',
		samePassphrase: 'That is the current passphrase. Please choose another.',
		kitIsLast:
			'At present only this recovery kit opens the case files. Use it first to give a counsellor access again (“Forgotten password” on the sign-in page); then it can be renewed.',
		deviceNameTaken: 'Another device is called so. Please choose another name.',
		thisDevice: 'The device you sit at cannot remove itself. Please do it on another device.',
		otherFingerprint: 'These characters do not belong to this device. Please check that you stand before the right one.',
		turnedAway: 'An administrator has turned this device away. Please ask there.',
		outdated: 'Somebody else has just done this. Please look again.',
		tooLate: 'Something has happened with it since. It cannot be undone any more.',
		notComing: {
			cancelled: 'This session is cancelled, so nobody can be put down or taken out.',
			closed: 'The house is closed on this day, so the session does not take place.',
			past: 'This session is over.',
		},
		houseClosed: 'The house is closed on this day. Nobody has to open or close it.',
		past: 'This day is over.',
		impossibleDate: 'This day is not possible. Please check the date.',
		untested: 'What has a mains plug leaves as repaired only after it has passed the electrical test.',
		noSuchStep: 'This has changed meanwhile. Please look again.',
		barrier: 'Please choose what the reason was.',
		tooMuchDeposit: (held) => `There is not that much deposit here. It is ${held}.`,
		invalidFile: {
			empty: 'The file is empty.',
			not_text: 'This is not a text file. Please save the list as CSV.',
			no_table: 'No table was found in the file.',
			too_large: 'The file is too large. Please split it.',
		},
		shareFile: (path) => `It is about: ${path}`,
		share: {
			unreachable: 'The network share cannot be reached. Your work goes on; everything will be caught up.',
			not_writable: 'Kontor may not write into this folder. Please ask for write access.',
			full: 'The network share is full. Please have space freed there.',
			wrong_folder:
				'This folder does not hold this site. If the backup moves, copy the folder “kontor-…” from the old place into the new one; then choose the new one again.',
			own_folder: 'Kontor’s own data or the share itself lie there. Another copy belongs on another disk.',
			rolled_back: 'The network share is older than it was before. Perhaps an old copy was restored.',
			tampered: 'A file on the network share is damaged or was changed. Back up again now; what is damaged is not used.',
			clock: 'A change lies more than a day in the future. The clock of one device is wrong.',
			newer: 'A newer Kontor has written to the network share. Please install the new version here.',
			removed_device: 'A removed device goes on writing to the network share. What it writes does not count.',
			unapproved: 'This device is not approved yet. An administrator can do that on the page “Devices”.',
			no_key: 'A new key is in use here that you do not have yet. If it stays like this, ask your administrator.',
			sign_in: 'The server does not take this name or this app password. Please check both.',
			certificate:
				'The server cannot prove that it is the right one: its certificate is not valid. Please ask whoever looks after it, and do not type a password until then.',
			not_found: 'There is no WebDAV folder at this address. Please compare the address and create the folder there.',
			foreign_files: 'There are foreign files on the network share. Kontor leaves them alone.',
			conflict_copies: 'A program that keeps folders in step has made second copies on the network share.',
			files_missing: 'Files are missing on the network share.',
			attacked:
				'Many files on the network share are still changed. Kontor writes there again once they are as they were, or into another folder.',
			slow: 'The network share answers slowly.',
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
		case 'FINAL':
			return t.final;
		case 'CLOSED':
			return t.closed;
		case 'BUSINESS':
			return t.business;
		case 'NO_RELEASE':
			return t.noRelease;
		case 'ALREADY_A_SITE':
			return t.alreadyASite;
		case 'KIT_MISMATCH':
			return t.kitMismatch;
		case 'WRONG_KIT':
			return data.typo === true ? t.kitTypo : data.replaced === true ? t.kitReplaced : t.kitWrong;
		case 'HAS_CASES':
			return t.hasCases;
		case 'HAS_APPOINTMENTS':
			return t.hasAppointments;
		case 'INVALID_FILE':
			return t.invalidFile[data.reason as keyof typeof t.invalidFile] ?? t.unknown;
		case 'REMOVED':
			return t.removed[data.what === 'device' ? 'device' : 'member'](formatDay(Number(data.at)));
		case 'REFUSED':
			return t.refused[data.reason as keyof typeof t.refused] ?? t.unknown;
		case 'CONSEQUENCES':
			return t.consequences;
		case 'SIGN_IN_NAME_TAKEN':
			return t.signInNameTaken;
		case 'START_PASSPHRASE':
			return t.startPassphrase;
		case 'SAME_PASSPHRASE':
			return t.samePassphrase;
		case 'NAME_TAKEN':
			return t.deviceNameTaken;
		case 'THIS_DEVICE':
			return t.thisDevice;
		case 'KIT_IS_LAST':
			return t.kitIsLast;
		case 'OTHER_FINGERPRINT':
			return t.otherFingerprint;
		case 'TURNED_AWAY':
			return t.turnedAway;
		case 'OUTDATED':
			return t.outdated;
		case 'UNTESTED':
			return t.untested;
		case 'NO_SUCH_STEP':
			return t.noSuchStep;
		case 'BARRIER':
			return t.barrier;
		case 'TOO_LATE':
			return t.tooLate;
		case 'NOT_COMING':
			return t.notComing[data.why as keyof typeof t.notComing] ?? t.unknown;
		case 'HOUSE_CLOSED':
			return t.houseClosed;
		case 'PAST':
			return t.past;
		case 'IMPOSSIBLE_DATE':
			return t.impossibleDate;
		case 'TOO_MUCH':
			return t.tooMuchDeposit(formatMoney(Number(data.heldCents)));
		case 'SHARE':
			return [
				t.share[data.problem as ShareProblem] ?? t.unknown,
				...(typeof data.file === 'string' ? [t.shareFile(data.file)] : []),
			].join(' ');
		default:
			return t.unknown;
	}
}

/** What the contract says goes along with a refusal; the caller knows by its code what that is. */
export function refusalData<Data>(error: unknown): Data | null {
	return error instanceof ORPCError ? ((error.data as Data) ?? null) : null;
}

/** The code of a typed refusal, to react to one; null for anything unexpected. */
export function refusalCode(error: unknown): string | null {
	return error instanceof ORPCError ? error.code : null;
}

/** What is wrong with the share; null when it is something else. */
export function shareProblemIn(error: unknown): ShareProblem | null {
	return refusalCode(error) === 'SHARE' ? (refusalData<{ problem: ShareProblem }>(error)?.problem ?? null) : null;
}

function isAbort(error: unknown): boolean {
	return error instanceof Error && error.name === 'AbortError';
}
