import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import type { Business } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { PartsSection } from './PartsSection.tsx';
import { SiteDialog } from './SiteDialog.tsx';
import { texts } from './texts.ts';

/** Where a business works. */
export function SitesSection({ business }: { business: Business }) {
	const t = useTexts(texts);
	return (
		<PartsSection
			title={t.sites}
			empty={t.noSites}
			addLabel={t.addSite}
			mainMark={t.mainSiteMark}
			parts={business.sites}
			facts={({ addressExtra, street, postcode, city }) => (
				<address className={classes.address}>
					{[addressExtra, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).map((line) => (
						<div key={line}>{line}</div>
					))}
				</address>
			)}
			dialog={(site, isMain, onClose) => <SiteDialog businessId={business.id} site={site} isMain={isMain} onClose={onClose} />}
			remove={({ id }) => client.businesses.removeSite({ id })}
			restore={({ id }) => client.businesses.restoreSite({ id })}
			removed={t.siteRemoved}
		/>
	);
}
