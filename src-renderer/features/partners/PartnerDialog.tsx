import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { RowsField } from '#renderer/ui/RowsField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { EMPTY_PARTNER, type Partner, PartnerFields, PartnerKind } from '#shared/features/partners/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import classes from './Partners.module.css';
import { texts } from './texts.ts';

interface Props {
	/** Null: a new one. */
	partner: Partner | null;
	others: readonly Partner[];
	onClose(): void;
}

const BLANK = { name: '', task: null, phone: null, email: null };

/** One organisation, new or known. */
export function PartnerDialog({ partner, others, onClose }: Props) {
	const t = useTexts(texts);
	const [before] = useState<PartnerFields>(() => fieldsOf(partner));
	const [values, setValues] = useState(before);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<PartnerFields>) => setValues({ ...values, ...changes });
	const text = (field: 'addressExtra' | 'street' | 'postcode' | 'city' | 'phone' | 'website') => ({
		label: t[field],
		autoComplete: 'off',
		maxLength: { addressExtra: 120, street: 160, postcode: 12, city: 80, phone: 40, website: 200 }[field],
		value: values[field] ?? '',
		onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
	});
	const isKnown = values.name.trim() !== '' && others.some(({ name }) => fold(name) === fold(values.name));
	const parsed = PartnerFields.safeParse({ ...values, email: values.email?.trim() || null });
	const isEmailWrong = tried && !PartnerFields.shape.email.safeParse(values.email?.trim() || null).success;
	return (
		<FormDialog
			title={partner === null ? t.newTitle : t.editTitle(partner.name)}
			size="lg"
			values={values}
			initial={before}
			isComplete={parsed.success}
			onTry={() => setTried(true)}
			save={async () => {
				if (!parsed.success) return;
				if (partner === null) await client.partners.create(parsed.data);
				else await client.partners.update({ id: partner.id, changes: changed(before, parsed.data) });
			}}
			refresh={() => queryClient.invalidateQueries({ queryKey: api.partners.key() })}
			onClose={onClose}
		>
			<TextInput
				data-autofocus
				label={t.name}
				description={isKnown && t.nameKnown}
				required
				maxLength={160}
				autoComplete="off"
				value={values.name}
				error={tried && values.name.trim() === '' ? t.nameMissing : undefined}
				onChange={(event) => set({ name: event.currentTarget.value })}
			/>
			<Select
				{...scrollingOptions}
				label={t.kind}
				allowDeselect={false}
				data={PartnerKind.options.map((kind) => ({ value: kind as string, label: t.kinds[kind] }))}
				value={values.kind}
				onChange={(kind) => set({ kind: PartnerKind.parse(kind) })}
				maw="24rem"
			/>
			<TextInput {...text('addressExtra')} />
			<TextInput {...text('street')} />
			<div className={classes.place}>
				<TextInput {...text('postcode')} inputMode="numeric" />
				<TextInput {...text('city')} />
			</div>
			<div className={classes.two}>
				<TextInput {...text('phone')} />
				<TextInput
					label={t.email}
					autoComplete="off"
					maxLength={200}
					value={values.email ?? ''}
					error={isEmailWrong ? t.emailWrong : undefined}
					onChange={(event) => set({ email: event.currentTarget.value })}
				/>
			</div>
			<TextInput {...text('website')} />
			<TextInput
				label={t.opening}
				description={t.openingHint}
				autoComplete="off"
				maxLength={300}
				value={values.opening ?? ''}
				onChange={(event) => set({ opening: event.currentTarget.value })}
			/>
			<RowsField
				label={t.contacts}
				rows={values.contacts}
				max={12}
				blank={BLANK}
				onChange={(contacts) => set({ contacts })}
				addLabel={t.addContact}
				removeLabel={t.removeContact}
				fields={(contact, index) => {
					const change = (changes: Partial<typeof contact>) =>
						set({ contacts: values.contacts.with(index, { ...contact, ...changes }) });
					return (
						<>
							<Stack gap="xs">
								<TextInput
									data-first
									label={t.contactName}
									maxLength={120}
									autoComplete="off"
									value={contact.name}
									error={tried && contact.name.trim() === '' ? t.contactMissing : undefined}
									onChange={(event) => change({ name: event.currentTarget.value })}
								/>
								<TextInput
									label={t.contactTask}
									maxLength={120}
									autoComplete="off"
									value={contact.task ?? ''}
									onChange={(event) => change({ task: event.currentTarget.value })}
								/>
							</Stack>
							<Stack gap="xs">
								<TextInput
									label={t.phone}
									maxLength={40}
									autoComplete="off"
									value={contact.phone ?? ''}
									onChange={(event) => change({ phone: event.currentTarget.value })}
								/>
								<TextInput
									label={t.email}
									maxLength={200}
									autoComplete="off"
									value={contact.email ?? ''}
									onChange={(event) => change({ email: event.currentTarget.value })}
								/>
							</Stack>
						</>
					);
				}}
			/>
			<Textarea
				label={t.note}
				description={t.noteHint}
				autosize
				minRows={2}
				maxLength={2000}
				value={values.note ?? ''}
				onChange={(event) => set({ note: event.currentTarget.value })}
			/>
			<Checkbox
				label={t.isRetired}
				checked={values.isRetired}
				onChange={(event) => set({ isRetired: event.currentTarget.checked })}
			/>
		</FormDialog>
	);
}

function fieldsOf(partner: Partner | null): PartnerFields {
	if (partner === null) return { ...EMPTY_PARTNER, name: '' };
	const { id: _, ...fields } = partner;
	return fields;
}

/** Only what was changed here, so that somebody else's change of another field stays. */
function changed(before: PartnerFields, after: PartnerFields): Partial<PartnerFields> {
	const keys = (Object.keys(after) as (keyof PartnerFields)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}
