import type { Extract, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { fieldWords } from './field-words.ts';

/** What Art. 15 (1) DSGVO wants told beside the data, as far as it follows from them. Always German, like the paper. */
export interface Information {
	readonly title: string;
	readonly text: string;
}

export function informationOf(extract: Extract): Information[] {
	const records = (table: string) =>
		extract.sections.flatMap((one) => one.records.filter((record) => record.table === table && record.removedAt === null));
	const hasWorkshop = extract.sections.some(({ section }) => section === 'lending');
	const hasFunder = extract.sections.some(({ section }) => section === 'funder');
	const purposes = [
		'Beratung und Begleitung, Vereinbarung von Terminen und Nachweis der Arbeit',
		...(hasWorkshop ? ['Verleih von Werkzeug und Geräten'] : []),
		...(hasFunder ? ['Angaben für den Fördergeber'] : []),
	];
	const categories = extract.sections.map(
		({ section, records: found }) =>
			`${fieldWords.de.section[section]} (${found.length === 1 ? '1 Eintrag' : `${found.length} Einträge`})`,
	);
	return [
		{ title: 'Wozu wir Ihre Daten verarbeiten', text: `${purposes.join('; ')}.` },
		{ title: 'Welche Daten wir verarbeiten', text: `${categories.join(', ')}.` },
		{ title: 'Wer Ihre Daten bekommen hat oder bekommen darf', text: recipientsOf(extract, records) },
		{
			title: 'Wie lange wir sie aufbewahren',
			text: `Solange wir Sie beraten${hasWorkshop ? ' oder Ihnen etwas leihen' : ''}, und danach so lange, wie es unsere Aufbewahrungsfristen${hasFunder ? ' und die des Fördergebers' : ''} verlangen. Dann werden sie gelöscht.`,
		},
		{ title: 'Woher wir sie haben', text: sourcesOf(records('case_file')) },
		{
			title: 'Ihre Rechte',
			text: 'Sie können verlangen, dass wir Ihre Daten berichtigen, löschen oder ihre Verarbeitung einschränken. Sie können der Verarbeitung widersprechen und jede Einwilligung für die Zukunft widerrufen. Die Daten, die Sie uns gegeben haben, erhalten Sie auch als Datei. Sie können sich bei der Aufsicht für den Datenschutz beschweren.',
		},
		{
			title: 'Entscheidungen durch Maschinen',
			text: 'Über Sie entscheidet bei uns kein Programm.',
		},
	];
}

function recipientsOf({ names }: Extract, records: (table: string) => SubjectRecord[]): string {
	const nameOf = ({ fields }: SubjectRecord): string[] => {
		const recipient = fields.recipient as { partnerId?: string; name?: string } | null;
		const name = recipient?.name ?? names[recipient?.partnerId ?? ''] ?? recipient?.partnerId;
		return name === undefined ? [] : [name];
	};
	const sent = records('referral').filter(({ fields }) => fields.sentOn !== null);
	const told = [...new Set([...sent, ...records('confidentiality_release')].flatMap(nameOf))].sort();
	const own = 'Die Mitarbeitenden der Beratung';
	return told.length === 0 ? `${own}. Sonst niemand.` : `${own}. Außerdem aus Verweisungen und Entbindungen: ${told.join('; ')}.`;
}

function sourcesOf(files: readonly SubjectRecord[]): string {
	const sources = [...new Set(files.flatMap(({ fields }) => (typeof fields.source === 'string' ? [fields.source] : [])))];
	const own = 'Von Ihnen selbst, und aus dem, was Mitarbeitende im Gespräch festgehalten haben';
	return sources.length === 0 ? `${own}.` : `${own}. Wie Sie zu uns gekommen sind: ${sources.join('; ')}.`;
}

export const NOT_INCLUDED: readonly string[] = [
	'Private Arbeitsnotizen der Beratenden: Sie sind für die verschlüsselt, die sie geschrieben haben, und kein Teil der Akte.',
	'Angefangene Texte, die noch nicht gespeichert sind.',
	'Namen und Angaben anderer Menschen, die an denselben Terminen teilgenommen haben.',
];
