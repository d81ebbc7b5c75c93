import { Autocomplete, Button, VisuallyHidden } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import classes from './Attendance.module.css';
import { type LineProblem, suggestionsFor } from './sheet-lines.ts';
import { texts } from './texts.ts';

interface Props {
	/** As on paper. */
	number: number;
	id: string;
	value: string;
	/** Names that can be chosen here. */
	known: readonly string[];
	problem: LineProblem | null;
	/** Somebody of this name is entered already. */
	isPresent: boolean;
	onChange(text: string): void;
	onPasteLines(text: string): void;
	/** To the line so many further. */
	onMove(by: 1 | -1): void;
	onOtherPerson(): void;
	onSamePerson(): void;
}

/** One line of the sheet. What is typed is never replaced by itself: a known name is taken only where it was chosen. */
export function SheetLineField({ number, id, value, known, problem, isPresent, ...on }: Props) {
	const t = useTexts(texts);
	const [isHere, setHere] = useState(false);
	const suggestions = isHere ? suggestionsFor(value, known) : [];
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		const input = event.currentTarget;
		const isOpen = suggestions.length > 0 && input.getAttribute('aria-expanded') === 'true';
		const list = isOpen ? document.getElementById(input.getAttribute('aria-controls') ?? '') : null;
		if (event.key === 'Enter') {
			// The list takes the key itself where somebody has gone to one of its names.
			if (list?.querySelector('[data-combobox-selected]')) return;
			event.preventDefault();
			on.onMove(1);
		}
		if (!isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
			event.preventDefault();
			on.onMove(event.key === 'ArrowDown' ? 1 : -1);
		}
	};
	const onPaste = (event: ClipboardEvent) => {
		const pasted = event.clipboardData.getData('text');
		if (!/[\r\n]/.test(pasted.trim())) return;
		event.preventDefault();
		on.onPasteLines(pasted);
	};
	return (
		<li className={classes.line}>
			<label className={classes.number} htmlFor={id}>
				<span aria-hidden>{number}</span>
				<VisuallyHidden>{t.line(number)}</VisuallyHidden>
			</label>
			<div className={classes.lineField}>
				<Autocomplete
					id={id}
					size="md"
					value={value}
					data={suggestions}
					filter={({ options }) => options}
					openOnFocus={false}
					autoComplete="off"
					spellCheck={false}
					error={problem === null ? null : problem.what === 'too_long' ? t.tooLong : t.twice(problem.asLine)}
					onChange={on.onChange}
					onOptionSubmit={() => on.onMove(1)}
					onFocus={() => setHere(true)}
					onBlur={() => setHere(false)}
					onKeyDown={onKeyDown}
					onPaste={onPaste}
					{...scrollingOptions}
				/>
				{problem?.what === 'twice' && (
					<div className={classes.settle}>
						<Button size="compact-md" variant="default" aria-label={t.otherPersonOf(number)} onClick={on.onOtherPerson}>
							{t.otherPerson}
						</Button>
						<Button size="compact-md" variant="default" aria-label={t.samePersonOf(number)} onClick={on.onSamePerson}>
							{t.samePerson}
						</Button>
					</div>
				)}
				{problem === null && isPresent && <span className={classes.quiet}>{t.wasThere}</span>}
			</div>
		</li>
	);
}
