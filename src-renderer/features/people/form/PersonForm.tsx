import { Alert, Button } from '@mantine/core';
import { IconDeviceFloppy, IconHistory, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { DUPLICATES, DuplicateWarning, useDuplicates } from './DuplicateWarning.tsx';
import classes from './PersonForm.module.css';
import { ContactSection, HouseholdSection, NameSection, OriginSection, OtherSection, WorkSection } from './PersonSections.tsx';
import { draftOf, type PersonValues, toFields } from './personValues.ts';
import { texts } from './texts.ts';
import { usePersonForm } from './usePersonForm.ts';

interface Props {
	initial: PersonValues;
	/** Already loaded: what it holds is put back into the form. */
	draft: Draft;
	/** Who is being edited; null for somebody new. */
	personId: PersonId | null;
	/** `remarksBase`: what the remarks were made from. */
	onSave(fields: PersonFields, remarksBase: string): Promise<void>;
	/** What was typed and is now thrown away, so that it can be had back; null when nothing was. */
	onCancel(typed: string | null): void;
}

/** The one form for a person, new or known. */
export function PersonForm({ initial, draft, personId, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const form = usePersonForm(initial, draft);
	const duplicates = useDuplicates(personId, form.values);
	const root = useRef<HTMLFormElement>(null);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const [invalid, setInvalid] = useState(false);

	useEffect(() => root.current?.querySelector<HTMLElement>('[data-first-field]')?.focus(), []);

	const save = async () => {
		if (saving) return;
		// Leaving the field lets it say what does not fit; a date that cannot be read is known to its field alone.
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		form.showAllProblems();
		await new Promise((resolve) => setTimeout(resolve, 0));
		const wrong = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		const fields = toFields(form.latest(), Date.now());
		setInvalid(Boolean(wrong) || fields === null);
		if (wrong || fields === null) {
			requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
			return;
		}
		setSaving(true);
		setError(null);
		try {
			await onSave(fields, form.latest().remarksBase);
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			void save();
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
				void save();
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
			<NameSection form={form} notice={<DuplicateWarning people={duplicates} />} />
			<ContactSection form={form} />
			<OriginSection form={form} />
			<HouseholdSection form={form} />
			<WorkSection form={form} />
			<OtherSection form={form} />
			<ErrorNotice error={error} />
			<div className={classes.footer}>
				<Button type="submit" loading={saving} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
					{t.save}
				</Button>
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
				{duplicates.length > 0 && (
					<Button
						variant="subtle"
						color="clay"
						leftSection={<IconUsers size={18} aria-hidden />}
						onClick={() => document.getElementById(DUPLICATES)?.scrollIntoView({ block: 'center' })}
					>
						{t.duplicates(duplicates.length)}
					</Button>
				)}
			</div>
		</form>
	);
}
