import { codesOf, kindOf, type PersonWords, type Words } from '#renderer/features/funder-data/questions.ts';
import type { AnswerField, Part } from '#shared/features/funder-data/model.ts';

/** The funder's questions as they are put to somebody on paper: to you, in plain German. */
export const PAPER_TITLES: Readonly<Record<Part, string>> = {
	entry: 'Eingangsbogen',
	exit: 'Bogen zum Austritt',
	follow_up: 'Bogen zur Nachbefragung',
};

interface PaperQuestion {
	readonly field: AnswerField;
	readonly text: string;
	/** Whom it is put to, where not to everybody. */
	readonly only?: string;
}

export const PAPER_QUESTIONS: Readonly<Record<Part, readonly PaperQuestion[]>> = {
	entry: [
		{ field: 'entryOn', text: 'Seit wann sind Sie bei uns in Beratung?' },
		{ field: 'birthDate', text: 'Wann sind Sie geboren?' },
		{ field: 'sex', text: 'Welches Geschlecht haben Sie?' },
		{ field: 'nationality', text: 'Welche Staatsangehörigkeit haben Sie?' },
		{ field: 'employment', text: 'Haben Sie Arbeit?' },
		{ field: 'unemployedSince', text: 'Seit wann sind Sie arbeitslos?', only: 'wenn arbeitslos' },
		{
			field: 'inEducation',
			text: 'Gehen Sie zur Schule, machen Sie eine Ausbildung oder studieren Sie?',
			only: 'wenn nicht erwerbstätig',
		},
		{ field: 'benefit', text: 'Welche Leistung bekommen Sie?' },
		{ field: 'schoolDegree', text: 'Was ist Ihr höchster Schulabschluss?' },
		{ field: 'vocationalDegree', text: 'Was ist Ihr höchster Berufsabschluss?' },
		{
			field: 'comparableLevel',
			text: 'Mit welchem Abschluss in Deutschland ist das vergleichbar?',
			only: 'bei einem Abschluss im Ausland',
		},
		{ field: 'joblessHousehold', text: 'Hat in Ihrem Haushalt niemand Arbeit?' },
		{ field: 'dependentChildren', text: 'Leben Kinder bei Ihnen, für die Sie sorgen?' },
		{ field: 'singleAdult', text: 'Sind Sie die einzige erwachsene Person im Haushalt?' },
		{ field: 'rural', text: 'Wohnen Sie in einer ländlichen Gegend?' },
		{ field: 'consentOrigin', text: 'Dürfen wir nach Ihrer Herkunft fragen?' },
		{ field: 'bornAbroad', text: 'Sind Sie im Ausland geboren?' },
		{ field: 'parentsBornAbroad', text: 'Ist Ihre Mutter oder Ihr Vater im Ausland geboren?' },
		{ field: 'minority', text: 'Gehören Sie zu einer anerkannten Minderheit, zum Beispiel den Sinti und Roma?' },
		{ field: 'consentHealth', text: 'Dürfen wir nach einer Behinderung fragen?' },
		{ field: 'disability', text: 'Haben Sie eine Behinderung?' },
		{ field: 'consentSituation', text: 'Dürfen wir nach Ihrer Lebenslage fragen?' },
		{ field: 'homeless', text: 'Haben Sie keine Wohnung, oder müssen Sie fürchten, sie zu verlieren?' },
		{ field: 'otherDisadvantage', text: 'Macht Ihnen etwas anderes das Leben schwer, zum Beispiel Sucht, Haft oder Schulden?' },
	],
	exit: [
		{ field: 'exitOn', text: 'Bis wann waren Sie bei uns in Beratung?' },
		{ field: 'exitEmployment', text: 'Haben Sie jetzt Arbeit?' },
		{
			field: 'exitJobSearch',
			text: 'Suchen Sie seitdem Arbeit?',
			only: 'wer vorher nicht erwerbstätig war und keine Arbeit hat',
		},
		{ field: 'exitInEducation', text: 'Haben Sie eine Schule, eine Ausbildung oder ein Studium begonnen?' },
		{ field: 'exitQualification', text: 'Haben Sie einen Abschluss oder ein Zertifikat bekommen?' },
	],
	follow_up: [
		{ field: 'followUpOn', text: 'Tag der Nachbefragung' },
		{ field: 'followUpEmployment', text: 'Haben Sie jetzt Arbeit?' },
		{
			field: 'followUpBetterPosition',
			text: 'Haben Sie eine bessere Stelle als vor der Beratung?',
			only: 'wer damals und jetzt Arbeit hat',
		},
	],
};

/** What can be ticked; null: a line to write on. */
export function boxesOf(field: AnswerField, t: Words, tPerson: PersonWords): readonly (readonly [string, string])[] | null {
	const kind = kindOf(field);
	if (kind === 'day') return null;
	const refused = ['keine_angabe', t.refused] as const;
	if (kind === 'refusable_day' || kind === 'country') return [refused];
	const codes = codesOf(field, t, tPerson);
	return field.startsWith('consent') ? codes : [...codes, refused];
}
