import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Kept apart from `format.ts`: the numbering plans are large and only the people's pages need them. */

/** `+492102123456` → `02102 123456`; foreign numbers international; what is no number is shown as it is. */
export function formatPhone(number: string): string {
	const parsed = parsePhoneNumberFromString(number, 'DE');
	if (parsed === undefined) return number;
	return parsed.country === 'DE' ? parsed.formatNational() : parsed.formatInternational();
}

/** What somebody typed, as E.164; null when it cannot be a phone number. */
export function parsePhone(text: string): string | null {
	const parsed = parsePhoneNumberFromString(text, 'DE');
	return parsed?.isPossible() ? parsed.number : null;
}
