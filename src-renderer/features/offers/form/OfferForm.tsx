import { Alert, Button, Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMembers } from '#renderer/features/offers/useMembers.ts';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { OfferColour, type OfferFields, OfferKind } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { texts as offerTexts } from '../texts.ts';
import classes from './OfferForm.module.css';
import { draftOf, type OfferValues, type Problem, problemsOf, toSave, valuesFromDraft } from './offer-values.ts';
import { TranslationFields } from './TranslationFields.tsx';
import { texts } from './texts.ts';
import { WhenFields } from './WhenFields.tsx';

interface Props {
	initial: OfferValues;
	/** The offer that is changed; null: a new one. */
	offerId: OfferId | null;
	/** Already loaded: what it holds is put back into the form. */
	draft: Draft;
	onSave(offer: OfferFields): Promise<void>;
	/** What was typed and is now thrown away, so that it can be had back; null when nothing was. */
	onCancel(typed: string | null): void;
}

/** The one form for an offer, new or known. */
export function OfferForm({ initial, offerId, draft, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const { kinds } = useTexts(offerTexts);
	const [kept] = useState(() => (draft.text === null ? null : valuesFromDraft(draft.text)));
	const [values, setValues] = useState(kept ?? initial);
	const [restored, setRestored] = useState(kept !== null);
	const [left, setLeft] = useState<ReadonlySet<Problem>>(new Set());
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	/** Two changes can come in one event: a field that is written the usual way on leaving it, and a click. */
	const newest = useRef(values);
	const root = useRef<HTMLFormElement>(null);
	const rooms = useQuery(api.rooms.list.queryOptions());
	const members = useMembers();
	const problems = problemsOf(values);

	useEffect(() => root.current?.querySelector('input')?.focus(), []);

	const change = (changes: Partial<OfferValues>) => {
		newest.current = { ...newest.current, ...changes };
		setValues(newest.current);
		setError(null);
		draft.save(draftOf(initial, newest.current));
	};
	const problem = (name: Problem) => (problems.has(name) && (tried || left.has(name)) ? t.problem[name] : null);
	const leave = (name: Problem) => setLeft((before) => new Set(before).add(name));
	const text = (key: 'name' | 'text' | 'place' | 'helpersWanted' | 'capacity') => ({
		label: t[key],
		value: values[key],
		error: key === 'text' || key === 'place' ? null : problem(key),
		autoComplete: 'off',
		onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }),
		onBlur: () => {
			if (key !== 'text' && key !== 'place') leave(key);
		},
	});
	const save = async () => {
		if (saving) return;
		// Leaving the field lets it say what does not fit; a date that cannot be read is known to its field alone.
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		setTried(true);
		await new Promise((resolve) => setTimeout(resolve, 0));
		const offer = toSave(newest.current);
		if (offer === null || root.current?.querySelector('[aria-invalid="true"]')) {
			focusFirstWrong(root.current);
			return;
		}
		setSaving(true);
		setError(null);
		await onSave(offer).catch((caught: unknown) => {
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
	const roomOptions = (rooms.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
	const isGone = values.roomId !== null && rooms.data !== undefined && roomOptions.every(({ value }) => value !== values.roomId);

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
			<Section title={t.what}>
				<div className={classes.two}>
					<TextInput required maxLength={80} {...text('name')} />
					<Select
						{...scrollingOptions}
						label={t.kind}
						data={OfferKind.options.map((kind) => ({ value: kind, label: kinds[kind] }))}
						value={values.kind}
						onChange={(kind) => change({ kind: OfferKind.parse(kind) })}
						allowDeselect={false}
					/>
					<Select
						{...scrollingOptions}
						label={t.colour}
						data={OfferColour.options.map((colour) => ({ value: colour, label: t.colours[colour] }))}
						value={values.colour}
						onChange={(colour) => change({ colour: OfferColour.parse(colour) })}
						allowDeselect={false}
					/>
				</div>
				<Textarea description={t.textHint} autosize minRows={2} maxLength={400} maw="40rem" {...text('text')} />
				<Checkbox
					label={t.isPublic}
					checked={values.isPublic}
					onChange={(event) => change({ isPublic: event.currentTarget.checked })}
				/>
			</Section>
			<Section title={t.when}>
				<WhenFields values={values} offerId={offerId} onChange={change} problem={problem} onLeave={leave} />
			</Section>
			<Section title={t.where}>
				<div className={classes.two}>
					<Select
						{...scrollingOptions}
						label={t.room}
						placeholder={t.noRoom}
						clearable
						data={[...roomOptions, ...(isGone ? [{ value: values.roomId ?? '', label: t.removedRoom }] : [])]}
						value={values.roomId}
						onChange={(roomId) => change({ roomId })}
					/>
					<TextInput maxLength={80} description={t.placeHint} inputWrapperOrder={BELOW} {...text('place')} />
				</div>
				<TextInput description={t.capacityHint} maxLength={4} styles={NARROW} inputMode="numeric" {...text('capacity')} />
			</Section>
			<Section title={t.who}>
				<MultiSelect
					{...scrollingOptions}
					label={t.leaders}
					description={t.leadersHint}
					data={members.options}
					value={values.leaders}
					onChange={(leaders) => change({ leaders })}
					searchable
					nothingFoundMessage={t.noMore}
					maxValues={20}
					maw="40rem"
				/>
				<TextInput description={t.helpersHint} maxLength={2} styles={NARROW} inputMode="numeric" {...text('helpersWanted')} />
			</Section>
			<Section title={t.translations} description={t.translationsHint}>
				<TranslationFields
					translations={values.translations}
					onChange={(translations) => change({ translations })}
					missing={problem('translations')}
				/>
			</Section>
			<ErrorNotice error={refusalCode(error) === 'OFF_RULE' ? null : error} />
			{refusalCode(error) === 'OFF_RULE' && (
				<Alert color="brick" role="alert">
					{offRuleWords(error, t)}
				</Alert>
			)}
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

/** So that fields beside each other stand on one line. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** For a number; what it means goes on beside it. */
const NARROW = { wrapper: { maxWidth: '8rem' } };

function offRuleWords(error: unknown, t: (typeof texts)['de']): string {
	const next = (error as { data?: { next?: string | null } }).data?.next;
	return next ? t.offRule(next.split('-').reverse().join('.')) : t.never2;
}
