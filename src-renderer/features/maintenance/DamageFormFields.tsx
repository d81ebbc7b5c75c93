import { Checkbox, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { type DamageFields, DamageKind } from '#shared/features/maintenance/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { pageTexts } from './page-texts.ts';
import { texts } from './texts.ts';

export type DamageDraft = Pick<DamageFields, 'kind' | 'description' | 'accessories' | 'unusable'> & {
	readonly foundOn: LocalDate | null;
};

interface Props {
	draft: DamageDraft;
	onChange(changes: Partial<DamageDraft>): void;
	/** What belongs to the item, to say which of it is missing. */
	checklist: readonly string[];
	/** Somebody has tried to save: what is missing is said now. */
	tried: boolean;
}

/** What is wrong with an item, for a new case and for one that is known. */
export function DamageFormFields({ draft, onChange, checklist, tried }: Props) {
	const t = useTexts(pageTexts);
	const { kind: kinds } = useTexts(texts);
	const names = [...new Set([...checklist, ...draft.accessories])];
	return (
		<>
			<Radio.Group
				label={t.kind}
				size="md"
				value={draft.kind}
				onChange={(value) => {
					const kind = value as DamageKind;
					onChange({ kind, ...(kind !== 'accessory' && { accessories: [] }) });
				}}
			>
				<Group mt="xs">
					{DamageKind.options.map((kind) => (
						<Radio key={kind} value={kind} label={kinds[kind]} />
					))}
				</Group>
			</Radio.Group>
			{draft.kind === 'accessory' && names.length > 0 && (
				<Checkbox.Group
					label={t.accessories}
					size="md"
					value={[...draft.accessories]}
					onChange={(accessories) => onChange({ accessories })}
				>
					<Stack gap="xs" mt="xs">
						{names.map((name) => (
							<Checkbox key={name} value={name} label={name} />
						))}
					</Stack>
				</Checkbox.Group>
			)}
			<Textarea
				data-autofocus
				label={t.description}
				description={t.descriptionHint}
				required
				autosize
				minRows={2}
				maxRows={8}
				maxLength={2000}
				value={draft.description}
				error={tried && draft.description.trim() === '' ? t.descriptionMissing : undefined}
				onChange={(event) => onChange({ description: event.currentTarget.value })}
			/>
			<Checkbox
				label={t.unusable}
				checked={draft.unusable}
				onChange={(event) => onChange({ unusable: event.currentTarget.checked })}
			/>
			<DateField
				label={t.foundOn}
				notInFuture
				required
				value={draft.foundOn}
				onChange={(foundOn) => onChange({ foundOn })}
				maw="12rem"
			/>
		</>
	);
}

/** As it can be sent; null while something is missing. */
export function completeDraft(draft: DamageDraft): (DamageDraft & { foundOn: LocalDate }) | null {
	const { foundOn, description } = draft;
	return foundOn === null || description.trim() === '' ? null : { ...draft, foundOn };
}
