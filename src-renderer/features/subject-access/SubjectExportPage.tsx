import { Alert, Anchor, Button, Checkbox, Group, Select, Skeleton, Stack, Textarea } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { SubjectSheet } from '#renderer/print/SubjectSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useOnPrint } from '#renderer/ui/useOnPrint.ts';
import type { Person } from '#shared/features/people/model.ts';
import { type Identity, IdentityProof, type SubjectDraft } from '#shared/features/subject-access/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { personWords } from './SubjectAccessPage.tsx';
import { texts } from './texts.ts';
import { useSubjectDraft } from './useSubjectDraft.ts';

/** What goes out: after somebody has checked who gets it, as it will be on paper, and as a file. */
export function SubjectExportPage() {
	const { id } = useParams({ strict: false });
	const personId = id as PersonId;
	const t = useTexts(texts);
	const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
	const { draft, change } = useSubjectDraft(personId);
	return (
		<Page>
			<PageHeader
				above={
					<Anchor renderRoot={(props) => <Link to="/personen/$id/auskunft" params={{ id: personId }} {...props} />}>
						{t.backToMarks}
					</Anchor>
				}
				title={t.exportTitle}
				subtitle={person.data && personWords(person.data)}
			/>
			<ErrorNotice error={person.error} onRetry={() => void person.refetch()} />
			{person.data && draft ? (
				<>
					<BeforeExport draft={draft} onChange={change} />
					{draft.identity ? (
						<Ready person={person.data} draft={draft} identity={draft.identity} />
					) : (
						<p style={{ margin: 0 }}>{t.waiting}</p>
					)}
				</>
			) : (
				!person.error && <Skeleton height={320} />
			)}
		</Page>
	);
}

function BeforeExport({ draft, onChange }: { draft: SubjectDraft; onChange(draft: SubjectDraft): boolean }) {
	const t = useTexts(texts);
	const { member } = useSession();
	const { identity } = draft;
	const set = (next: Identity | null) => onChange({ ...draft, identity: next, tickedOn: next && localDateOf(Date.now()) });
	return (
		<Section title={t.beforeExport} description={t.beforeWords}>
			<Stack>
				<Checkbox
					label={t.identity(member.name)}
					checked={identity !== null}
					onChange={({ currentTarget }) =>
						set(currentTarget.checked ? { proof: 'identity_card', checkedOn: localDateOf(Date.now()) } : null)
					}
				/>
				{identity && (
					<Group align="flex-start">
						<Select
							label={t.proofLabel}
							allowDeselect={false}
							data={IdentityProof.options.map((value) => ({ value, label: t.proof[value] }))}
							value={identity.proof}
							onChange={(proof) => set({ ...identity, proof: IdentityProof.parse(proof) })}
							w="20rem"
						/>
						<DateField
							label={t.checkedOn}
							notInFuture
							value={identity.checkedOn}
							onChange={(checkedOn) => checkedOn && set({ ...identity, checkedOn })}
							w="10rem"
						/>
					</Group>
				)}
				<Textarea
					label={t.remark}
					description={t.remarkHint}
					autosize
					minRows={2}
					maxLength={2000}
					value={draft.remark ?? ''}
					onChange={({ currentTarget }) => onChange({ ...draft, remark: currentTarget.value || null })}
				/>
			</Stack>
		</Section>
	);
}

function Ready({ person, draft, identity }: { person: Person; draft: SubjectDraft; identity: Identity }) {
	const t = useTexts(texts);
	const { profile, member } = useSession();
	const [isSaving, setSaving] = useState(false);
	const { marks, withheld, remark } = draft;
	const input = { personId: person.id, marks, withheld, identity };
	const prepared = useQuery({ ...api.subjectAccess.prepare.queryOptions({ input }), staleTime: 0, gcTime: 0, retry: false });
	const blackened = prepared.data?.reasons.length;
	const note = useCallback(
		async () => client.subjectAccess.noteExport({ personId: person.id, form: 'subject_print', blackened: blackened ?? 0 }),
		[person.id, blackened],
	);
	useOnPrint(blackened === undefined ? null : note);
	if (!prepared.data) {
		if (!prepared.error) return <Skeleton height={420} />;
		if (refusalCode(prepared.error) !== 'STALE') {
			return <ErrorNotice error={prepared.error} onRetry={() => void prepared.refetch()} />;
		}
		return (
			<Alert color="clay" role="alert">
				{t.stillStale}
			</Alert>
		);
	}
	const facts = { person, profile, madeBy: member.name, identity, withheld, remark, ...prepared.data };
	return (
		<Section
			variant="plain"
			title={t.preview}
			actions={
				<>
					<Button variant="default" leftSection={<IconDownload size="1.25rem" aria-hidden />} onClick={() => setSaving(true)}>
						{t.archive}
					</Button>
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.print}
					</Button>
				</>
			}
		>
			<PrintSheet label={t.preview}>
				<SubjectSheet {...facts} />
			</PrintSheet>
			{isSaving && <ArchiveDialog facts={facts} onClose={() => setSaving(false)} />}
		</Section>
	);
}
