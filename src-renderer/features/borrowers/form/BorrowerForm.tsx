import { Alert, Anchor, Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceFloppy, IconHistory, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { formatPhone, parsePhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type BorrowerFields, borrowerName } from '#shared/features/borrowers/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { fieldTexts } from '../texts.ts';
import classes from './BorrowerForm.module.css';
import {
	type BorrowerValues,
	draftOf,
	type Problem,
	problemsOf,
	type TextField,
	toSave,
	valuesFromDraft,
} from './borrower-values.ts';
import { texts } from './texts.ts';

interface Props {
	initial: BorrowerValues;
	/** Already loaded: what it holds is put back into the form. */
	draft: Draft;
	/** Who is being edited; null for somebody new. */
	borrowerId: BorrowerId | null;
	onSave(borrower: BorrowerFields): Promise<void>;
	/** What was typed and is now thrown away, so that it can be had back; null when nothing was. */
	onCancel(typed: string | null): void;
}

/** The one form for a borrower, new or known. */
export function BorrowerForm({ initial, draft, borrowerId, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const field = useTexts(fieldTexts);
	const [kept] = useState(() => (draft.text === null ? null : valuesFromDraft(initial, draft.text)));
	const [values, setValues] = useState(kept ?? initial);
	const [restored, setRestored] = useState(kept !== null);
	const [left, setLeft] = useState<ReadonlySet<TextField>>(new Set());
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	/** Two changes can come in one event: a field that is written the usual way on leaving it, and a click. */
	const newest = useRef(values);
	const root = useRef<HTMLFormElement>(null);
	const problems = problemsOf(values);

	useEffect(() => root.current?.querySelector('input')?.focus(), []);

	const set = <Field extends keyof BorrowerValues>(key: Field, value: BorrowerValues[Field]) => {
		newest.current = { ...newest.current, [key]: value };
		setValues(newest.current);
		draft.save(draftOf(initial, newest.current));
	};
	const text = (key: TextField, usual?: (typed: string) => string) => ({
		label: field[key],
		value: values[key],
		error: problems.has(key as Problem) && (tried || left.has(key)) ? t.problem[key as Problem] : null,
		onChange: (event: { currentTarget: { value: string } }) => set(key, event.currentTarget.value),
		onBlur: () => {
			if (usual) set(key, usual(newest.current[key]));
			setLeft((before) => new Set(before).add(key));
		},
	});
	const save = async () => {
		if (saving) return;
		// Leaving the field lets it say what does not fit; a date that cannot be read is known to its field alone.
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		setTried(true);
		await new Promise((resolve) => setTimeout(resolve, 0));
		const borrower = toSave(newest.current);
		const wrong = () => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		if (borrower === null || wrong()) {
			requestAnimationFrame(() => wrong()?.focus());
			return;
		}
		setSaving(true);
		setError(null);
		await onSave(borrower).catch((caught: unknown) => {
			setError(caught);
			setSaving(false);
		});
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter') return;
		const isSaving = event.ctrlKey || event.metaKey;
		// In a form, Enter in a field must not save half of it.
		if (isSaving || event.target instanceof HTMLInputElement) event.preventDefault();
		if (isSaving) void save();
	};
	const discard = async () => {
		await draft.discard();
		newest.current = initial;
		setValues(initial);
		setRestored(false);
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
			{restored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.draftFound}{' '}
					<Button size="compact-sm" variant="default" onClick={() => void discard()}>
						{t.draftDiscard}
					</Button>
				</Alert>
			)}
			<Section title={t.who}>
				<div className={classes.two}>
					<TextInput maxLength={120} autoComplete="off" {...text('firstName')} />
					<TextInput maxLength={120} required autoComplete="off" {...text('lastName')} />
				</div>
				<Duplicates borrowerId={borrowerId} values={values} />
			</Section>
			<Section title={t.reach}>
				<TextInput maxLength={160} maw="40rem" autoComplete="off" {...text('street')} />
				<div className={classes.two}>
					<TextInput maxLength={12} maw="9rem" inputMode="numeric" autoComplete="off" {...text('postcode')} />
					<TextInput maxLength={80} autoComplete="off" {...text('city')} />
					<TextInput type="tel" maxLength={40} autoComplete="off" {...text('phone', asUsual)} />
					<TextInput type="email" maxLength={200} autoComplete="off" {...text('email')} />
				</div>
			</Section>
			<Section title={t.terms}>
				<DayField
					label={field.idSeenOn}
					description={t.idHint}
					value={values.idSeenOn}
					onChange={(day) => set('idSeenOn', day)}
				/>
				<DayField label={field.houseRulesOn} value={values.houseRulesOn} onChange={(day) => set('houseRulesOn', day)} />
				<TextInput description={t.mostHint} maxLength={3} maw="14rem" inputMode="numeric" {...text('mostItems')} />
				<Textarea description={t.remarksHint} autosize minRows={2} maxLength={2000} maw="40rem" {...text('remarks')} />
			</Section>
			<ErrorNotice error={error} />
			<div className={classes.footer}>
				<Button type="submit" loading={saving} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
					{t.save}
				</Button>
				<Button
					variant="default"
					onClick={() => {
						const typed = draftOf(initial, newest.current);
						void discard().then(() => onCancel(typed || null));
					}}
				>
					{t.cancel}
				</Button>
				<span className={classes.hint} role="status">
					{tried && problems.size > 0 ? t.invalid : t.saveHint}
				</span>
			</div>
		</form>
	);
}

const asUsual = (typed: string): string => {
	const number = parsePhone(typed);
	return number === null ? typed : formatPhone(number);
};

/** A day that is mostly today. */
function DayField(props: {
	label: string;
	description?: string;
	value: BorrowerValues['idSeenOn'];
	onChange(day: BorrowerValues['idSeenOn']): void;
}) {
	const t = useTexts(texts);
	return (
		<div className={classes.day}>
			<DateField {...props} notInFuture />
			<Button
				variant="default"
				size="md"
				onClick={() => props.onChange(localDateOf(Date.now()))}
				aria-label={`${props.label}: ${t.today}`}
			>
				{t.today}
			</Button>
		</div>
	);
}

/** Who this could be already, asked while typing. */
function Duplicates({ borrowerId, values }: { borrowerId: BorrowerId | null; values: BorrowerValues }) {
	const t = useTexts(texts);
	const [asked] = useDebouncedValue(
		{
			firstName: values.firstName.trim() || null,
			lastName: values.lastName.trim(),
			postcode: values.postcode.trim() || null,
			phone: parsePhone(values.phone),
			email: values.email.trim() || null,
		},
		250,
	);
	const found = useQuery({
		...api.borrowers.duplicates.queryOptions({ input: { id: borrowerId, ...asked } }),
		enabled: asked.lastName !== '',
		placeholderData: (before) => before,
	});
	// A group has no first name.
	const rows = asked.lastName !== '' ? (found.data ?? []) : [];
	return (
		<div role="status">
			{rows.length > 0 && (
				<Alert color="clay" icon={<IconUsers aria-hidden />} title={t.duplicates(rows.length)}>
					{t.duplicatesHint}
					<ul className={classes.found}>
						{rows.map((row) => (
							<li key={row.id}>
								<Anchor fw={600} renderRoot={(props) => <Link to="/ausleihe/entleiher/$id" params={{ id: row.id }} {...props} />}>
									{borrowerName(row)}
								</Anchor>{' '}
								{[row.number, row.street, row.city].filter(Boolean).join(' · ')}
							</li>
						))}
					</ul>
				</Alert>
			)}
		</div>
	);
}
