import { Anchor, Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { CARDS_PER_SHEET, type Card, CardSheet } from '#renderer/print/CardSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { BORROWER_CARD_PREFIX, type Borrower, borrowerName } from '#shared/features/borrowers/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import classes from './Borrowers.module.css';
import { texts } from './texts.ts';

/** As many as are shown to choose from; the newest are asked for most, and the others are found by typing. */
const MOST = 100;
/** More would make the page slow, and nobody looks at more. */
const SHEETS_SHOWN = 2;
const USE = 'Zum Ausleihen bitte mitbringen.';

type Named = Pick<Borrower, 'id' | 'number' | 'firstName' | 'lastName'>;

/** Cards to print: of one borrower, or of several at once. */
export function BorrowerCardsPage() {
	const t = useTexts(texts);
	const { person } = useSearch({ strict: false });
	const one = useQuery({
		...api.borrowers.get.queryOptions({ input: { id: person as BorrowerId } }),
		enabled: person !== undefined,
	});
	if (person !== undefined && one.isPending) {
		return (
			<Page width="wide">
				<PageHeader title={t.cardsTitle} />
			</Page>
		);
	}
	return <Cards key={one.data?.id} first={one.data ? [one.data] : []} error={one.error} />;
}

function Cards({ first, error }: { first: readonly Named[]; error: unknown }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	/** Kept apart from what is shown: whoever is ticked stays so while somebody else is looked for. */
	const [chosen, setChosen] = useState(first);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed.trim(), 150);
	const found = useQuery({
		...api.borrowers.list.queryOptions({
			input: { text, filter: 'all', sort: { by: 'number', descending: true }, offset: 0, limit: MOST },
		}),
		placeholderData: keepPreviousData,
	});
	const rows: readonly Named[] = found.data?.rows ?? [];
	const shown = text === '' ? [...first.filter(({ id }) => rows.every((row) => row.id !== id)), ...rows] : rows;
	const choose = (ids: readonly string[]) => {
		const known = new Map([...chosen, ...shown].map((row) => [row.id as string, row]));
		const hidden = chosen.filter(({ id }) => shown.every((row) => row.id !== id));
		setChosen([...hidden, ...ids.flatMap((id) => (hidden.some((row) => row.id === id) ? [] : (known.get(id) ?? [])))]);
	};
	const cards = chosen.map(cardOf);
	const sheets = Math.ceil(cards.length / CARDS_PER_SHEET);
	return (
		<Page width="wide">
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/ausleihe/entleiher" {...props} />}>{t.backToList}</Anchor>}
				title={t.cardsTitle}
				subtitle={t.cardsIntro}
				actions={
					<Button
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						disabled={cards.length === 0}
						onClick={() => window.print()}
					>
						{t.print}
					</Button>
				}
			/>
			<ErrorNotice error={error} />
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			<div className={classes.cards}>
				<Section title={t.cardsChoose} description={t.cardsHint}>
					<TextInput
						type="search"
						aria-label={t.cardsFind}
						placeholder={t.cardsFindHint}
						leftSection={<IconSearch size={18} aria-hidden />}
						maxLength={200}
						autoComplete="off"
						value={typed}
						onChange={(event) => setTyped(event.currentTarget.value)}
					/>
					<Group gap="xs">
						<Button variant="default" size="sm" onClick={() => choose(shown.map(({ id }) => id))}>
							{t.cardsAll}
						</Button>
						<Button variant="default" size="sm" onClick={() => setChosen([])}>
							{t.cardsNone}
						</Button>
					</Group>
					<p className={classes.quiet} role="status">
						{t.cardsCount(cards.length, sheets)}
					</p>
					{shown.length === 0 && !found.isPending && <p className={classes.quiet}>{t.cardsNoneFound}</p>}
					<Checkbox.Group {...groupName(t.cardsChoose)} value={chosen.map(({ id }) => id)} onChange={choose}>
						{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be scrolled by keyboard */}
						<section className={classes.choices} tabIndex={0} aria-label={t.borrowers}>
							{shown.map((row) => (
								<Checkbox key={row.id} value={row.id} label={`${borrowerName(row)} · ${row.number}`} />
							))}
						</section>
					</Checkbox.Group>
				</Section>
				{cards.length > 0 && (
					<div className={classes.preview}>
						{sheets > SHEETS_SHOWN && <p className={classes.quiet}>{t.cardsPart(SHEETS_SHOWN)}</p>}
						<PrintSheet label={t.cardsPreview} printed={() => <CardSheet cards={cards} site={profile.name} use={USE} />}>
							<CardSheet cards={cards.slice(0, SHEETS_SHOWN * CARDS_PER_SHEET)} site={profile.name} use={USE} />
						</PrintSheet>
					</div>
				)}
			</div>
		</Page>
	);
}

const cardOf = (row: Named): Card => ({
	id: row.id,
	name: borrowerName(row),
	code: BORROWER_CARD_PREFIX + row.number,
	number: row.number,
});
