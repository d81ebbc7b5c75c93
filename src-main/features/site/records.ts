import { SiteProfile } from '#shared/features/site/model.ts';
import { mergeKind } from '../../records/kind.ts';
import { siteProfile } from './tables.ts';

/** There is one of it, under the site's own id. */
export const siteProfileKind = mergeKind({
	vault: 'office',
	table: siteProfile,
	fields: SiteProfile,
	empty: { name: '–', organisation: '–', lockAfterMinutes: 10 },
	texts: [],
});
