import type { NoteText } from './note-text.ts';

/** First meetings, short contacts in between, and how a case ends. */

export const FIRST_MEETINGS: readonly NoteText[] = [
	{
		text: 'Erstgespräch. {F} kommt über eine Nachbarin, die wir aus dem Nähcafé kennen. Bringt eine Einkaufstasche voll ungeöffneter Post mit. Gemeinsam nach Absendern sortiert: drei Briefe vom Jobcenter, zwei Mahnungen, der Rest Werbung. {Sie} wirkte danach sichtlich leichter. Datenschutz erklärt, Einwilligung unterschrieben.',
		topics: ['authorities', 'debts'],
		kinds: ['planned', 'walk_in'],
		minutes: [50, 75],
		next: 'Die drei Jobcenter-Briefe in Ruhe durchgehen',
		needs: ['benefit'],
	},
	{
		text: 'Erstkontakt im Café, beim Kaffee ins Gespräch gekommen. {F} sucht Arbeit, weiß aber nicht, wo anfangen. Erzählt lange und gern von {ihrer} früheren Arbeit ({bereich}). Vereinbart, nächstes Mal in Ruhe einen Lebenslauf zu beginnen.',
		topics: ['work'],
		kinds: ['walk_in'],
		minutes: [30, 45],
		next: 'Lebenslauf beginnen, Zeugnisse mitbringen lassen',
		needs: ['job_seeker'],
	},
	{
		text: 'Aufnahmegespräch mit Sprachmittlung ({sprache}) am Telefon. Anliegen: Schreiben der Ausländerbehörde nicht verstanden, große Sorge, dass etwas versäumt wurde. Es geht nur um ein biometrisches Foto. {F} hat vor Erleichterung geweint. Frist notiert, Fotoautomat im Bürgerbüro erklärt.',
		topics: ['authorities', 'language'],
		kinds: ['planned'],
		minutes: [60, 80],
		next: 'Nachfragen, ob das Foto abgegeben ist',
		needs: ['title'],
	},
	{
		text: 'Auf Empfehlung der Kita-Leitung gekommen. {F} ist mit den Kindern allein zu Hause, wenig Kontakte im Viertel. Überblick gemacht: was läuft gut, was drückt. Am meisten drückt das Geld, danach die enge Wohnung. Elterncafé am Mittwoch vorgeschlagen, {sie} möchte es sich ansehen.',
		topics: ['family', 'housing'],
		kinds: ['planned'],
		minutes: [50, 70],
		next: 'Im Elterncafé vorstellen',
		needs: ['small_child', 'single_parent'],
	},
	{
		text: 'Erstgespräch nach Anruf der Schulsozialarbeit. {F} war zuerst zurückhaltend und wollte wissen, wer das alles liest. Schweigepflicht genau erklärt, danach ging es besser. Anliegen: Bildungspaket beantragen und Hilfe beim Schriftverkehr mit der Schule.',
		topics: ['education', 'family'],
		kinds: ['planned'],
		minutes: [45, 60],
		next: 'Antrag auf Bildung und Teilhabe ausfüllen',
		needs: ['school_child'],
	},
	{
		text: '{F} kommt mit einer Räumungsandrohung, die Frist läuft in zwölf Tagen ab. Sofort beim Vermieter angerufen: zwei Monatsmieten offen, Ratenzahlung grundsätzlich möglich. Fachstelle Wohnen informiert. Erst danach Zeit für das eigentliche Kennenlernen gefunden.',
		topics: ['housing', 'debts'],
		kinds: ['walk_in'],
		minutes: [60, 90],
		next: 'Ratenvereinbarung schriftlich einholen',
		privateNote:
			'Ich glaube, da steckt mehr dahinter als die Miete. Beim nächsten Mal nicht so schnell ins Formular, erst zuhören.',
	},
	{
		text: 'Erstes Gespräch. {F} ist seit dem Auszug der Kinder viel allein, die Rente reicht knapp. Möchte „niemandem zur Last fallen“. Grundsicherung erklärt, das Wort Sozialamt vermieden. {Sie} nimmt das Merkblatt mit und überlegt es sich.',
		topics: ['health', 'authorities'],
		kinds: ['planned', 'home_visit'],
		minutes: [45, 60],
		next: 'Nachfragen, wie {sie} sich entschieden hat',
		needs: ['senior'],
	},
	{
		text: 'Aufnahme. Vermittelt durch das Jobcenter (Frau im Fallmanagement kennt unser Angebot). Ausgangslage besprochen, Skala ausgefüllt: Arbeit 2, Wohnen 4, Gesundheit 3, Digitales 1. {F} sagt selbst: „Das mit dem Handy muss ich endlich lernen.“',
		topics: ['work', 'digital'],
		kinds: ['planned'],
		minutes: [55, 70],
		next: 'Platz in der Handysprechstunde reservieren',
		needs: ['job_seeker', 'benefit'],
	},
	{
		text: 'Kennenlernen nach dem Deutschkurs. {F} hat eine Mappe dabei, alles sauber abgeheftet. Möchte {ihren} Abschluss anerkennen lassen und bald als {beruf} arbeiten. Beeindruckend klar. Wir haben die Schritte auf ein Blatt gemalt und an die Mappe geklemmt.',
		topics: ['work', 'education', 'language'],
		kinds: ['planned'],
		minutes: [50, 70],
		next: 'Zuständige Stelle für die Anerkennung heraussuchen',
		needs: ['migrant', 'job_seeker'],
	},
	{
		text: 'Kommt mit dem Strom: Abschlag ist auf {betrag} gestiegen, die erste Mahnung ist da. Zähler gemeinsam auf dem Foto abgelesen, der Verbrauch war falsch geschätzt. Das klären wir. Nebenbei: {F} spart beim Essen, um die Raten zu halten. Tafel-Ausweis angeboten.',
		topics: ['debts', 'housing'],
		kinds: ['walk_in', 'planned'],
		minutes: [35, 55],
		next: 'Zählerstand beim Versorger melden',
	},
];

