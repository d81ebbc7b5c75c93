import { useRef, useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { draftOf, type PersonValues, problemsOf, type TextField, valuesFromDraft } from './personValues.ts';
import { texts } from './texts.ts';

export interface PersonForm {
	values: PersonValues;
	/** The values now, also inside of an event that changed them. */
	latest(): PersonValues;
	set<Field extends keyof PersonValues>(field: Field, value: PersonValues[Field]): void;
	/** The field was left: from now on its problem is shown. */
	leave(field: string): void;
	/** What does not fit, in words, once the field was left or saving was tried. */
	problem(field: string): string | undefined;
	/** What a text field needs to be one. */
	text(field: TextField): {
		value: string;
		error: string | undefined;
		onChange(event: { currentTarget: { value: string } }): void;
		onBlur(): void;
	};
	showAllProblems(): void;
	/** Something unsaved was found and put back into the form. */
	restored: boolean;
	discardDraft(): Promise<void>;
}

/** The values of a person's form, kept as a draft while typing. `initial` is what the record holds; the draft is loaded. */
export function usePersonForm(initial: PersonValues, draft: Draft): PersonForm {
	const t = useTexts(texts);
	const [kept] = useState(() => (draft.text === null ? null : valuesFromDraft(initial, draft.text)));
	const [values, setValues] = useState(kept ?? initial);
	const [restored, setRestored] = useState(kept !== null);
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const [allShown, setAllShown] = useState(false);
	/** Two changes can come in one event (leaving a field that is written the usual way, and a click). */
	const newest = useRef(values);

	const problems = problemsOf(values, Date.now());
	const set: PersonForm['set'] = (field, value) => {
		newest.current = { ...newest.current, [field]: value };
		setValues(newest.current);
		draft.save(draftOf(initial, newest.current));
	};
	const leave = (field: string) => setLeft((before) => new Set(before).add(field));
	const problem = (field: string) => {
		const found = problems[field];
		return found !== undefined && (allShown || left.has(field)) ? t.problem[found] : undefined;
	};
	return {
		values,
		latest: () => newest.current,
		set,
		leave,
		problem,
		text: (field) => ({
			value: values[field],
			error: problem(field),
			onChange: (event) => set(field, event.currentTarget.value),
			onBlur: () => leave(field),
		}),
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
