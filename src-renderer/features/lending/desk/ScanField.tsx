import { TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconScan, IconTool, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { CODES } from '#renderer/ui/scanner/useScanner.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import classes from './ScanField.module.css';
import { SHORTEST_SEARCH, type Suggestion, suggestionsFor } from './suggestions.ts';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface ScanFieldProps {
	control: Pick<DeskControl, 'scan' | 'complete'>;
	field: RefObject<HTMLInputElement | null>;
}

const LIST = 'desk-suggestions';
const NONE: readonly Suggestion[] = [];

/** Takes what is scanned, and what is typed by hand: a number as it stands, a name by suggestions. Empty, Enter finishes. */
export function ScanField({ control, field }: ScanFieldProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [text, setText] = useState('');
	/** By what it is: the hits change under whoever chooses. */
	const [chosenId, setChosenId] = useState<string | null>(null);
	const wanted = text.trim();
	const [settled] = useDebouncedValue(wanted, 120);
	const isSearch = wanted.length >= SHORTEST_SEARCH;
	const found = useQuery({
		...suggestionsFor(settled, queries),
		enabled: isSearch && settled.length >= SHORTEST_SEARCH,
		placeholderData: keepPreviousData,
	});
	const answers = (isSearch ? (found.data ?? NONE) : NONE).map((hit) => ({ ...hit, label: `${hit.name} ${hit.detail}` }));
	const hits = stillFitting(answers, wanted, wanted !== settled || found.isPlaceholderData);
	const index = hits.findIndex(({ id }) => id === chosenId);
	const type = (typed: string) => {
		setText(typed);
		setChosenId(null);
	};
	const take = ({ code, itemId }: Suggestion) => {
		type('');
		void control.scan(code, itemId);
		field.current?.focus();
	};

	const submit = async (event: FormEvent) => {
		event.preventDefault();
		// Read from the field: a scanner's Enter may come before the last letter has been rendered.
		const typed = (field.current?.value ?? text).trim();
		const chosen = hits[index];
		if (typed === '') void control.complete();
		else if (chosen) take(chosen);
		else if (/\d/.test(typed) || typed.length < SHORTEST_SEARCH) {
			type('');
			void control.scan(typed);
		} else {
			const [only, ...others] = await queries.fetchQuery(suggestionsFor(typed, queries)).catch((error: unknown) => {
				showError(error);
				return NONE;
			});
			// Several: the next Enter decides, so that nothing goes to somebody of a similar name.
			if (only && others.length > 0) setChosenId(only.id);
			else if (only) take(only);
			else {
				type('');
				void control.scan(typed);
			}
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step !== 0 && hits.length > 0) {
			event.preventDefault();
			const next = (index + step + hits.length + (index < 0 && step < 0 ? 1 : 0)) % hits.length;
			setChosenId(hits[next]?.id ?? null);
		} else if (event.key === 'Escape' && text !== '') {
			event.preventDefault();
			type('');
		}
	};

	return (
		<form onSubmit={(event) => void submit(event)} className={classes.form} autoComplete="off">
			<TextInput
				ref={field}
				data-scans={CODES}
				size="xl"
				classNames={{ input: classes.input ?? '' }}
				aria-label={t.field}
				placeholder={`${t.field}: ${t.fieldHint}`}
				leftSection={<IconScan size="2rem" stroke={1.6} aria-hidden />}
				leftSectionWidth="4rem"
				role="combobox"
				aria-expanded={hits.length > 0}
				aria-controls={LIST}
				aria-autocomplete="list"
				aria-activedescendant={hits[index] && `${LIST}-${hits[index].id}`}
				autoComplete="off"
				autoCorrect="off"
				spellCheck={false}
				value={text}
				onChange={(event) => type(event.currentTarget.value)}
				onKeyDown={onKeyDown}
			/>
			<VisuallyHidden aria-live="polite">{isSearch && !found.isFetching ? t.hits(hits.length) : ''}</VisuallyHidden>
			<div id={LIST} role="listbox" aria-label={t.suggestions} className={classes.list} data-open={hits.length > 0 || undefined}>
				{hits.map((hit, at) => {
					const Icon = hit.kind === 'borrower' ? IconUser : IconTool;
					return (
						// The keys belong to the field, which keeps the focus.
						// biome-ignore lint/a11y/useKeyWithClickEvents: ArrowDown and Enter in the field choose
						<div
							key={hit.id}
							id={`${LIST}-${hit.id}`}
							role="option"
							aria-selected={at === index}
							tabIndex={-1}
							className={classes.hit}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => take(hit)}
						>
							<Icon size="1.5rem" stroke={1.6} aria-hidden />
							<span className={classes.words}>
								<strong>{hit.name}</strong>
								<span>{hit.detail}</span>
							</span>
						</div>
					);
				})}
			</div>
		</form>
	);
}
