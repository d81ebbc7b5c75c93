import type { z } from 'zod';
import type { Phone } from '#shared/features/people/model.ts';
import { parsePhone } from '#shared/features/people/phone.ts';
import { fold } from '#shared/kernel/fold.ts';
import { cleanLine, isEmptyCell } from '../../../import/cell.ts';

type PhoneNumber = z.infer<typeof Phone>;

/** Between two numbers of one cell. A slash without spaces stands between area code and number (`0176/8482802`). */
const BETWEEN = /\s*[,;\n]\s*|\s+(?:\/|\||oder|und|u\.|bzw\.|or)\s+/iu;
const MIN_DIGITS = 6;
const LABEL_FROM_HEADING = /mobil|handy|privat|arbeit|dienst|festnetz|whatsapp/iu;

/**
 * All numbers of a cell; words beside a number become its label (`0176 … (Tochter)`). `complete` is false when a part
 * of the cell was no number: the caller keeps the cell's text.
 */
export function readPhones(cell: string, heading: string): { phones: PhoneNumber[]; complete: boolean } {
	const ofHeading = LABEL_FROM_HEADING.test(heading) ? heading.slice(0, 40) : '';
	const whole = readOne(cleanLine(cell), ofHeading);
	if (whole !== null) return { phones: [whole], complete: true };
	const phones: PhoneNumber[] = [];
	let complete = true;
	for (const part of cell.split(BETWEEN)) {
		if (isEmptyCell(part)) continue;
		const phone = readOne(cleanLine(part), ofHeading);
		if (phone === null) complete = false;
		else phones.push(phone);
	}
	return { phones, complete };
}

function readOne(text: string, ofHeading: string): PhoneNumber | null {
	const digits = /\+?[\d(][\d\s()./–-]*\d/u.exec(text);
	// Fewer digits are an extension or a house number, although some area has numbers as short.
	if (digits === null || digits[0].replace(/\D/gu, '').length < MIN_DIGITS) return null;
	// (0) is how German numbers are printed after the country code; nobody dials it.
	const number = parsePhone(digits[0].replace(/\(0\)/u, ' '));
	if (number === null) return null;
	const rest = `${text.slice(0, digits.index)} ${text.slice(digits.index + digits[0].length)}`;
	// A second number in the rest belongs to a list, not to a label.
	if (/\d{3}/u.test(rest)) return null;
	const label = rest
		.replace(/[():;,]+|^[\s.-]+|[\s-]+$/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
	const plain = ['tel', 'telefon', 'fon', 'nr', 'telefonnummer', 't'].includes(fold(label));
	return { number, label: label === '' || plain ? ofHeading : label.slice(0, 40) };
}
