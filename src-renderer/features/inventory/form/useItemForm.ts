import { useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { draftOf, type ItemValues, problemsOf, type TextField, valuesFromDraft } from './item-values.ts';
import { texts } from './texts.ts';

export interface ItemForm {
	values: ItemValues;
	/** The values now, also inside of an event that changed them. */
	latest(): ItemValues;
	set<Field extends keyof ItemValues>(field: Field, value: ItemValues[Field]): void;
	/** What a text field needs to be one; its problem shows once it was left or saving was tried. */
	text(field: TextField): {
		value: string;
		error: string | undefined;
		onChange(event: { currentTarget: { value: string } }): void;
		onBlur(): void;
	};
	/** The same for a field that proposes words. */
	words(field: TextField): { value: string; onChange(value: string): void };
	/** The number that was refused, until another is typed. */
	refuseNumber(): void;
	showAllProblems(): void;
	/** Something unsaved was found and put back into the form. */
	restored: boolean;
	discardDraft(): Promise<void>;
}

/** The values of an item's form, kept as a draft while typing. `initial` is what the record holds; the draft is loaded. */
export function useItemForm(initial: ItemValues, draft: Draft): ItemForm {
	const t = useTexts(texts);
	const [kept] = useState(() => (draft.text === null ? null : valuesFromDraft(initial, draft.text)));
	const [values, setValues] = useState(kept ?? initial);
	const [restored, setRestored] = useState(kept !== null);
	const [left, setLeft] = useState<ReadonlySet<TextField>>(new Set());
	const [allShown, setAllShown] = useState(false);
	const [refused, setRefused] = useState<string | null>(null);
	/** Two changes can come in one event (leaving a field that is written the usual way, and a click). */
	const newest = useRef(values);

	const problems = problemsOf(values);
	const set: ItemForm['set'] = (field, value) => {
		newest.current = { ...newest.current, [field]: value };
		setValues(newest.current);
		draft.save(draftOf(initial, newest.current));
	};
	const problem = (field: TextField) => {
		if (field === 'number' && refused === values.number) return t.numberTakenField;
		const found = problems[field];
		return found !== undefined && (allShown || left.has(field)) ? t.problem[found] : undefined;
	};
	return {
		values,
		latest: () => newest.current,
		set,
		text: (field) => ({
			value: values[field],
			error: problem(field),
			onChange: (event) => set(field, event.currentTarget.value),
			onBlur: () => setLeft((before) => new Set(before).add(field)),
		}),
		words: (field) => ({ value: values[field], onChange: (value) => set(field, value) }),
		refuseNumber: () => setRefused(newest.current.number),
		showAllProblems: () => setAllShown(true),
		restored,
		discardDraft: async () => {
			await draft.discard();
			newest.current = initial;
			setValues(initial);
			setRestored(false);
			setAllShown(false);
			setLeft(new Set());
		},
	};
}
