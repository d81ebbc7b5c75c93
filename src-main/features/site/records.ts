import { NO_ADDRESS, SiteProfile } from '#shared/features/site/model.ts';
import { OpeningHours, USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { mergeKind } from '../../records/kind.ts';
import { openingHours, siteProfile } from './tables.ts';

/** There is one of it, under the site's own id. */
export const siteProfileKind = mergeKind({
	vault: 'office',
	table: siteProfile,
	fields: SiteProfile,
	empty: { name: '–', organisation: '–', ...NO_ADDRESS, lockAfterMinutes: 10 },
	texts: [],
});

/** There is one of it, under the site's own id. */
export const openingHoursKind = mergeKind({
	vault: 'office',
	table: openingHours,
	fields: OpeningHours,
	empty: USUAL_HOURS,
	texts: [],
});
