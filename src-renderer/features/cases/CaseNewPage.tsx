import { Alert, Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client as rpc } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { clientOf } from '#shared/features/cases/client.ts';
import type { CaseFields } from '#shared/features/cases/model.ts';
import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { BusinessPicker } from './BusinessPicker.tsx';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import classes from './CaseNewPage.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';
import { useCasesOf } from './useClient.ts';

export function CaseNewPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { member } = useSession();
	const { person: given, unternehmen: givenBusiness } = useSearch({ strict: false });
	const [about, setAbout] = useState<'person' | 'business'>(givenBusiness === undefined ? 'person' : 'business');
	const [personId, setPersonId] = useState<PersonId | null>((given as PersonId | undefined) ?? null);
	const [businessId, setBusinessId] = useState<BusinessId | null>((givenBusiness as BusinessId | undefined) ?? null);
	const isBusiness = about === 'business';
	const client = clientOf(isBusiness ? { businessId } : { personId });
	const [missing, setMissing] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const [values, setValues] = useState<CaseFields>(() => ({
		ownerId: member.id,
		deputyIds: [],
		openedOn: localDateOf(Date.now()),
		programmeId: null,
		source: null,
		concern: null,
	}));
	const others = useCasesOf(client);
	const current = client === null ? [] : (others.data ?? []).filter((row) => row.status !== 'closed');

	const create = async () => {
		setMissing(client === null);
		if (client === null || saving) return;
		setSaving(true);
		setError(null);
		try {
			const { id } = await rpc.cases.open(
				client.personId === null ? { ...values, businessId: client.businessId } : { ...values, personId: client.personId },
			);
			void refreshCases();
			await navigate({ to: '/fallakten/$id', params: { id }, replace: true });
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};

	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/fallakten" {...props} />}>{t.backToList}</Anchor>}
				title={t.newTitle}
			/>
			<form
				className={classes.form}
				noValidate
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void create();
				}}
				onKeyDown={(event: KeyboardEvent) => {
					if (event.key === 'Enter' && event.ctrlKey) {
						event.preventDefault();
						void create();
					}
				}}
			>
				<Section title={t.about}>
					<SegmentedControl
						aria-label={t.about}
						data={[
							{ value: 'person', label: t.aboutPerson },
							{ value: 'business', label: t.aboutBusiness },
						]}
						value={about}
						onChange={(value) => {
							setAbout(value as typeof about);
							setMissing(false);
						}}
						style={{ alignSelf: 'flex-start' }}
					/>
					{isBusiness ? (
						<BusinessPicker
							value={businessId}
							onChange={setBusinessId}
							error={missing && businessId === null ? t.businessMissing : undefined}
						/>
					) : (
						<PersonPicker
							value={personId}
							onChange={setPersonId}
							error={missing && personId === null ? t.personMissing : undefined}
						/>
					)}
					<div>
						<Anchor renderRoot={(props) => <Link to={isBusiness ? '/unternehmen/neu' : '/personen/neu'} {...props} />}>
							{isBusiness ? t.newBusiness : t.newPerson}
						</Anchor>
					</div>
					{current.length > 0 && (
						<Alert
							color="clay"
							className={classes.warning ?? ''}
							icon={<IconFolders aria-hidden />}
							title={isBusiness ? t.alreadyOpenBusiness : t.alreadyOpen}
							role="status"
						>
							{current.map((row) => (
								<div key={row.id}>
									<Anchor renderRoot={(props) => <Link to="/fallakten/$id" params={{ id: row.id }} {...props} />}>
										{[row.number, row.concern].filter(Boolean).join(' · ')}
									</Anchor>
								</div>
							))}
						</Alert>
					)}
				</Section>
				<Section title={t.facts}>
					<CaseFieldsForm values={values} onChange={(changes) => setValues((before) => ({ ...before, ...changes }))} />
				</Section>
				<ErrorNotice error={error} />
				<Group>
					<Button type="submit" loading={saving}>
						{t.create}
					</Button>
					<Button renderRoot={(props) => <Link to="/fallakten" {...props} />} variant="default">
						{t.cancel}
					</Button>
				</Group>
			</form>
		</Page>
	);
}
