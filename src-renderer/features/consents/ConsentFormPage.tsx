import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '#renderer/features/cases/useClient.ts';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ConsentFormSheet } from '#renderer/print/ConsentFormSheet.tsx';
import { ConsentPurpose, PURPOSES_OF_BUSINESS } from '#shared/features/consents/model.ts';
import { ChipsField } from './ChipsField.tsx';
import classes from './Consents.module.css';
import { FormPaper } from './FormPaper.tsx';
import { texts } from './texts.ts';

const USUAL: readonly ConsentPurpose[] = ['counselling', 'statistics', 'messenger', 'email'];

/** The form for consents as it will be on paper: for this client, or to be filled in by hand. */
export function ConsentFormPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const { caseFile } = useOpenCase();
	const client = useClient(caseFile);
	const [isBlank, setBlank] = useState(false);
	const options = caseFile.businessId === null ? ConsentPurpose.options : PURPOSES_OF_BUSINESS;
	const [purposes, setPurposes] = useState(() => USUAL.filter((purpose) => options.includes(purpose)));
	return (
		<FormPaper
			caseId={caseFile.id}
			title={t.consentForm}
			error={client.error}
			paper={client.data && <ConsentFormSheet profile={profile} client={client.data} isBlank={isBlank} purposes={purposes} />}
		>
			<SegmentedControl
				className={classes.start ?? ''}
				aria-label={t.contents}
				data={[
					{ value: 'filled', label: t.filled },
					{ value: 'blank', label: t.blank },
				]}
				value={isBlank ? 'blank' : 'filled'}
				onChange={(value) => setBlank(value === 'blank')}
			/>
			<ChipsField
				label={t.purposes}
				options={options}
				words={t.purpose}
				value={purposes}
				onChange={(chosen) => chosen.length > 0 && setPurposes(chosen)}
			/>
		</FormPaper>
	);
}
