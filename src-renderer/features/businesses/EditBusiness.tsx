import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { type Business, BusinessFields } from '#shared/features/businesses/model.ts';
import { BusinessDuplicates } from './BusinessDuplicates.tsx';
import { changedOf, fieldsOf, valuesOf } from './business-values.ts';
import { FactsFields } from './FactsFields.tsx';
import { refreshBusinesses } from './refresh-businesses.ts';
import { texts } from './texts.ts';

/** Changes what a business is; what somebody else changed meanwhile in other fields stays. */
export function EditBusiness({ business, onClose }: { business: Business; onClose(): void }) {
	const t = useTexts(texts);
	const [before] = useState(() => BusinessFields.parse(business));
	const [initial] = useState(() => valuesOf(before));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const fields = fieldsOf(values);
	const [main] = business.sites;
	return (
		<FormDialog
			title={t.editTitle(business.name)}
			size="lg"
			values={values}
			initial={initial}
			isComplete={fields !== null}
			onTry={() => setTried(true)}
			save={async () => {
				if (fields === null) return;
				const changes = changedOf(before, BusinessFields.parse(fields));
				if (Object.keys(changes).length === 0) return;
				await client.businesses.update({ id: business.id, changes, base: { remarks: before.remarks } });
			}}
			refresh={refreshBusinesses}
			onClose={onClose}
		>
			<FactsFields
				values={values}
				onChange={(changes) => setValues((current) => ({ ...current, ...changes }))}
				tried={tried}
				notice={
					<BusinessDuplicates id={business.id} name={values.name} postcode={main?.postcode ?? null} city={main?.city ?? null} />
				}
			/>
		</FormDialog>
	);
}
