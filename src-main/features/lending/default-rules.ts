import type { LendingRules } from '#shared/features/lending/model.ts';

/**
 * What a site begins with, to be changed in its settings. The liability text never excludes intent, gross negligence or
 * injury (§ 309 Nr. 7 BGB), and says what a gratuitous lender owes (§§ 598–606 BGB).
 */
export const DEFAULT_RULES: LendingRules = {
	loanDays: 14,
	mostItems: 5,
	holdDays: 7,
	liabilityText: [
		'Die Leihe ist unentgeltlich (§ 598 BGB). Der Gegenstand wird in dem Zustand übergeben, der oben vermerkt ist, und ist in demselben Zustand vollständig und gereinigt zurückzugeben.',
		'Der Gegenstand darf nur bestimmungsgemäß und nicht durch Dritte benutzt werden. Die Bedienungshinweise und die nötige Schutzausrüstung sind zu beachten.',
		'Für Verlust und für Schäden, die über die übliche Abnutzung hinausgehen, haftet die entleihende Person. Schäden und fehlendes Zubehör sind bei der Rückgabe zu nennen.',
		'Wir haften für Vorsatz und grobe Fahrlässigkeit und für die Verletzung von Leben, Körper und Gesundheit ohne Einschränkung, im Übrigen nach §§ 599, 600 BGB.',
	].join('\n\n'),
	houseRulesText: [
		'Wer ausleiht, gibt pünktlich und vollständig zurück oder verlängert vorher.',
		'Wer etwas beschädigt oder verliert, sagt es: Darüber lässt sich reden.',
		'In den Werkstätten gilt, was das Team sagt. Maschinen werden nur nach einer Einweisung benutzt.',
	].join('\n\n'),
	reminderText:
		'Sie haben bei uns etwas ausgeliehen, auf das schon jemand wartet oder das in unserer Werkstatt fehlt. Bitte bringen Sie es zurück oder rufen Sie uns an, wenn Sie es länger brauchen.',
};
