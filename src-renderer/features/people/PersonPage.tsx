import { ActionIcon, Alert, Anchor, Button, Menu, Modal, Skeleton, Text } from '@mantine/core';
import { IconArrowsJoin2, IconDots, IconFolderPlus, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { PersonBusinesses } from '#renderer/features/businesses/PersonBusinesses.tsx';
import { ClientCases } from '#renderer/features/cases/ClientCases.tsx';
import { ConsentsSection } from '#renderer/features/consents/ConsentsSection.tsx';
import { EraseItem } from '#renderer/features/privacy/EraseItem.tsx';
import { HistoryDrawer, type HistoryDrawerProps } from '#renderer/features/records/HistoryDrawer.tsx';
import { SubjectAccessItem } from '#renderer/features/subject-access/SubjectAccessItem.tsx';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Client } from '#shared/features/cases/client.ts';
import type { Person } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { ageOn, formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { BorrowerSection } from './borrower/BorrowerSection.tsx';
import { EditPerson } from './EditPerson.tsx';
import { fieldTexts } from './fieldTexts.ts';
import { ChooseOther } from './merging/ChooseOther.tsx';
import { MergedHere } from './merging/MergedHere.tsx';
import { PerhapsTwice } from './merging/PerhapsTwice.tsx';
import { texts as mergeTexts } from './merging/texts.ts';
import { PersonContact } from './PersonContact.tsx';
import { PersonDetails } from './PersonDetails.tsx';
import classes from './PersonPage.module.css';
import { texts } from './texts.ts';
import { codeWord } from './words.ts';

export function PersonPage() {
	const { id } = useParams({ strict: false });
	const person = useQuery(api.people.get.queryOptions({ input: { id: id as PersonId } }));
	const survivor = useQuery({
		...api.people.survivor.queryOptions({ input: { id: id as PersonId } }),
		enabled: refusalCode(person.error) === 'NOT_FOUND',
	});
	// Old links, and whatever was open while another PC merged.
	if (!person.data && survivor.data) return <Navigate to="/personen/$id" params={{ id: survivor.data }} replace />;
	if (person.data && !person.error) return <PersonView key={person.data.id} person={person.data} />;
	return (
		<Page>
			{person.error ? (
				<ErrorNotice error={person.error} onRetry={() => void person.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function PersonView({ person }: { person: Person }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const [editing, setEditing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const [refused, setRefused] = useState(false);
	const [merging, setMerging] = useState(false);
	const m = useTexts(mergeTexts);
	const name = fullName(person);
	const of: Client = { personId: person.id, businessId: null };
	const historyWords: Pick<HistoryDrawerProps, 'fieldNames' | 'formatValue'> = {
		fieldNames: words.field,
		formatValue: (field, value) => codeWord(field, value, words, screen),
	};
	const draft = useQuery({ ...api.records.draft.queryOptions({ input: { key: `person:${person.id}` } }), staleTime: 0 });

	const remove = async () => {
		try {
			await client.people.remove({ id: person.id });
		} catch (error) {
			if (refusalCode(error) === 'HAS_CASES') setRefused(true);
			else showError(error);
			return;
		}
		await navigate({ to: '/personen' });
		void queryClient.invalidateQueries({ queryKey: api.people.key() });
		showUndo(t.removed(name), async () => {
			await client.people.restore({ id: person.id });
			await queryClient.invalidateQueries({ queryKey: api.people.key() });
			await navigate({ to: '/personen/$id', params: { id: person.id } });
		});
	};

	if (editing) {
		return (
			<EditPerson
				person={person}
				title={t.editTitle(name)}
				onDone={() => {
					setEditing(false);
					void draft.refetch();
				}}
				onUndoDiscard={() => setEditing(true)}
			/>
		);
	}
	return (
		<Page>
			<PageHeader
				above={<BackToList />}
				title={name}
				subtitle={subtitleOf(person, t)}
				actions={
					<>
						<Menu position="bottom-end">
							<Menu.Target>
								<ActionIcon variant="default" size={42} aria-label={t.more}>
									<IconDots size={20} aria-hidden />
								</ActionIcon>
							</Menu.Target>
							<Menu.Dropdown>
								<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
									{t.history}
								</Menu.Item>
								<Menu.Item leftSection={<IconArrowsJoin2 size={18} aria-hidden />} onClick={() => setMerging(true)}>
									{m.menu}
								</Menu.Item>
								<SubjectAccessItem personId={person.id} />
								<EraseItem personId={person.id} />
								<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
									{t.remove}
								</Menu.Item>
							</Menu.Dropdown>
						</Menu>
						<Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Button>
						<Button
							renderRoot={(props) => <Link to="/fallakten/neu" search={{ person: person.id }} {...props} />}
							leftSection={<IconFolderPlus size={18} aria-hidden />}
						>
							{t.openCase}
						</Button>
					</>
				}
			/>
			{draft.data && (
				<Alert color="petrol" variant="light" role="status" icon={<IconPencil aria-hidden />}>
					{t.unsaved}{' '}
					<Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
						{t.continueEditing}
					</Button>
				</Alert>
			)}
			<PerhapsTwice person={person} />
			<div className={classes.columns}>
				<div className={classes.column}>
					<ClientCases client={of} title={t.cases} empty={t.noCases} />
					<AppointmentSection client={of} caseId={null} />
					<ConsentsSection client={of} />
					<PersonDetails person={person} />
					<MergedHere id={person.id} {...historyWords} />
				</div>
				<div className={classes.column}>
					<PersonContact person={person} />
					<PersonBusinesses personId={person.id} />
					<BorrowerSection person={person} />
				</div>
			</div>
			<HistoryDrawer
				table="person"
				id={person.id}
				opened={historyShown}
				onClose={() => setHistoryShown(false)}
				{...historyWords}
			/>
			{merging && <ChooseOther id={person.id} opened onClose={() => setMerging(false)} />}
			<Modal opened={refused} onClose={() => setRefused(false)} title={t.removeRefused}>
				<Text>{t.removeRefusedWhy}</Text>
			</Modal>
		</Page>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.backToList}</Anchor>;
}

const fullName = (person: Person) => [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');

function subtitleOf(person: Person, t: (typeof texts)['de']): ReactNode {
	const parts = [person.number];
	if (person.birthDate) {
		parts.push(t.born(formatLocalDate(person.birthDate)), t.age(ageOn(person.birthDate, localDateOf(Date.now()))));
	}
	return (
		<>
			<div>{parts.join(' · ')}</div>
			{person.pronunciation && <div>{t.spoken(person.pronunciation)}</div>}
		</>
	);
}
