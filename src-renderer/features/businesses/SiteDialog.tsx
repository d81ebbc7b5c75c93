import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { type BusinessSite, SiteFields } from '#shared/features/businesses/model.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import { changedOf, EMPTY_SITE_VALUES } from './business-values.ts';
import { refreshBusinesses } from './refresh-businesses.ts';
import { SiteFieldset } from './SiteFieldset.tsx';
import { texts } from './texts.ts';

interface Props {
	businessId: BusinessId;
	/** Null: a new one. */
	site: BusinessSite | null;
	/** Whether it is the main one; null: it is the only one, and there is nothing to choose. */
	isMain: boolean | null;
	onClose(): void;
}

export function SiteDialog({ businessId, site, isMain, onClose }: Props) {
	const t = useTexts(texts);
	const [before] = useState(() => (site === null ? EMPTY_SITE_VALUES : SiteFields.parse(site)));
	const [initial] = useState({ ...before, isMain: isMain ?? false });
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const isNamed = values.name.trim() !== '';
	return (
		<FormDialog
			title={site === null ? t.newSite : t.editSite(site.name)}
			values={values}
			initial={initial}
			isComplete={isNamed}
			onTry={() => setTried(true)}
			save={async () => {
				const fields = SiteFields.parse(values);
				if (site === null) await client.businesses.addSite({ businessId, fields, isMain: values.isMain });
				else {
					const main = values.isMain === initial.isMain ? {} : { isMain: values.isMain };
					await client.businesses.changeSite({ id: site.id, changes: changedOf(before, fields), ...main });
				}
			}}
			refresh={refreshBusinesses}
			onClose={onClose}
		>
			<SiteFieldset
				values={values}
				onChange={(changes) => setValues((current) => ({ ...current, ...changes }))}
				nameError={tried && !isNamed ? t.problem.siteName : undefined}
			/>
			{isMain !== null && (
				<Checkbox
					label={t.isMainSite}
					checked={values.isMain}
					onChange={(event) => setValues({ ...values, isMain: event.currentTarget.checked })}
				/>
			)}
		</FormDialog>
	);
}
