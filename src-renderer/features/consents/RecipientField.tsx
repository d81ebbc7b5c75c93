import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { Recipient } from '#shared/features/consents/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** While it is being chosen. */
export type RecipientDraft = Recipient | null;

const SOMEONE_ELSE = 'someone-else';

interface Props {
	label: string;
	value: RecipientDraft;
	onChange(value: RecipientDraft): void;
	/** Saving was tried: what is missing is said. */
	tried: boolean;
}

export const isChosen = (recipient: RecipientDraft): recipient is Recipient =>
	recipient !== null && ('partnerId' in recipient || recipient.name.trim() !== '');

/** A partner of the office, or somebody who is not in that list. Former partners are not proposed. */
export function RecipientField({ label, value, onChange, tried }: Props) {
	const t = useTexts(texts);
	const partners = useQuery(api.partners.list.queryOptions());
	const chosen = value === null ? null : 'partnerId' in value ? value.partnerId : SOMEONE_ELSE;
	const options = (partners.data ?? [])
		.filter(({ id, isRetired }) => !isRetired || id === chosen)
		.map(({ id, name, city }) => ({
			value: id as string,
			label: city && !fold(name).includes(fold(city)) ? `${name}, ${city}` : name,
		}));
	return (
		<>
			<Select
				{...scrollingOptions}
				label={label}
				description={t.recipientHint}
				required
				searchable
				openOnFocus={false}
				allowDeselect={false}
				data={[...options, { value: SOMEONE_ELSE, label: t.someoneElse }]}
				filter={({ options: all, search }) => {
					const typed = fold(search);
					return all.filter(
						(option) => 'value' in option && (option.value === SOMEONE_ELSE || fold(option.label).includes(typed)),
					);
				}}
				value={chosen}
				error={tried && value === null ? t.recipientMissing : undefined}
				onChange={(id) => {
					if (id === SOMEONE_ELSE) onChange({ name: '', address: null });
					else if (id !== null) onChange({ partnerId: id as PartnerId });
				}}
			/>
			{value !== null && !('partnerId' in value) && (
				<>
					<TextInput
						label={t.recipientName}
						required
						maxLength={160}
						autoComplete="off"
						value={value.name}
						error={tried && value.name.trim() === '' ? t.recipientMissing : undefined}
						onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
					/>
					<Textarea
						label={t.recipientAddress}
						autosize
						minRows={2}
						maxLength={400}
						value={value.address ?? ''}
						onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
					/>
				</>
			)}
		</>
	);
}
