import { describe, expect, it } from 'vitest';
import { goneAfter, KIOSK_WORDS, SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { KioskLanguage } from '#shared/features/kiosk/model.ts';

/** As long as a site may keep names. */
const WEEKS = Array.from({ length: 52 }, (_, at) => at + 1);

/** In Polish, what follows “po” is the same for all but one; in Turkish, what follows a number always is. */
const SAME_AS_OTHER: Partial<Record<KioskLanguage, readonly Intl.LDMLPluralRule[]>> = { pl: ['few', 'many'], tr: ['one'] };

const SENTENCES: Readonly<Record<KioskLanguage, readonly [number, string][]>> = {
	de: [
		[1, 'Nach 1 Woche löschen wir Ihren Namen wieder.'],
		[8, 'Nach 8 Wochen löschen wir Ihren Namen wieder.'],
	],
	simple: [[8, 'Nach 8 Wochen löschen wir Ihren Namen.']],
	tr: [[8, 'Adınızı 8 hafta sonra sileriz.']],
	ar: [
		[1, 'نحذف اسمكم بعد أسبوع واحد.'],
		[2, 'نحذف اسمكم بعد أسبوعين.'],
		[8, 'نحذف اسمكم بعد 8 أسابيع.'],
		[12, 'نحذف اسمكم بعد 12 أسبوعًا.'],
	],
	uk: [
		[1, 'Через 1 тиждень ми видаляємо Ваше ім’я.'],
		[2, 'Через 2 тижні ми видаляємо Ваше ім’я.'],
		[8, 'Через 8 тижнів ми видаляємо Ваше ім’я.'],
	],
	ru: [
		[21, 'Через 21 неделю мы удаляем Ваше имя.'],
		[22, 'Через 22 недели мы удаляем Ваше имя.'],
		[8, 'Через 8 недель мы удаляем Ваше имя.'],
		[12, 'Через 12 недель мы удаляем Ваше имя.'],
	],
	pl: [
		[1, 'Po 1 tygodniu usuwamy imię i nazwisko.'],
		[2, 'Po 2 tygodniach usuwamy imię i nazwisko.'],
		[8, 'Po 8 tygodniach usuwamy imię i nazwisko.'],
	],
	ro: [
		[1, 'După o săptămână ștergem numele dumneavoastră.'],
		[8, 'După 8 săptămâni ștergem numele dumneavoastră.'],
		[20, 'După 20 de săptămâni ștergem numele dumneavoastră.'],
	],
	el: [
		[1, 'Μετά από 1 εβδομάδα σβήνουμε το όνομά σας.'],
		[8, 'Μετά από 8 εβδομάδες σβήνουμε το όνομά σας.'],
	],
	it: [[8, 'Dopo 8 settimane cancelliamo il Suo nome.']],
	en: [
		[1, 'After 1 week we delete your name again.'],
		[8, 'After 8 weeks we delete your name again.'],
	],
};

describe.each(KioskLanguage.options)('how long names are kept, in %s', (language) => {
	it('is said with the number and the plural of the language', () => {
		for (const [count, sentence] of SENTENCES[language]) expect(goneAfter(language, count)).toBe(sentence);
		for (const count of WEEKS) expect(goneAfter(language, count)).not.toMatch(/#|undefined/);
	});

	it('is said without a number while nobody has told it', () => {
		expect(goneAfter(language, null)).not.toMatch(/[#\d]/);
		expect(goneAfter(language, null)).toContain(KIOSK_WORDS[language].privacy.someTime);
	});

	it('has a form for each plural that whole numbers of weeks have', () => {
		const rules = new Intl.PluralRules(SCRIPTS[language].locale);
		const needed = new Set(WEEKS.map((count) => rules.select(count)));
		for (const one of SAME_AS_OTHER[language] ?? []) needed.delete(one);
		expect(Object.keys(KIOSK_WORDS[language].privacy.weeks)).toEqual(expect.arrayContaining([...needed]));
	});
});
