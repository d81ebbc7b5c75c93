import type { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { pl } from './pl.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { simple } from './simple.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { KioskWords } from './words.ts';

/**
 * The kiosk's languages. It does not use `texts.ts`: there the language is the device's and kept, here it is one
 * visitor's and forgotten.
 */
export const KIOSK_WORDS: Readonly<Record<KioskLanguage, KioskWords>> = { de, simple, tr, ar, uk, ru, pl, ro, el, it, en };

interface Script {
	/** By its own name. */
	readonly name: string;
	/** BCP 47, for `lang`; `simple` is a registered variant. */
	readonly tag: string;
	readonly dir: 'ltr' | 'rtl';
	/** For Intl. */
	readonly locale: string;
}

/**
 * Arabic with European digits (`latn`): the clock on the wall, the sign on the door, the bus stop and the card have them,
 * the Maghreb writes no others, and everybody who lives here reads them.
 */
export const SCRIPTS: Readonly<Record<KioskLanguage, Script>> = {
	de: { name: 'Deutsch', tag: 'de', dir: 'ltr', locale: 'de-DE' },
	simple: { name: 'Einfache Sprache', tag: 'de-simple', dir: 'ltr', locale: 'de-DE' },
	tr: { name: 'Türkçe', tag: 'tr', dir: 'ltr', locale: 'tr-TR' },
	ar: { name: 'العربية', tag: 'ar', dir: 'rtl', locale: 'ar-u-nu-latn' },
	uk: { name: 'Українська', tag: 'uk', dir: 'ltr', locale: 'uk-UA' },
	ru: { name: 'Русский', tag: 'ru', dir: 'ltr', locale: 'ru-RU' },
	pl: { name: 'Polski', tag: 'pl', dir: 'ltr', locale: 'pl-PL' },
	ro: { name: 'Română', tag: 'ro', dir: 'ltr', locale: 'ro-RO' },
	el: { name: 'Ελληνικά', tag: 'el', dir: 'ltr', locale: 'el-GR' },
	it: { name: 'Italiano', tag: 'it', dir: 'ltr', locale: 'it-IT' },
	en: { name: 'English', tag: 'en', dir: 'ltr', locale: 'en-GB' },
};

export const clockTime = (language: KioskLanguage, time: string): string =>
	new Intl.DateTimeFormat(SCRIPTS[language].locale, {
		hour: '2-digit',
		minute: '2-digit',
		// As on the door: nobody in Germany writes 2 pm.
		hourCycle: 'h23',
		timeZone: 'UTC',
	}).format(Date.parse(`2026-01-01T${time}:00Z`));

export const plainNumber = (language: KioskLanguage, value: number): string =>
	new Intl.NumberFormat(SCRIPTS[language].locale).format(value);

/** `20 Sekunden`, with the plural of each language. */
export const secondsLeft = (language: KioskLanguage, value: number): string =>
	new Intl.NumberFormat(SCRIPTS[language].locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(value);

/** `Mittwoch, 25. November` */
export const longDate = (language: KioskLanguage, instant: number): string =>
	new Intl.DateTimeFormat(SCRIPTS[language].locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone: 'Europe/Berlin',
	}).format(instant);

/** `8 Wochen` */
export const weeks = (language: KioskLanguage, value: number): string =>
	new Intl.NumberFormat(SCRIPTS[language].locale, { style: 'unit', unit: 'week', unitDisplay: 'long' }).format(value);

/** `Nach 8 Wochen löschen wir …`; null: nobody has said how many. */
export function goneAfter(language: KioskLanguage, value: number | null): string {
	const { howLong, someTime, weeks: forms } = KIOSK_WORDS[language].privacy;
	if (value === null) return howLong(someTime);
	const form = forms[new Intl.PluralRules(SCRIPTS[language].locale).select(value)] ?? forms.other;
	return howLong(form.replace('#', plainNumber(language, value)));
}
