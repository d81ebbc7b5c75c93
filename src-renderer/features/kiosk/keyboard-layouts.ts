import type { KioskLanguage } from '#shared/features/kiosk/model.ts';

/**
 * Letters of the on-screen keyboard, as people know them from their telephones. At most twelve keys a row, so that each is
 * at least 64 px wide on an upright screen of 1080. A space stands between two keys.
 */
export interface Layout {
	readonly rows: readonly string[];
	/** What one more press turns a row into; capitals where not said. */
	readonly more?: readonly string[];
}

const GERMAN: Layout = { rows: ['q w e r t z u i o p ü', 'a s d f g h j k l ö ä', "y x c v b n m ß - '"] };

export const LAYOUTS: Readonly<Record<KioskLanguage, Layout>> = {
	de: GERMAN,
	simple: GERMAN,
	// Q: on what hangs on Turkish walls, and in Turkish telephones.
	tr: { rows: ["q w e r t y u ı o p '", 'a s d f g h j k l ş i', 'z x c v b n m ö ç ğ ü -'] },
	ar: {
		rows: ['ض ص ث ق ف غ ع ه خ ح ج', 'ش س ي ب ل ا ت ن م ك ط', 'ذ ء ر ى ة و ز ظ د'],
		more: ['أ إ آ ؤ ئ لا پ چ ژ گ ڤ', 'َ ِ ُ ً ٍ ٌ ّ ْ ـ', "- '"],
	},
	uk: { rows: ['й ц у к е н г ш щ з х ї', 'ф і в а п р о л д ж є ґ', 'я ч с м и т ь б ю ’ -'] },
	ru: { rows: ['й ц у к е н г ш щ з х ъ', 'ф ы в а п р о л д ж э', 'я ч с м и т ь б ю ё -'] },
	pl: { rows: ['q w e r t y u i o p', 'a s d f g h j k l -', "z x c v b n m '", 'ą ć ę ł ń ó ś ź ż'] },
	ro: { rows: ['q w e r t y u i o p', 'a s d f g h j k l -', "z x c v b n m '", 'ă â î ș ț'] },
	el: { rows: ['ς ε ρ τ υ θ ι ο π', 'α σ δ φ γ η ξ κ λ', 'ζ χ ψ ω β ν μ -', 'ά έ ή ί ό ύ ώ ϊ ϋ ΐ ΰ'] },
	it: { rows: ['q w e r t y u i o p', 'a s d f g h j k l -', "z x c v b n m '", 'à è é ì í ò ó ù'] },
	en: { rows: ['q w e r t y u i o p', 'a s d f g h j k l', "z x c v b n m - '"] },
};

/** For the passphrase of whoever opens the kiosk again. */
export const SIGNS: Layout = {
	rows: ['1 2 3 4 5 6 7 8 9 0', '! " § $ % & / ( ) =', '? + * # - _ . , ; :', "@ € < > ' ´ ` ~ ^ |", '{ } [ ] \\ °'],
};

/** What stands in each row, with the language's own capitals (Turkish: i becomes İ). */
export function keysOf(layout: Layout, locale: string, isMore: boolean): readonly (readonly string[])[] {
	const rows = isMore ? (layout.more ?? layout.rows) : layout.rows;
	const isCapital = isMore && layout.more === undefined;
	return rows.map((row) => row.split(' ').map((key) => (isCapital ? capitalOf(key, locale) : key)));
}

function capitalOf(key: string, locale: string): string {
	// "SS" is not what somebody named Weiß is called.
	if (key === 'ß') return 'ẞ';
	// By Greek rules a whole word in capitals loses its accents; the first letter of a name has one.
	const capital = locale.startsWith('el') ? key.toUpperCase() : key.toLocaleUpperCase(locale);
	// No name begins with ΐ, and it has no capital.
	return [...capital].length === 1 ? capital : key;
}
