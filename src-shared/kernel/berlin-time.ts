import { type LocalDate, localDateOf } from './local-date.ts';

/** Clock times as they hang on the wall in Europe/Berlin, whatever zone the PC is set to. */

const clock = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** `14:05` of an instant. */
export const wallTimeOf = (instant: number): string => clock.format(instant);

/** `14:00`, `14.30`, `1430`, `9` → `HH:MM`; null when it is no time of day. */
export function parseWallTime(text: string): string | null {
	const trimmed = text.trim().replace(/\s*uhr$/iu, '');
	const parts = /^(\d{1,2})(?:[:.,]?(\d{2}))?$/.exec(trimmed);
	if (parts === null) return null;
	const hour = Number(parts[1]);
	const minute = Number(parts[2] ?? 0);
	return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/** The instant (ms UTC) of a day and a time of day. A time that the change to summer time skips counts as an hour later. */
export function instantOf(day: LocalDate, time: string): number {
	const asIfUtc = Date.parse(`${day}T${time}:00Z`);
	const first = asIfUtc - offsetAt(asIfUtc);
	return asIfUtc - offsetAt(first);
}

/** How far Berlin's clocks are ahead of UTC, ms. */
function offsetAt(instant: number): number {
	return Date.parse(`${localDateOf(instant)}T${wallTimeOf(instant)}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}
