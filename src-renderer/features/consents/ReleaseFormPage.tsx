import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from '#renderer/features/cases/useClient.ts';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ReleaseFormSheet } from '#renderer/print/ReleaseFormSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import classes from './Consents.module.css';
import { FormPaper } from './FormPaper.tsx';
import { texts } from './texts.ts';

/** The form for a release: filled in with one that is recorded, or empty but for the client's name, or quite empty. */
export function ReleaseFormPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const { caseFile } = useOpenCase();
	const { entbindung } = useSearch({ from: '/fallakten/$id/weitergabe/entbindung' });
	const client = useClient(caseFile);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId: caseFile.id } }));
	const partners = useQuery(api.partners.list.queryOptions());
	const [isBlank, setBlank] = useState(false);
	const release = releases.data?.find(({ id }) => id === entbindung) ?? null;
	const partner = partners.data?.find(
		({ id }) => release !== null && 'partnerId' in release.recipient && release.recipient.partnerId === id,
	);
	return (
		<FormPaper
			caseId={caseFile.id}
			title={t.releaseForm}
			error={client.error ?? releases.error ?? partners.error}
			paper={
				client.data &&
				releases.data &&
				partners.data && (
					<ReleaseFormSheet
						profile={profile}
						client={client.data}
						isBlank={isBlank}
						release={isBlank ? null : release}
						partner={partner ?? null}
					/>
				)
			}
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
		</FormPaper>
	);
}