export const BRIEF_CONTACTS: readonly NoteText[] = [
	{
		text: 'Nicht erschienen, nicht abgesagt. Auf die Mailbox gesprochen und einen neuen Termin für {tag} vorgeschlagen.',
		topics: ['other'],
		kinds: ['phone'],
		minutes: [5, 5],
		next: 'Noch einmal anrufen',
	},
	{
		text: 'Anruf: Termin morgen geht nicht, die Kleine hat Fieber. Verschoben auf {datum}.',
		topics: ['family'],
		kinds: ['phone'],
		minutes: [5, 10],
		needs: ['small_child'],
	},
	{
		text: 'Kurz am Tresen: {F} zeigt stolz die Zusage vom Kurs. Unterlagen kopiert und abgeheftet.',
		topics: ['education'],
		kinds: ['walk_in'],
		minutes: [10, 15],
	},
	{
		text: '{F} bringt den fehlenden Kontoauszug nach, direkt eingescannt und ans Amt geschickt. Eingangsbestätigung ausgedruckt mitgegeben.',
		topics: ['authorities'],
		kinds: ['walk_in'],
		minutes: [10, 15],
	},
	{
		text: 'Rückruf der Sachbearbeiterin: Der Vorgang liegt noch in der Prüfung, Bescheid bis Monatsende. {Fn} eine Nachricht geschickt, damit {sie} nicht wartet.',
		topics: ['authorities'],
		kinds: ['third_party'],
		minutes: [10, 20],
	},
	{
		text: 'Telefonat, nur kurz: {F} wollte wissen, ob {sie} den Brief vom {tag} ernst nehmen muss. Vorgelesen bekommen, war Werbung mit amtlichem Aussehen. Darf in den Papierkorb.',
		topics: ['authorities', 'debts'],
		kinds: ['phone'],
		minutes: [10, 15],
	},
	{
		text: 'Hat Kuchen vorbeigebracht und sich bedankt, der Bescheid ist endlich da. Für die ganze Frühschicht gereicht.',
		topics: ['other'],
		kinds: ['walk_in'],
		minutes: [10, 10],
	},
	{
		text: 'Brief an {Fn} geschickt, weil telefonisch niemand zu erreichen ist: Bitte um Rückmeldung bis {datum}, wir sind weiter da.',
		topics: ['other'],
		kinds: ['letter'],
		minutes: [10, 15],
		next: 'Bei ausbleibender Antwort vorbeischauen',
	},
	{
		text: 'Auf dem Flur getroffen. {F} hat wieder besser geschlafen und war zweimal bei der Frauengruppe. Termin am {tag} bleibt.',
		topics: ['health'],
		kinds: ['walk_in'],
		minutes: [5, 10],
		needs: ['woman'],
	},
];

export const CLOSINGS: readonly NoteText[] = [
	{
		text: 'Abschlussgespräch. {F} arbeitet jetzt seit drei Monaten bei {firma} und kommt mit dem Geld aus. Ziele durchgesehen: zwei von drei erreicht, das dritte (Führerschein) macht {sie} allein weiter. Die Tür bleibt offen.',
		topics: ['work'],
		kinds: ['planned'],
		minutes: [40, 55],
		needs: ['employed'],
	},
	{
		text: 'Letzter Termin. Alles Offene ist erledigt, die Ordner sind beschriftet, {F} öffnet Briefe inzwischen am selben Tag. Wir haben die Skala vom Anfang daneben gelegt: von 2 auf 4. Beide ein bisschen gerührt.',
		topics: ['authorities', 'debts'],
		kinds: ['planned'],
		minutes: [35, 50],
	},
	{
		text: 'Anruf aus der neuen Stadt: Der Umzug hat geklappt, die Kinder sind in der Schule angemeldet. Adresse der dortigen Beratungsstelle durchgegeben. Fall wird geschlossen.',
		topics: ['housing', 'family'],
		kinds: ['phone'],
		minutes: [15, 25],
		needs: ['children'],
	},
	{
		text: 'Seit Längerem kein Kontakt trotz zweier Anrufe und eines Briefs. Wie vereinbart schließen wir die Akte; {F} kann jederzeit wiederkommen. Im Team mit {kollegin} besprochen.',
		topics: ['other'],
		kinds: ['letter'],
		minutes: [15, 20],
	},
	{
		text: 'Abschluss: Die Anerkennung ist durch! Urkunde kopiert, Foto gemacht (nur für {ihre} Mutter). {F} beginnt am Ersten bei {firma}. Angebot, beim Begegnungsfest als Mutmacher aufzutreten, wird überlegt.',
		topics: ['work', 'education'],
		kinds: ['planned'],
		minutes: [40, 50],
		needs: ['migrant', 'job_seeker'],
	},
];
