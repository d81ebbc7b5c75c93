import type { KioskInformation } from './information.ts';

/** Not read by a native speaker yet. */
export const en: KioskInformation = {
	title: 'Information about data protection',
	intro: 'Signing in at the kiosk. Under Article 13 of the General Data Protection Regulation (GDPR).',
	responsible: {
		title: 'Who is responsible?',
		text: 'The house whose name and address stand at the top. You can ask anything there.',
	},
	officer: 'Data protection officer:',
	what: {
		title: 'What do we write down?',
		text: 'When you come and go, which activity you take part in, and the language you signed in with. Also, if you tell us: your name or the number of your card, your age in rough steps, and your sex.',
	},
	why: {
		title: 'Why, and with what right?',
		text: 'So that we know who is in the house if there is a fire, and so that we can show how many people use what we offer (Article 6(1)(f) GDPR). You give your name, age and sex of your own free will (Article 6(1)(a) GDPR).',
	},
	voluntary: {
		title: 'Do you have to tell us anything?',
		text: 'No. You can sign in without a name and leave out every question. This has no disadvantage for you. Then all we know is: one person was here.',
	},
	who: {
		title: 'Who gets your details?',
		text: 'Only people who work in this house. Those who fund us get numbers without names. Nothing goes to a country outside the European Union.',
	},
	howLong: {
		title: 'For how long?',
		text: 'We delete names and card numbers after:',
		after: 'After that only numbers are left.',
	},
	rights: {
		title: 'Your rights',
		text: 'You can find out what we have stored about you and get a copy. You can have it corrected, deleted or blocked. You can object, and you can take back your consent for the future at any time.',
	},
	complaint: { title: 'Complaint', text: 'You can complain to the data protection authority:' },
	machines: { title: 'Decisions by machines', text: 'No program decides anything about you.' },
	german: 'If in doubt, the German text counts.',
};
