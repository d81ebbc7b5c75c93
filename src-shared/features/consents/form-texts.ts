import type { ConsentPurpose } from './model.ts';

/**
 * The wording of the printed forms, in plain German, by version. A changed wording is a new version, never a change of an
 * old one: a record says which version somebody agreed to. `ORGANISATION` and `SITE` stand for the office's own names.
 * The office's data protection officer should read them before they are used; the handbook says so.
 */
interface FormTexts {
	readonly consent: {
		readonly title: string;
		readonly opening: readonly string[];
		readonly purposes: Readonly<Record<ConsentPurpose, { readonly title: string; readonly text: string }>>;
		readonly rights: readonly string[];
	};
	readonly release: {
		readonly title: string;
		readonly opening: readonly string[];
		readonly agreed: string;
		readonly rights: readonly string[];
	};
}

export const CURRENT_VERSION = '2026-11';

export const FORM_TEXTS: Readonly<Record<typeof CURRENT_VERSION, FormTexts>> = {
	'2026-11': {
		consent: {
			title: 'Einwilligung',
			opening: [
				'Sie kommen zu uns in die Beratung. Dafür möchten wir einiges über Sie aufschreiben oder Sie auf bestimmten Wegen erreichen. Das dürfen wir nur, wenn Sie es erlauben.',
				'Kreuzen Sie bitte bei jedem Punkt an, ob Sie einverstanden sind. Sie müssen nichts ankreuzen. Sie bekommen auch dann Beratung, wenn Sie zu einem Punkt Nein sagen.',
			],
			purposes: {
				counselling: {
					title: 'Beratung',
					text: 'ORGANISATION darf meine Angaben für die Beratung aufschreiben und im Computer speichern. Nur die Beraterinnen und Berater von SITE können sie lesen. Das gilt auch für Gesundheit, Herkunft oder Religion, wenn ich davon erzähle.',
				},
				statistics: {
					title: 'Zahlen für den Fördergeber',
					text: 'Für die Beratung gibt es öffentliches Geld. Dafür darf ORGANISATION Zahlen weitergeben, zum Beispiel wie alt die Menschen sind und ob sie Arbeit haben. Mein Name steht nicht dabei.',
				},
				messenger: {
					title: 'Nachrichten auf das Handy',
					text: 'SITE darf mir Nachrichten über einen Messenger schicken, zum Beispiel um einen Termin zu verschieben. Ich weiß, dass die Firma hinter dem Messenger sehen kann, wer wem schreibt. Über meine Sorgen wird dort nichts geschrieben.',
				},
				email: {
					title: 'E-Mail',
					text: 'SITE darf mir E-Mails schicken. Ich weiß, dass eine normale E-Mail unterwegs gelesen werden kann, so wie eine Postkarte.',
				},
				photos: {
					title: 'Fotos',
					text: 'SITE darf Fotos, auf denen ich zu sehen bin, aufheben und für Aushänge, Berichte und die eigene Internetseite benutzen. Vorher wird mir das Foto gezeigt.',
				},
				kiosk: {
					title: 'Anmeldung am Bildschirm',
					text: 'Wenn ich mich am Bildschirm im Eingang anmelde, darf SITE aufheben, an welchem Tag ich bei welchem Angebot war.',
				},
			},
			rights: [
				'Ich kann jede Erlaubnis jederzeit zurücknehmen, ohne einen Grund zu nennen. Es reicht, wenn ich es sage oder schreibe. Was bis dahin war, bleibt richtig.',
				'Ich darf jederzeit sehen, was über mich aufgeschrieben ist. Falsches muss verbessert werden. Ich kann verlangen, dass etwas gelöscht wird.',
				'Bin ich nicht einverstanden, wie mit meinen Daten umgegangen wird, kann ich mich bei der Datenschutzaufsicht beschweren.',
			],
		},
		release: {
			title: 'Entbindung von der Schweigepflicht',
			opening: [
				'Was Sie in der Beratung erzählen, bleibt bei uns. Wir dürfen mit niemandem darüber sprechen. So steht es im Gesetz (§ 203 Strafgesetzbuch).',
				'Manchmal hilft es, wenn wir mit einer anderen Stelle sprechen. Das dürfen wir nur, wenn Sie es erlauben, und nur über das, was Sie hier ankreuzen.',
			],
			agreed:
				'Ich erlaube den Beraterinnen und Beratern von SITE, ORGANISATION, mit der genannten Stelle über die angekreuzten Themen zu sprechen und ihr dazu Unterlagen zu geben. Die genannte Stelle darf SITE zu denselben Themen Auskunft geben.',
			rights: [
				'Ich gebe diese Erlaubnis freiwillig. Sage ich Nein, habe ich dadurch in der Beratung keinen Nachteil.',
				'Ich kann sie jederzeit zurücknehmen, auch nur für ein Thema, ohne einen Grund zu nennen. Es reicht, wenn ich es sage oder schreibe. Was bis dahin weitergegeben wurde, lässt sich nicht zurückholen.',
			],
		},
	},
};

/** With the names of this office. */
export const filledIn = (
	text: string,
	{ organisation, name }: { readonly organisation: string; readonly name: string },
): string => text.replaceAll('ORGANISATION', organisation).replaceAll('SITE', name);
