import { type Opening, openingOf } from '#shared/features/site/opening.ts';
import { type OpeningHours, USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { readOpeningHours } from './queries.ts';
import { openingHoursKind } from './records.ts';

/** When the house is open: what lending, offers and appointments ask for. */
export interface OpeningHoursService {
	hours(session: Session): OpeningHours;
	save(session: Session, hours: OpeningHours): void;
	opening(session: Session): Opening;
}

export function createOpeningHoursService(): OpeningHoursService {
	const hours = (session: Session): OpeningHours =>
		readOpeningHours(openVaultOf(session, 'office').reader, session.site) ?? USUAL_HOURS;
	/** Holidays are computed once for the same hours. */
	let known: { readonly text: string; readonly opening: Opening } | null = null;
	return {
		hours,
		save(session, wanted) {
			const { store, reader } = openVaultOf(session, 'office');
			store.atomically(() => {
				const fields = { ...wanted } as Fields;
				if (readOpeningHours(reader, session.site)) store.update(openingHoursKind, session.site, fields, session.acting);
				else store.insert(openingHoursKind, session.site, fields, session.acting);
			});
		},
		opening(session) {
			const now = hours(session);
			const text = JSON.stringify(now);
			if (known?.text !== text) known = { text, opening: openingOf(now) };
			return known.opening;
		},
	};
}
