import { formatDay, formatNumber, formatTime } from '#renderer/i18n/format.ts';
import type { AccessEvent } from '#shared/features/access-log/model.ts';
import { type CsvCell, writeCsv } from '#shared/kernel/csv.ts';
import type { Days } from './periods.ts';
import type { Words } from './texts.ts';

/** `Liste als Datei ausgegeben, 124 Zeilen` */
export function whatOf({ kind, count }: AccessEvent, t: Words): string {
	if (count === null) return t.kinds[kind];
	const words = kind === 'subject_exported' ? t.blackened : t.entries;
	return `${t.kinds[kind]}, ${words(formatNumber(count), count === 1)}`;
}

export const whoOf = ({ member }: AccessEvent, t: Words): string => member ?? t.unknownName;

/** The list as it is shown. */
export function csvOf(events: readonly AccessEvent[], days: Days, t: Words): { fileName: string; text: string } {
	const rows = events.map((event): CsvCell[] => [
		formatDay(event.at),
		formatTime(event.at),
		t.kinds[event.kind],
		whoOf(event, t),
		event.device,
		event.count,
	]);
	return {
		fileName: `${t.title} ${t.span(days.from, days.to)}.csv`,
		text: writeCsv([t.day, t.time, t.what, t.who, t.device, t.number], rows),
	};
}
