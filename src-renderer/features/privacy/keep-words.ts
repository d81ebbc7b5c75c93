import type { Keep } from '#shared/features/privacy/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

/** What keeps somebody, as a sentence. */
export function keepWords(keep: Keep, t: (typeof texts)['de']): string {
	switch (keep.what) {
		case 'open_case':
			return t.keep.open_case(keep.count);
		case 'appointment':
			return t.keep.appointment;
		case 'loan':
			return t.keep.loan(keep.count);
		case 'funder':
			return t.keep.funder(keep.programme, formatLocalDate(keep.until));
		case 'excluded':
			return t.keep.excluded(formatLocalDate(keep.until), keep.reason, keep.byName);
	}
}
