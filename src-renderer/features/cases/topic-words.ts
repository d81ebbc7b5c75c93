import { defineTexts } from '#renderer/i18n/texts.ts';

/** What contacts, releases and referrals are about. */
export const topicWords = defineTexts({
	de: {
		work: 'Arbeit',
		language: 'Sprache',
		health: 'Gesundheit',
		family: 'Familie',
		housing: 'Wohnen',
		debts: 'Schulden',
		mobility: 'Mobilität',
		digital: 'Digitales',
		authorities: 'Behörden',
		education: 'Bildung',
		other: 'Sonstiges',
	},
	en: {
		work: 'Work',
		language: 'Language',
		health: 'Health',
		family: 'Family',
		housing: 'Housing',
		debts: 'Debts',
		mobility: 'Mobility',
		digital: 'Digital',
		authorities: 'Authorities',
		education: 'Education',
		other: 'Other',
	},
});
