import { IconArrowBigUp, IconBackspace, IconSpace } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { KIOSK_WORDS, SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import type { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { keysOf, LAYOUTS, SIGNS } from '../keyboard-layouts.ts';
import classes from './Typing.module.css';

export interface KeyboardProps {
	/** What it types into. */
	field: () => HTMLInputElement | null;
	language: KioskLanguage;
	/** Also digits and signs, for passphrases. */
	hasSigns?: boolean;
	/** A name is typed: it begins with a capital, and so does each of its parts. */
	isName?: boolean;
	/** Something stands in the field when the keyboard comes. */
	isBegun?: boolean;
}

type Plane = 'letters' | 'more' | 'signs';

/**
 * Letters for a screen without keyboard. By keyboard it is one stop of the Tab key, and the arrows go from key to key.
 * It holds nothing of what was typed: that stands in the field.
 */
export function Keyboard({ field, language, hasSigns = false, isName = false, isBegun = false }: KeyboardProps) {
	const { keys } = KIOSK_WORDS[language];
	const { locale } = SCRIPTS[language];
	const layout = LAYOUTS[language];
	const hasCapitals = layout.more === undefined;
	const [plane, setPlane] = useState<Plane>(isName && hasCapitals && !isBegun ? 'more' : 'letters');
	const rows = plane === 'signs' ? keysOf(SIGNS, locale, false) : keysOf(layout, locale, plane === 'more');
	const type = (text: string) => {
		const input = field();
		if (input === null) return;
		input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
		input.dispatchEvent(new Event('input', { bubbles: true }));
		// A capital is for one letter, as on a telephone.
		if (!hasCapitals) return;
		if (isName && /[\s-]$/u.test(text)) setPlane('more');
		else if (plane === 'more') setPlane('letters');
	};
	const erase = () => {
		const input = field();
		if (input === null) return;
		const end = input.selectionEnd ?? 0;
		const start = input.selectionStart ?? 0;
		input.setRangeText('', start === end ? lastSignBefore(input.value, end) : start, end, 'end');
		input.dispatchEvent(new Event('input', { bubbles: true }));
		if (isName && hasCapitals && input.value === '') setPlane('more');
	};
	const toggle = (to: Plane) => setPlane(plane === to ? 'letters' : to);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
		<div
			className={classes.keyboard}
			role="group"
			aria-label={keys.keyboard}
			data-repeats
			data-silent
			// The caret stays where it is.
			onMouseDown={(event) => event.preventDefault()}
			onKeyDown={onArrow}
		>
			{rows.map((row, nth) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
				<div key={nth} className={classes.keys}>
					{row.map((key, at) => (
						<button key={key} type="button" className={classes.key} tabIndex={nth + at === 0 ? 0 : -1} onClick={() => type(key)}>
							{/* A mark stands on something. */}
							{/^\p{M}$/u.test(key) ? `ـ${key}` : key}
						</button>
					))}
				</div>
			))}
			<div className={classes.keys}>
				<button
					type="button"
					className={`${classes.key} ${classes.wide}`}
					tabIndex={-1}
					aria-label={keys.capitals}
					aria-pressed={plane === 'more'}
					onClick={() => toggle('more')}
				>
					{hasCapitals ? <IconArrowBigUp aria-hidden /> : <span aria-hidden>أإ گ</span>}
				</button>
				{hasSigns && (
					<button
						type="button"
						className={`${classes.key} ${classes.wide}`}
						tabIndex={-1}
						aria-label={plane === 'signs' ? keys.letters : keys.digits}
						onClick={() => toggle('signs')}
					>
						<span aria-hidden>{plane === 'signs' ? 'ABC' : '123'}</span>
					</button>
				)}
				<button
					type="button"
					className={`${classes.key} ${classes.space}`}
					tabIndex={-1}
					aria-label={keys.space}
					onClick={() => type(' ')}
				>
					<IconSpace aria-hidden />
				</button>
				<button type="button" className={`${classes.key} ${classes.wide}`} tabIndex={-1} aria-label={keys.erase} onClick={erase}>
					<IconBackspace aria-hidden />
				</button>
			</div>
		</div>
	);
}

/** Where the sign begins that the eye sees before the caret: an emoji or a letter with its marks is one. */
function lastSignBefore(text: string, end: number): number {
	const signs = [...new Intl.Segmenter().segment(text.slice(0, end))];
	return signs.at(-1)?.index ?? 0;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
};

function onArrow(event: KeyboardEvent<HTMLElement>): void {
	const [down, right] = ARROWS[event.key] ?? [0, 0];
	const key = document.activeElement;
	const row = key?.parentElement;
	if ((down === 0 && right === 0) || !(key instanceof HTMLButtonElement) || !row) return;
	event.preventDefault();
	const rows = [...event.currentTarget.children];
	const nextRow = rows[(rows.indexOf(row) + down + rows.length) % rows.length];
	const along = getComputedStyle(row).direction === 'rtl' ? -right : right;
	const count = nextRow?.children.length ?? 1;
	const next = nextRow?.children[(Math.min([...row.children].indexOf(key), count - 1) + along + count) % count];
	if (!(next instanceof HTMLButtonElement)) return;
	for (const each of event.currentTarget.querySelectorAll('button')) each.tabIndex = each === next ? 0 : -1;
	next.focus();
}
