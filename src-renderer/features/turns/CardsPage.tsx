import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconId, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { CARDS_PER_SHEET, CardSheet } from '#renderer/print/CardSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './CardsPage.module.css';
import { texts } from './texts.ts';
import { cardText, type TurnChoice } from './turn-choices.ts';
import { useTurns } from './useTurns.ts';

/** Cards to print for everybody who takes turns at this desk, or for the one who is new. */
export function CardsPage() {
	const t = useTexts(texts);
	const choices = useTurns();
	if (choices.length === 0) {
		return (
			<Page>
				<PageHeader title={t.cardsTitle} />
				<EmptyState
					icon={<IconId />}
					title={t.cardsNobody}
					action={<Button renderRoot={(props) => <Link to="/" {...props} />}>{t.toToday}</Button>}
				>
					{t.cardsNobodyBody}
				</EmptyState>
			</Page>
		);
	}
	return <Cards choices={choices} />;
}

function Cards({ choices }: { choices: readonly TurnChoice[] }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	const [without, setWithout] = useState<readonly string[]>([]);
	const chosen = choices.filter(({ id }) => !without.includes(id));
	const cards = chosen.map(({ id, name }) => ({ id, name, code: cardText(id) }));
	return (
		<Page width="wide">
			<PageHeader
				title={t.cardsTitle}
				subtitle={t.cardsIntro}
				actions={
					<Button
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						disabled={cards.length === 0}
						onClick={() => window.print()}
					>
						{t.cardsPrint}
					</Button>
				}
			/>
			<div className={classes.columns}>
				<Section title={t.cardsChoose} description={t.cardsHint}>
					<Checkbox.Group
						{...groupName(t.cardsChoose)}
						value={chosen.map(({ id }) => id)}
						onChange={(ids) => setWithout(choices.map(({ id }) => id).filter((id) => !ids.includes(id)))}
					>
						<Stack gap="sm">
							{choices.map(({ id, name }) => (
								<Checkbox key={id} value={id} label={name} />
							))}
						</Stack>
					</Checkbox.Group>
					<Group gap="xs">
						<Button variant="default" size="sm" onClick={() => setWithout([])}>
							{t.cardsAll}
						</Button>
						<Button variant="default" size="sm" onClick={() => setWithout(choices.map(({ id }) => id))}>
							{t.cardsNone}
						</Button>
					</Group>
					<p className={classes.count} role="status">
						{t.cardsCount(cards.length, Math.ceil(cards.length / CARDS_PER_SHEET))}
					</p>
				</Section>
				<div className={classes.preview}>
					<PrintSheet label={t.cardsPreview}>
						<CardSheet cards={cards} site={profile.name} use="Zum Eintragen vor den Scanner halten." />
					</PrintSheet>
				</div>
			</div>
		</Page>
	);
}
