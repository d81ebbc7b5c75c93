import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { ActionFields } from '#shared/features/goals/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from './Goals.module.css';
import { InlineForm } from './InlineForm.tsx';
import { texts } from './texts.ts';

export const NEW_ACTION: ActionFields = { text: '', doer: 'client', memberId: null, thirdParty: null, due: null };

interface Props {
	label: string;
	button: string;
	initial: ActionFields;
	onSave(fields: ActionFields): Promise<void>;
	onCancel(): void;
}

/** The fields of a step: what, who, by when. */
export function ActionForm({ initial, onSave, ...rest }: Props) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const [opened] = useState(() => fieldsOf(initial));
	const [fields, setFields] = useState(opened);
	const set = (changes: Partial<ActionFields>) => setFields((before) => ({ ...before, ...changes }));
	const isMissing = fields.text.trim() === '';
	const isNobody = fields.doer === 'third_party' && (fields.thirdParty ?? '').trim() === '';
	const choices = [
		{ value: 'client', label: t.client },
		...(members.data ?? [])
			// Who has left may keep what is theirs.
			.filter(({ id, removedAt }) => removedAt === null || id === initial.memberId)
			.map(({ id, name }) => ({ value: id as string, label: name })),
		{ value: 'third_party', label: t.thirdParty },
	];
	return (
		<InlineForm
			{...rest}
			isChanged={JSON.stringify(fields) !== JSON.stringify(opened)}
			isIncomplete={isMissing || isNobody}
			onSave={() => onSave(fields)}
		>
			{(tried) => (
				<>
					<TextInput
						label={t.step}
						autoFocus
						maxLength={300}
						value={fields.text}
						error={tried && isMissing && t.stepMissing}
						onChange={(event) => set({ text: event.currentTarget.value })}
					/>
					<div className={classes.row}>
						<Select
							{...scrollingOptions}
							className={classes.grow ?? ''}
							label={t.doer}
							allowDeselect={false}
							data={choices}
							value={fields.doer === 'member' ? fields.memberId : fields.doer}
							onChange={(value) => {
								if (value === 'client' || value === 'third_party') set({ doer: value, memberId: null });
								else if (value !== null) set({ doer: 'member', memberId: value as MemberId });
							}}
						/>
						{fields.doer === 'third_party' && (
							<TextInput
								className={classes.grow ?? ''}
								label={t.thirdPartyWho}
								maxLength={120}
								value={fields.thirdParty ?? ''}
								error={tried && isNobody && t.thirdPartyMissing}
								onChange={(event) => set({ thirdParty: event.currentTarget.value })}
							/>
						)}
						<DateField label={t.due} value={fields.due} onChange={(due) => set({ due })} w="8.5rem" />
					</div>
				</>
			)}
		</InlineForm>
	);
}

const fieldsOf = ({ text, doer, memberId, thirdParty, due }: ActionFields): ActionFields => ({
	text,
	doer,
	memberId,
	thirdParty,
	due,
});
