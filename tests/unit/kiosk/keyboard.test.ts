import { describe, expect, it } from 'vitest';
import { keysOf, LAYOUTS } from '#renderer/features/kiosk/keyboard-layouts.ts';
import { visitorOf } from '#renderer/features/kiosk/pages/visitor-of.ts';
import { SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { KioskLanguage } from '#shared/features/kiosk/model.ts';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** As each language counts its own letters, and what its names need besides. */
const ALPHABETS: Readonly<Record<KioskLanguage, string>> = {
	de: `${LATIN}äöüß-`,
	simple: `${LATIN}äöüß-`,
	tr: 'abcçdefgğhıijklmnoöprsştuüvyz',
	ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة',
	uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’-',
	ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя-',
	pl: 'aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvx-',
	ro: 'aăâbcdefghiîjklmnopqrsștțuvwxyz-',
	el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
	it: `${LATIN}àèéìòù'-`,
	en: `${LATIN}-'`,
};

/** Where `toLocaleUpperCase` does what is right for a word in capitals. */
const CAPITALS: Readonly<Record<string, string>> = {
	...{ ß: 'ẞ', ά: 'Ά', έ: 'Έ', ή: 'Ή', ί: 'Ί', ό: 'Ό', ύ: 'Ύ', ώ: 'Ώ', ϊ: 'Ϊ', ϋ: 'Ϋ', ΐ: 'ΐ', ΰ: 'ΰ', ς: 'Σ' },
};

describe.each(KioskLanguage.options)('the keyboard of %s', (language) => {
	const { locale } = SCRIPTS[language];
	const plain = keysOf(LAYOUTS[language], locale, false).flat();
	const more = keysOf(LAYOUTS[language], locale, true).flat();

	it('has every letter of the language, small and capital', () => {
		const letters = [...ALPHABETS[language]];
		expect(letters.filter((letter) => !plain.includes(letter) && !more.includes(letter))).toEqual([]);
		if (LAYOUTS[language].more === undefined) {
			const capitals = letters.map((letter) => CAPITALS[letter] ?? letter.toLocaleUpperCase(locale));
			expect(capitals.filter((letter) => !more.includes(letter))).toEqual([]);
		}
	});
	it('has no key twice and no more in a row than fit on an upright screen', () => {
		expect(plain.length).toBe(new Set(plain).size);
		for (const row of LAYOUTS[language].rows) expect(row.split(' ').length).toBeLessThanOrEqual(12);
	});
});

describe('who was typed', () => {
	it.each(['Ayşe Yılmaz', 'محمد', 'Олена Ґалаґан', 'Łucja', 'Γιώργος', '🌷', 'Ali محمد Іван', 'X Æ A-12', '李'])(
		'%s is a name',
		(name) => expect(visitorOf(name)).toEqual({ by: 'name', name }),
	);
	it.each(['', ' ', '\u00a0\u2003', '\u200b\u200d', '...', '-', "'"])('„%s“ is none', (name) =>
		expect(visitorOf(name)).toBe('missing'),
	);
	it('is trimmed, composed, and at most 80 signs long', () => {
		expect(visitorOf('  Zoe\u0308 ')).toEqual({ by: 'name', name: 'Zoë' });
		expect(visitorOf('a'.repeat(500))).toBe('too_long');
	});
	it.each([
		['E-00012', 'E-00012'],
		['e12', 'E-00012'],
		['KONTOR-KARTE:E-00012', 'E-00012'],
	])('%s is the card %s', (typed, number) => expect(visitorOf(typed)).toEqual({ by: 'card', number }));
});
