import '@mantine/spotlight/styles.css';
import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconFolder, IconSearch, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SearchHit } from '#shared/features/search/contract.ts';
import { type Place, placesFor } from './places.ts';
import { recentHits, rememberHit } from './recent-hits.ts';
import classes from './SearchPalette.module.css';
import { texts } from './texts.ts';

const [store, spotlight] = createSpotlight();

/** Ctrl+K: people and case files by any part of their name, and every page by its own. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const counselling = useSession().vaults.includes('counselling');
	const [text, setText] = useState('');
	const [settled] = useDebouncedValue(text.trim(), 60);
	const search = useQuery({
		...api.search.query.queryOptions({ input: { text: settled } }),
		enabled: counselling && settled !== '',
		placeholderData: keepPreviousData,
	});
	const typed = text.trim() !== '';
	const hits = typed ? (search.data ?? []) : recentHits();
	useEffect(() => {
		spotlight.open();
		return spotlight.close;
	}, []);
	const places = placesFor(text, counselling, t);

	// Enter may come before the answer to the last letter: it must open what was typed, not what stood there before.
	const isStale = typed && counselling && (settled !== text.trim() || search.isPlaceholderData || search.isPending);
	const enterWaits = useRef(false);
	const openHit = (hit: SearchHit) => {
		rememberHit(hit);
		void navigate(
			hit.kind === 'person' ? { to: '/personen/$id', params: { id: hit.id } } : { to: '/fallakten/$id', params: { id: hit.id } },
		);
		onClose();
	};
	const goTo = (place: Place) => {
		void navigate({ to: place.to });
		onClose();
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: once per answer
	useEffect(() => {
		const [hit, place] = [hits[0], places[0]];
		if (isStale) return;
		if (typed && !enterWaits.current) selectFirst();
		else if (enterWaits.current && hit !== undefined) openHit(hit);
		else if (enterWaits.current && place !== undefined) goTo(place);
		enterWaits.current = false;
	}, [isStale, settled, typed]);

	const group = (label: string, shown: readonly SearchHit[]) =>
		shown.length > 0 && (
			<Spotlight.ActionsGroup label={label}>
				{shown.map((hit) => (
					<Spotlight.Action
						key={hit.id}
						label={hit.title}
						description={hit.subtitle}
						leftSection={
							hit.kind === 'person' ? <IconUser size="1.25rem" aria-hidden /> : <IconFolder size="1.25rem" aria-hidden />
						}
						onClick={() => openHit(hit)}
					/>
				))}
			</Spotlight.ActionsGroup>
		);

	return (
		<Spotlight.Root
			store={store}
			query={text}
			onQueryChange={setText}
			onSpotlightClose={onClose}
			shortcut={null}
			scrollable
			maxHeight="min(28rem, 60vh)"
			size="lg"
			centered={false}
			yOffset="10vh"
			overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
			classNames={{ action: classes.action ?? '', actionDescription: classes.description ?? '' }}
			attributes={{ content: { 'aria-label': t.label } }}
		>
			<Spotlight.Search
				placeholder={t.placeholder}
				aria-label={t.label}
				leftSection={<IconSearch size="1.25rem" aria-hidden />}
				maxLength={200}
				onKeyDownCapture={(event) => {
					if (event.key !== 'Enter' || !isStale) return;
					event.preventDefault();
					event.stopPropagation();
					enterWaits.current = true;
				}}
			/>
			<VisuallyHidden aria-live="polite">{typed && !isStale ? t.found(hits.length) : ''}</VisuallyHidden>
			<Spotlight.ActionsList>
				<ErrorNotice error={search.error} />
				{typed ? (
					<>
						{group(
							t.people,
							hits.filter((hit) => hit.kind === 'person'),
						)}
						{group(
							t.cases,
							hits.filter((hit) => hit.kind === 'case_file'),
						)}
					</>
				) : (
					group(t.recent, hits)
				)}
				{places.length > 0 && (
					<Spotlight.ActionsGroup label={t.go}>
						{places.map((place) => (
							<Spotlight.Action
								key={place.to}
								label={t[place.word]}
								leftSection={<IconArrowRight size="1.25rem" aria-hidden />}
								onClick={() => goTo(place)}
							/>
						))}
					</Spotlight.ActionsGroup>
				)}
				{typed && hits.length === 0 && places.length === 0 && !search.isFetching && <Spotlight.Empty>{t.none}</Spotlight.Empty>}
			</Spotlight.ActionsList>
			<div className={classes.keys} aria-hidden>
				{t.keys}
			</div>
		</Spotlight.Root>
	);
}

/** The list marks its selection in the DOM; it does so by itself only when the text changes, not when hits arrive. */
function selectFirst(): void {
	const list = document.getElementById(store.getState().listId);
	list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
	list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
	store.updateState((state) => ({ ...state, selected: 0 }));
}
