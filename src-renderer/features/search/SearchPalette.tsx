import { Modal, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
	IconArrowRight,
	IconBuildingStore,
	IconFileText,
	IconFolder,
	IconId,
	IconMail,
	IconSearch,
	IconTool,
	IconTransfer,
	IconUser,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type NavigateOptions, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { FINDS } from '#renderer/ui/scanner/useScanner.ts';
import type { SearchHit } from '#shared/features/search/contract.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { type Choice, groupsOf } from './choices.ts';
import { SEARCH_FIELD } from './early-keys.ts';
import { placesFor } from './places.ts';
import { recentHits, rememberHit } from './recent-hits.ts';
import classes from './SearchPalette.module.css';
import { texts } from './texts.ts';

interface SearchPaletteProps {
	text: string;
	onText: (text: string) => void;
	/** Enter was pressed before there was an answer: the first choice opens as soon as it is known. */
	enterWaits: boolean;
	onEnterWaits: (waits: boolean) => void;
	/** Something was opened. */
	onGone: () => void;
	/** Closed without opening anything. */
	onDismiss: () => void;
}

const NO_HITS: readonly SearchHit[] = [];
const ICONS = {
	person: IconUser,
	business: IconBuildingStore,
	case_file: IconFolder,
	document: IconFileText,
	letter: IconMail,
	borrower: IconId,
	loan: IconTransfer,
	repair: IconTool,
	item: IconTool,
	place: IconArrowRight,
};

const ROUTES = {
	person: '/personen/$id',
	business: '/unternehmen/$id',
	case_file: '/fallakten/$id',
	borrower: '/ausleihe/entleiher/$id',
	loan: '/ausleihe/ausleihen/$id',
	repair: '/reparaturen/$id',
	item: '/inventar/$id',
} as const;

/** A document opens on its file's page, a letter is a page of its own. */
function wayTo({ kind, id, caseId = '' as CaseId }: SearchHit): NavigateOptions {
	if (kind === 'document') return { to: '/fallakten/$id/unterlagen', params: { id: caseId }, search: { unterlage: id } };
	if (kind === 'letter') return { to: '/fallakten/$id/schreiben/$schreiben', params: { id: caseId, schreiben: id } };
	return { to: ROUTES[kind], params: { id } };
}

/** Ctrl+K: people, businesses, case files, their documents and letters, borrowers, loans, items and repairs by any part of their name, and every page by its own. */
export function SearchPalette({ text, onText, enterWaits, onEnterWaits, onGone, onDismiss }: SearchPaletteProps) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const session = useSession();
	const counselling = session.vaults.includes('counselling');
	const searches = counselling || session.vaults.includes('workshop');
	const wanted = text.trim();
	const [settled] = useDebouncedValue(wanted, 60);
	const search = useQuery({
		...api.search.query.queryOptions({ input: { text: settled } }),
		enabled: searches && settled !== '',
		placeholderData: keepPreviousData,
	});
	const typed = wanted !== '';
	const hits = typed ? (search.data ?? NO_HITS) : recentHits();
	const groups = groupsOf(hits, placesFor(text, session, t), typed, t);
	const choices = groups.flatMap((group) => group.choices);
	// Enter may come before the answer to the last letter: it must open what was typed, not what stood there before.
	const isStale = typed && searches && (settled !== wanted || search.isPlaceholderData || search.isPending);

	// Every letter leads back to the first choice; before the first letter nothing is chosen.
	const [moved, setMoved] = useState<{ text: string; index: number } | null>(null);
	const index = Math.min(moved?.text === wanted ? moved.index : typed ? 0 : -1, choices.length - 1);
	const selectedId = choices[index] && idOf(choices[index]);
	const move = (by: 1 | -1) => {
		if (choices.length === 0) return;
		const from = index < 0 && by < 0 ? 0 : index;
		setMoved({ text: wanted, index: (from + by + choices.length) % choices.length });
	};
	useEffect(() => {
		if (selectedId !== undefined) document.getElementById(selectedId)?.scrollIntoView({ block: 'nearest' });
	}, [selectedId]);

	const open = (choice: Choice) => {
		if (choice.kind === 'place') void navigate({ to: choice.place.to });
		else {
			rememberHit(choice.hit);
			void navigate(wayTo(choice.hit));
		}
		onGone();
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: once per answer
	useEffect(() => {
		if (!enterWaits || isStale) return;
		onEnterWaits(false);
		if (typed && choices[0]) open(choices[0]);
	}, [enterWaits, isStale]);

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'ArrowDown') move(1);
		else if (event.key === 'ArrowUp') move(-1);
		else if (event.key === 'Enter' && isStale) onEnterWaits(true);
		else if (event.key === 'Enter') {
			const choice = choices[index];
			if (choice) open(choice);
		} else return;
		event.preventDefault();
	};

	return (
		<Modal.Root
			opened
			onClose={onDismiss}
			returnFocus={false}
			size="lg"
			yOffset="10vh"
			centered={false}
			transitionProps={{ duration: 0 }}
		>
			<Modal.Overlay blur={0} backgroundOpacity={0.35} />
			<Modal.Content aria-label={t.label} classNames={{ content: classes.content ?? '' }}>
				<TextInput
					id={SEARCH_FIELD}
					data-scans={FINDS}
					data-autofocus
					size="lg"
					variant="unstyled"
					className={classes.field ?? ''}
					role="combobox"
					aria-label={t.label}
					aria-expanded={choices.length > 0}
					aria-controls={LIST}
					aria-autocomplete="list"
					aria-activedescendant={selectedId}
					placeholder={t.placeholder}
					leftSection={<IconSearch size="1.25rem" aria-hidden />}
					autoComplete="off"
					spellCheck={false}
					maxLength={200}
					value={text}
					onChange={(event) => onText(event.currentTarget.value)}
					onKeyDown={onKeyDown}
				/>
				<VisuallyHidden aria-live="polite">{typed && !isStale ? t.found(choices.length) : ''}</VisuallyHidden>
				<div className={classes.answer}>
					<ErrorNotice error={search.error} />
					<div id={LIST} role="listbox" aria-label={t.choices}>
						{groups.map((group) => (
							// biome-ignore lint/a11y/useSemanticElements: options belong to a listbox, not to a form
							<div key={group.label} role="group" aria-label={group.label}>
								<div className={classes.group} aria-hidden>
									{group.label}
								</div>
								{group.choices.map((choice) => {
									const id = idOf(choice);
									const Icon = ICONS[choice.kind];
									return (
										<UnstyledButton
											key={id}
											id={id}
											role="option"
											aria-selected={id === selectedId}
											tabIndex={-1}
											className={classes.choice ?? ''}
											// The field keeps the focus.
											onMouseDown={(event) => event.preventDefault()}
											onClick={() => open(choice)}
										>
											<Icon size="1.25rem" aria-hidden />
											<span>
												<span className={classes.label}>{choice.label}</span>
												{choice.description && <span className={classes.description}>{choice.description}</span>}
											</span>
										</UnstyledButton>
									);
								})}
							</div>
						))}
					</div>
					{typed && choices.length === 0 && !isStale && search.error === null && <p className={classes.none}>{t.none}</p>}
				</div>
				<div className={classes.keys} aria-hidden>
					{t.keys}
				</div>
			</Modal.Content>
		</Modal.Root>
	);
}

const LIST = 'kontor-search-choices';

const idOf = (choice: Choice) => `${LIST}-${choice.kind === 'place' ? choice.place.word : choice.hit.id}`;
