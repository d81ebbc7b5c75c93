import { Alert, Button, TextInput } from '@mantine/core';
import { IconCheck, IconHistory } from '@tabler/icons-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { thenFocus } from '#renderer/ui/then-focus.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { anotherOfTheName, type Head, MOST_AT_ONCE, nameKey } from '#shared/features/attendance/model.ts';
import classes from './Attendance.module.css';
import { mark, markRefusal, type OfSession, unmark } from './mark.ts';
import { SheetLineField } from './SheetLineField.tsx';
import { anonymousOf, isUnwritten, linesShown, namesOf, problemsOf, type Sheet, withLine, withPasted } from './sheet-lines.ts';
import { texts } from './texts.ts';

interface Props {
	of: OfSession;
	present: readonly Head[];
	known: readonly string[];
	sheet: Sheet;
	/** It was begun before, and put back. */
	restored: boolean;
	onChange(sheet: Sheet): void;
	/** It was taken over, or thrown away. */
	onEnd(isTaken: boolean): Promise<void>;
	/** It is wanted back, to be typed further. */
	onUndo(sheet: Sheet): Promise<void>;
}

/** A signed sheet is typed in, line by line as on paper, and taken over as a whole. */
export function SheetEntry({ of, present, known, sheet, restored, onChange, onEnd, onUndo }: Props) {
	const t = useTexts(texts);
	const form = useRef<HTMLFormElement>(null);
	const id = useId();
	/** Two changes can come in one event. */
	const newest = useRef(sheet);
	newest.current = sheet;
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [notice, setNotice] = useState<string | null>(null);
	const problems = problemsOf(sheet);
	const anonymous = anonymousOf(sheet);
	const names = namesOf(sheet);
	const shown = linesShown(sheet);
	const typed = new Set(names.map(({ name }) => nameKey(name)));
	const presentKeys = new Set(present.flatMap(({ name }) => (name === null ? [] : nameKey(name))));

	const idOf = (at: number) => `${id}-${at}`;
	const focusLine = (at: number) => document.getElementById(idOf(at))?.focus();
	useEffect(() => {
		const first = newest.current.lines.findLastIndex((line) => line.trim() !== '') + 1;
		document.getElementById(`${id}-${Math.min(first, MOST_AT_ONCE - 1)}`)?.focus();
	}, [id]);

	const change = (next: Sheet) => {
		newest.current = next;
		onChange(next);
		setNotice(null);
	};
	const move = (at: number) => {
		if (at >= 0 && at < shown) focusLine(at);
		else if (at >= shown) document.getElementById(`${id}-anonymous`)?.focus();
	};
	const paste = (at: number, text: string) => {
		const { sheet: filled, last, rest } = withPasted(newest.current, at, text);
		thenFocus(
			() => {
				change(filled);
				if (rest.length > 0) setNotice(`${t.noRoomFor(rest.length)} ${t.noRoomHint}`);
			},
			() => document.getElementById(idOf(Math.min(last + 1, MOST_AT_ONCE - 1))),
		);
	};
	const other = (at: number) => {
		const name = newest.current.lines[at] ?? '';
		change(withLine(newest.current, at, anotherOfTheName(name, typed)));
		focusLine(at);
	};
	const same = (at: number) => {
		change(withLine(newest.current, at, ''));
		focusLine(at);
	};
	const takeOver = async (event: FormEvent) => {
		event.preventDefault();
		if (saving) return;
		setTried(true);
		if (problems.size > 0 || anonymous === null) {
			setNotice(problems.size > 0 ? t.lookAgain(problems.size) : t.anonymousWrong);
			focusFirstWrong(form.current);
			return;
		}
		if (isUnwritten(sheet) || names.length + anonymous === 0) {
			setNotice(t.nothingTyped);
			focusLine(0);
			return;
		}
		setSaving(true);
		try {
			const { ids, already } = await mark(of, { via: 'sheet', names, anonymous });
			await onEnd(true);
			showUndo(t.taken(ids.length, already.length), async () => {
				if (ids.length > 0) await unmark(ids);
				await onUndo(sheet);
			});
		} catch (error) {
			setSaving(false);
			setNotice(markRefusal(error));
		}
	};
	const throwAway = async () => {
		await onEnd(false);
		focusLine(0);
		showUndo(t.thrownAway, () => onUndo(sheet));
	};
	return (
		<Section title={t.sheetTitle} description={t.sheetHint}>
			{restored && (
				<Alert color="petrol" variant="light" role="status" icon={<IconHistory aria-hidden />}>
					{t.restored}
				</Alert>
			)}
			<form ref={form} onSubmit={(event) => void takeOver(event)} noValidate className={classes.sheet}>
				<ol className={classes.lines}>
					{Array.from({ length: shown }, (_, at) => {
						const value = sheet.lines[at] ?? '';
						return (
							<SheetLineField
								// biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
								key={at}
								number={at + 1}
								id={idOf(at)}
								value={value}
								known={known.filter((name) => !typed.has(nameKey(name)))}
								problem={problems.get(at) ?? null}
								isPresent={value.trim() !== '' && presentKeys.has(nameKey(value))}
								onChange={(text) => change(withLine(newest.current, at, text))}
								onPasteLines={(text) => paste(at, text)}
								onMove={(by) => move(at + by)}
								onOtherPerson={() => other(at)}
								onSamePerson={() => same(at)}
							/>
						);
					})}
				</ol>
				<TextInput
					id={`${id}-anonymous`}
					label={t.anonymousField}
					inputMode="numeric"
					autoComplete="off"
					maw="12rem"
					value={sheet.anonymous}
					error={anonymous === null && (tried || sheet.anonymous.length > 2) ? t.anonymousWrong : null}
					onChange={(event) => change({ ...newest.current, anonymous: event.currentTarget.value.slice(0, 9) })}
				/>
				<div className={classes.takeOver}>
					{notice !== null && (
						<p role="alert" className={classes.notice}>
							{notice}
						</p>
					)}
					{!isUnwritten(sheet) && (
						<Button variant="subtle" color="gray" onClick={() => void throwAway()}>
							{t.throwAway}
						</Button>
					)}
					<Button type="submit" size="md" loading={saving} leftSection={<IconCheck size={20} aria-hidden />}>
						{t.takeOver(names.length + (anonymous ?? 0))}
					</Button>
				</div>
			</form>
		</Section>
	);
}
