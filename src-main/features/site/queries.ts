import { eq } from 'drizzle-orm';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { siteProfile } from './tables.ts';

export function readProfile(db: Reader, site: SiteId): SiteProfile | undefined {
	const { name, organisation, lockAfterMinutes } = siteProfile;
	return db.select({ name, organisation, lockAfterMinutes }).from(siteProfile).where(eq(siteProfile.id, site)).get();
}
