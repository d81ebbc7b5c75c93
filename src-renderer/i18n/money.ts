import { currentLanguage } from '#renderer/i18n/language.ts';

/** Amounts of euros as offices write them; whole cents inside. */

const euros = {
	de: new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }),
	en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};
const plain = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, useGrouping: false });

/** `1.099,00 €` */
export const formatMoney = (cents: number): string => euros[currentLanguage()].format(cents / 100);

/** The same for paper, which is German whatever the screen speaks. */
export const paperMoney = (cents: number): string => euros.de.format(cents / 100);

/** `1099,00`, as in a field. */
export const moneyText = (cents: number | null): string => (cents === null ? '' : plain.format(cents / 100));

/** `1.099,00`, `79,95 €`, `79.95`, `12` → cents; null for an empty text, undefined when it is no amount. */
export function parseMoney(text: string): number | null | undefined {
	const typed = text.replace(/[\s€]|eur(o)?$/giu, '');
	if (typed === '') return null;
	const parts = /^(\d{1,3}(?:[.]\d{3})+|\d{1,6})(?:[,](\d{1,2}|-))?$/.exec(typed) ?? /^(\d{1,6})[.](\d{1,2})$/.exec(typed);
	if (parts === null) return undefined;
	const whole = Number(parts[1]?.replaceAll('.', ''));
	const rest = parts[2] === undefined || parts[2] === '-' ? 0 : Number(parts[2].padEnd(2, '0'));
	return whole * 100 + rest;
}
