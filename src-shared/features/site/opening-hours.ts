import { z } from 'zod';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';

/** When the house is open: what is due on a closed day is due on the next open one; offers and appointments ask here too. */

/** `14:00` */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The federal states whose public holidays can be chosen. */
export const FederalState = z.enum([
	'BW',
	'BY',
	'BE',
	'BB',
	'HB',
	'HE',
	'HH',
	'MV',
	'NI',
	'NW',
	'RP',
	'SL',
	'SN',
	'ST',
	'SH',
	'TH',
]);
export type FederalState = z.infer<typeof FederalState>;

export const OpeningHours = z.object({
	/** Monday first; null: closed. */
	week: z
		.array(
			z
				.object({ from: TimeOfDay, until: TimeOfDay })
				.refine(({ from, until }) => from < until)
				.nullable(),
		)
		.length(7),
	/** Whose public holidays the house is closed on. */
	state: FederalState,
	/** Closed besides: holidays of the house, repairs. Both days included. */
	closures: z
		.array(z.object({ from: LocalDate, until: LocalDate, name: requiredText(120) }).refine(({ from, until }) => from <= until))
		.max(200),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

const DAY = { from: '09:00', until: '18:00' };

/** Until a site says otherwise. */
export const USUAL_HOURS: OpeningHours = { week: [DAY, DAY, DAY, DAY, DAY, null, null], state: 'NW', closures: [] };
