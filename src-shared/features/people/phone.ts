import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Phone numbers: E.164 is stored (design 5), people read and type them the German way. */

/**
 * `0176/8482802` → `+491768482802`; numbers without country code are German. Null when the text holds no number of a
 * possible length: an assigned number is not asked for, since area codes and number ranges change more often than
 * this program.
 */
export function parsePhone(text: string): string | null {
	const number = parsePhoneNumberFromString(text, 'DE');
	if (number === undefined || !number.isPossible() || number.ext !== undefined) return null;
	return /^\+[1-9]\d{5,14}$/u.test(number.number) ? number.number : null;
}

/** For reading and dialling in Germany: `02102 94467`, abroad `+90 532 123 45 67`. Unknown text stays as it is. */
export function formatPhone(e164: string): string {
	const number = parsePhoneNumberFromString(e164);
	if (number === undefined) return e164;
	return number.countryCallingCode === '49' ? nationalWithGap(number.formatNational(), e164) : number.formatInternational();
}

/** For files that leave the house: `+49 2102 94467`, always with country code and gaps. */
export function formatPhoneInternational(e164: string): string {
	return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Short German mobile numbers come without their leading zero from the library's reduced metadata. */
function nationalWithGap(national: string, e164: string): string {
	return national.startsWith('0') ? national : `0${e164.slice(3)}`;
}
