import type { TemplateFields } from './model.ts';

/**
 * Templates to begin with: an office takes them over when it asks for them, and then changes them as it likes. They
 * report facts and ask for answers; none of them gives legal advice or cites a law.
 */
interface Starter extends Omit<TemplateFields, 'isRetired'> {
	/** Stays the same whatever the template is called: two PCs that take it over have it once. */
	readonly key: string;
}

const GREETING = 'Mit freundlichen Grüßen\n\n\n\n{Beraterin}\n{Einrichtung}';

export const STARTERS: readonly Starter[] = [
	{
		key: 'invitation',
		name: 'Einladung zum Gespräch',
		kind: 'letter',
		subject: 'Einladung zum Gespräch',
		body: `{Anrede},

wir möchten Sie gern zu einem Gespräch einladen:

*{Nächster Termin}*
{Einrichtung}

Bitte bringen Sie die Unterlagen mit, um die es gehen soll, zum Beispiel Briefe, Bescheide oder Anträge.

Passt Ihnen der Termin nicht, rufen Sie uns bitte an: {Telefon}. Wir finden dann einen anderen.

${GREETING}`,
	},
	{
		key: 'appointment',
		name: 'Terminbestätigung',
		kind: 'letter',
		subject: 'Ihr Termin bei uns',
		body: `{Anrede},

wir bestätigen Ihren Termin:

*{Nächster Termin}*
{Einrichtung}
bei {Beraterin}

Können Sie nicht kommen, sagen Sie bitte früh Bescheid: {Telefon}. Dann kann jemand anderes den Platz bekommen.

${GREETING}`,
	},
	{
		key: 'attestation',
		name: 'Bescheinigung über die Beratung',
		kind: 'letter',
		subject: 'Bescheinigung über die Teilnahme an einer Beratung',
		body: `Zur Vorlage bei der zuständigen Stelle

Hiermit bescheinigen wir, dass {Vorname} {Nachname}, geboren am {Geburtsdatum}, am {Heute} in unserer Einrichtung an einer Beratung teilgenommen hat.

Dauer der Beratung: … Uhr bis … Uhr

${GREETING}`,
	},
	{
		key: 'authority',
		name: 'Anschreiben an eine Behörde',
		kind: 'letter',
		subject: '{Vorname} {Nachname}, geboren am {Geburtsdatum} – Ihr Zeichen: …',
		body: `Sehr geehrte Damen und Herren,

wir beraten {Vorname} {Nachname} und schreiben Ihnen mit Einverständnis und im Auftrag. Die Entbindung von der Schweigepflicht liegt bei.

Worum es geht:
…

Wir bitten Sie,
– …
– uns den Stand der Bearbeitung mitzuteilen.

Bitte antworten Sie direkt an {Vorname} {Nachname} und geben Sie uns eine Kopie. Für Rückfragen erreichen Sie uns unter {Telefon}.

${GREETING}`,
	},
	{
		key: 'objection',
		name: 'Widerspruch (Rahmen)',
		kind: 'letter',
		subject: 'Widerspruch gegen Ihren Bescheid vom … – Aktenzeichen …',
		body: `Sehr geehrte Damen und Herren,

gegen Ihren Bescheid vom …, mir zugegangen am …, lege ich Widerspruch ein.

Eine Begründung reiche ich nach. Bitte bestätigen Sie mir den Eingang dieses Schreibens schriftlich.

Mit freundlichen Grüßen



{Vorname} {Nachname}
{Anschrift}`,
	},
	{
		key: 'referral',
		name: 'Überweisung an eine andere Stelle',
		kind: 'letter',
		subject: 'Überweisung von {Vorname} {Nachname}',
		body: `Guten Tag,

mit Einverständnis überweisen wir {Vorname} {Nachname} an Sie.

Anliegen: {Anliegen}

Was bisher geschehen ist:
…

Worum wir Sie bitten:
…

Bitte geben Sie uns kurz Bescheid, ob Sie helfen können. Sie erreichen uns unter {Telefon}.

${GREETING}`,
	},
	{
		key: 'participation',
		name: 'Teilnahmebestätigung',
		kind: 'letter',
		subject: 'Teilnahmebestätigung',
		body: `{Vorname} {Nachname}, geboren am {Geburtsdatum}, hat teilgenommen an:

*…*

Zeitraum: … bis …
Umfang: … Stunden

${GREETING}`,
	},
	{
		key: 'note-first',
		name: 'Erstgespräch',
		kind: 'note',
		subject: null,
		body: `Anlass: 
Lage (Arbeit, Wohnen, Familie, Gesundheit): 
Was schon versucht wurde: 
Was {Vorname} {Nachname} erreichen möchte: 
Vereinbart: `,
	},
	{
		key: 'note-phone',
		name: 'Telefonat mit einer Behörde',
		kind: 'note',
		subject: null,
		body: `Telefonat mit (Stelle, Name, Durchwahl): 
Unser Anliegen: 
Antwort: 
Zugesagt bis: `,
	},
	{
		key: 'note-papers',
		name: 'Unterlagen durchgesehen',
		kind: 'note',
		subject: null,
		body: `Mitgebracht: 
Fristen: 
Fehlt noch: 
Nächster Schritt: `,
	},
];
