import { eq } from 'drizzle-orm';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { openingHours, siteProfile } from './tables.ts';

export function readProfile(db: Reader, site: SiteId): SiteProfile | undefined {
	const { name, organisation, street, postcode, city, phone, lockAfterMinutes } = siteProfile;
	const fields = { name, organisation, street, postcode, city, phone, lockAfterMinutes };
	return db.select(fields).from(siteProfile).where(eq(siteProfile.id, site)).get();
}

export function readOpeningHours(db: Reader, site: SiteId): OpeningHours | undefined {
	const { week, state, closures } = openingHours;
	return db.select({ week, state, closures }).from(openingHours).where(eq(openingHours.id, site)).get() as
		| OpeningHours
		| undefined;
}
