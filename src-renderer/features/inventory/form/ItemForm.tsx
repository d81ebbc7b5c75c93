import { Alert, Anchor, Button } from '@mantine/core';
import { IconDeviceFloppy, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import classes from './ItemForm.module.css';
import { BelongsSection, BoughtSection, LendingSection, WhatSection, WhereSection } from './ItemSections.tsx';
import { draftOf, type ItemToSave, type ItemValues, toSave } from './item-values.ts';
import { type Refusal, refusalOf } from './refusals.ts';
import { texts } from './texts.ts';
import { useItemForm } from './useItemForm.ts';

interface Props {
	initial: ItemValues;
	/** Already loaded: what it holds is put back into the form. */
	draft: Draft;
	/** What is being edited; null for something new. */
	itemId: ItemId | null;
	onSave(item: ItemToSave): Promise<void>;
	/** Saves and begins another one; only for something new. */
	onSaveMore?(item: ItemToSave): Promise<void>;
	/** What was typed and is now thrown away, so that it can be had back; null when nothing was. */
	onCancel(typed: string | null): void;
}

/** The one form for an item, new or known. */
export function ItemForm({ initial, draft, itemId, onSave, onSaveMore, onCancel }: Props) {
	const t = useTexts(texts);
	const form = useItemForm(initial, draft);
	const root = useRef<HTMLFormElement>(null);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [invalid, setInvalid] = useState(false);

	useEffect(() => root.current?.querySelector<HTMLElement>('[data-first-field]')?.focus(), []);

	const save = async (send: Props['onSave']) => {
		if (saving) return;
		// Leaving the field lets it say what does not fit; a date that cannot be read is known to its field alone.
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		form.showAllProblems();
		await new Promise((resolve) => setTimeout(resolve, 0));
		const item = toSave(form.latest());
		const wrong = item === null || root.current?.querySelector('[aria-invalid="true"]') !== null;
		setInvalid(wrong);
		if (wrong) {
			focusFirstWrong(root.current);
			return;
		}
		setSaving(true);
		setError(null);
		setRefusal(null);
		try {
			await send(item);
		} catch (caught) {
			const refused = refusalOf(caught);
			setRefusal(refused);
			if (refused === null) setError(caught);
			if (refused?.code === 'NUMBER_TAKEN') {
				form.refuseNumber();
				focusFirstWrong(root.current);
			}
			setSaving(false);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			void save(onSave);
		} else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
			// In a form this long, Enter in a field (choosing from a list, say) must not save half of it.
			event.preventDefault();
		}
	};

	return (
		<form
			ref={root}
			className={classes.form}
			noValidate
			onKeyDown={onKeyDown}
			onSubmit={(event) => {
				event.preventDefault();
				void save(onSave);
			}}
		>
			{form.restored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.draftFound}{' '}
					<Button size="compact-sm" variant="default" onClick={() => void form.discardDraft()}>
						{t.draftDiscard}
					</Button>
				</Alert>
			)}
			<WhatSection form={form} />
			<WhereSection form={form} />
			<BelongsSection form={form} itemId={itemId} />
			<BoughtSection form={form} />
			<LendingSection form={form} />
			<ErrorNotice error={error} />
			{refusal?.code === 'PART_REFUSED' && (
				<Alert color="brick" variant="light" role="alert">
					{t.partRefused(refusal.number, refusal.name)}
				</Alert>
			)}
			{refusal?.code === 'NUMBER_TAKEN' && (
				<Alert color="brick" variant="light" role="alert">
					{t.numberTaken}{' '}
					<Anchor renderRoot={(props) => <Link to="/inventar/$id" params={{ id: refusal.id }} {...props} />} fw={600}>
						{refusal.name}
					</Anchor>
				</Alert>
			)}
			<div className={classes.footer}>
				<Button type="submit" loading={saving} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
					{t.save}
				</Button>
				{onSaveMore && (
					<Button variant="light" disabled={saving} onClick={() => void save(onSaveMore)}>
						{t.saveMore}
					</Button>
				)}
				<Button
					variant="default"
					onClick={() => {
						const typed = draftOf(initial, form.latest());
						void form.discardDraft().then(() => onCancel(typed || null));
					}}
				>
					{t.cancel}
				</Button>
				<span className={classes.hint} role="status">
					{invalid ? t.invalid : t.saveHint}
				</span>
			</div>
		</form>
	);
}
