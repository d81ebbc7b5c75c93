import { Autocomplete, type AutocompleteProps, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { fieldTexts } from '../field-texts.ts';
import { AccessoriesField } from './AccessoriesField.tsx';
import classes from './ItemForm.module.css';
import { PartsField } from './PartsField.tsx';
import { texts } from './texts.ts';
import type { ItemForm } from './useItemForm.ts';

/** The sections of the form for an item, in the order one fills them in with the thing in front of oneself. */

export function WhatSection({ form }: { form: ItemForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	const words = useQuery(api.inventory.words.queryOptions());
	return (
		<Section title={t.sections.what}>
			<TextInput
				label={field.number}
				description={t.numberHint}
				maxLength={40}
				maw="20rem"
				autoComplete="off"
				spellCheck={false}
				{...form.text('number')}
			/>
			<TextInput label={field.name} required maxLength={200} maw="40rem" data-first-field {...form.text('name')} />
			<div className={classes.two}>
				<WordField label={field.maker} maxLength={120} data={words.data?.makers ?? []} {...form.words('maker')} />
				<TextInput label={field.type} maxLength={120} {...form.text('type')} />
				<WordField label={field.category} maxLength={80} data={words.data?.categories ?? []} {...form.words('category')} />
				<TextInput label={field.serial} maxLength={80} {...form.text('serial')} />
			</div>
		</Section>
	);
}

export function WhereSection({ form }: { form: ItemForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	const words = useQuery(api.inventory.words.queryOptions());
	return (
		<Section title={t.sections.where}>
			<WordField
				label={field.location}
				maxLength={80}
				maw="28rem"
				data={words.data?.locations ?? []}
				{...form.words('location')}
			/>
			<TextInput label={field.condition} description={t.conditionHint} maxLength={200} maw="40rem" {...form.text('condition')} />
			<DateField
				label={field.testedUntil}
				description={t.testHint}
				value={form.values.testedUntil}
				onChange={(day) => form.set('testedUntil', day)}
				maw="16rem"
			/>
		</Section>
	);
}

export function BelongsSection({ form, itemId }: { form: ItemForm; itemId: ItemId | null }) {
	const t = useTexts(texts);
	return (
		<Section title={t.sections.belongs}>
			<AccessoriesField form={form} />
			<PartsField form={form} itemId={itemId} />
		</Section>
	);
}

export function BoughtSection({ form }: { form: ItemForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	return (
		<Section title={t.sections.bought}>
			<DateField label={field.boughtOn} notInFuture value={form.values.boughtOn} onChange={(day) => form.set('boughtOn', day)} />
			<TextInput
				label={field.priceCents}
				description={t.priceHint}
				inputMode="decimal"
				maxLength={20}
				maw="14rem"
				{...form.text('price')}
			/>
		</Section>
	);
}

export function LendingSection({ form }: { form: ItemForm }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	return (
		<Section title={t.sections.lending}>
			<Checkbox
				label={t.inHouseOnly}
				description={t.inHouseOnlyHint}
				checked={form.values.inHouseOnly}
				onChange={(event) => form.set('inHouseOnly', event.currentTarget.checked)}
			/>
			<TextInput
				label={field.depositCents}
				description={t.priceHint}
				inputMode="decimal"
				maxLength={20}
				maw="14rem"
				{...form.text('deposit')}
			/>
			<TextInput
				label={field.loanDays}
				description={t.loanDaysHint}
				inputMode="numeric"
				maxLength={3}
				maw="18rem"
				{...form.text('loanDays')}
			/>
			<Textarea label={field.remarks} autosize minRows={3} maxRows={12} maxLength={2000} {...form.text('remarks')} />
		</Section>
	);
}

/** A text with the words that are in use already, so that „Regal A1“ stays one place. */
function WordField(props: AutocompleteProps) {
	return <Autocomplete size="md" {...scrollingOptions} limit={50} {...props} />;
}
