import { defineTexts } from '#renderer/i18n/texts.ts';

/** Words for what is out, wherever lines and loans are shown. */
export const lineTexts = defineTexts({
	de: {
		kind: { in_house: 'Vor Ort', take_home: 'Nach Hause' },
		overdueDays: (days: number) => (days === 1 ? '1 Tag überfällig' : `${days} Tage überfällig`),
		overdueToday: 'seit Ladenschluss überfällig',
		dueToday: 'heute fällig',
		dueTomorrow: 'morgen fällig',
		accessories: (names: string) => `mit ${names}`,
		kitParts: (names: string) => `darin: ${names}`,
		back: 'Ist zurück',
		isBack: (item: string) => `${item} ist zurück.`,
		areBack: (count: number) => `${count} Gegenstände sind zurück.`,
		depositHeld: (amount: string) => `Noch ${amount} Pfand zurückzugeben.`,
		waitingFor: (item: string, name: string, until: string) => `${item} liegt jetzt für ${name} bereit, bis ${until}.`,
	},
	en: {
		kind: { in_house: 'In house', take_home: 'Taken home' },
		overdueDays: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
		overdueToday: 'overdue since closing time',
		dueToday: 'due today',
		dueTomorrow: 'due tomorrow',
		accessories: (names) => `with ${names}`,
		kitParts: (names) => `in it: ${names}`,
		back: 'It is back',
		isBack: (item) => `${item} is back.`,
		areBack: (count) => `${count} items are back.`,
		depositHeld: (amount) => `${amount} of deposit are still to be given back.`,
		waitingFor: (item, name, until) => `${item} is now kept for ${name}, until ${until}.`,
	},
});
