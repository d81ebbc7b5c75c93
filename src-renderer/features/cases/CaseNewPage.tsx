import { Alert, Anchor, Button, Group } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseFields } from '#shared/features/cases/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import classes from './CaseNewPage.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';

export function CaseNewPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { member } = useSession();
	const { person: given } = useSearch({ strict: false });
	const [personId, setPersonId] = useState<PersonId | null>((given as PersonId | undefined) ?? null);
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
	const others = useQuery({
		...api.cases.ofPerson.queryOptions({ input: { personId: personId as PersonId } }),
		enabled: personId !== null,
	});
	const current = personId === null ? [] : (others.data ?? []).filter((row) => row.status !== 'closed');

	const create = async () => {
		setMissing(personId === null);
		if (personId === null || saving) return;
		setSaving(true);
		setError(null);
		try {
			const { id } = await client.cases.open({ ...values, personId });
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
				<Section title={t.person}>
					<PersonPicker
						value={personId}
						onChange={setPersonId}
						error={missing && personId === null ? t.personMissing : undefined}
					/>
					<div>
						<Anchor renderRoot={(props) => <Link to="/personen/neu" {...props} />}>{t.newPerson}</Anchor>
					</div>
					{current.length > 0 && (
						<Alert
							color="clay"
							className={classes.warning ?? ''}
							icon={<IconFolders aria-hidden />}
							title={t.alreadyOpen}
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
