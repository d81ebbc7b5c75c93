import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Person } from '#shared/features/people/model.ts';
import { PersonForm } from './form/PersonForm.tsx';
import { changedFields, toValues } from './form/personValues.ts';
import { texts } from './texts.ts';

interface Props {
	person: Person;
	title: string;
	/** Saved or left. */
	onDone(): void;
	/** What was thrown away is wanted back. */
	onUndoDiscard(): void;
}

/** Changes a person; what somebody else changed meanwhile in other fields stays. */
export function EditPerson({ person, title, onDone, onUndoDiscard }: Props) {
	const t = useTexts(texts);
	const queryClient = useQueryClient();
	const key = `person:${person.id}`;
	const draft = useDraft(key);
	/** As it was when editing began: only what is changed here is sent. */
	const [before] = useState(person);
	const [initial] = useState(() => toValues(person));
	return (
		<Page>
			<PageHeader title={title} />
			{draft.loaded && (
				<PersonForm
					initial={initial}
					draft={draft}
					personId={person.id}
					onSave={async (fields, remarksBase) => {
						const changes = changedFields(before, fields);
						const base = { remarks: remarksBase };
						if (Object.keys(changes).length > 0) await client.people.update({ id: person.id, changes, base });
						await draft.discard();
						await queryClient.invalidateQueries({ queryKey: api.people.get.key({ input: { id: person.id } }) });
						onDone();
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key, text: typed });
								onUndoDiscard();
							});
						}
						onDone();
					}}
				/>
			)}
		</Page>
	);
}
