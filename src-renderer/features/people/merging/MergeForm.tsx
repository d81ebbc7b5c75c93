import { Badge, Button, Group, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { choicesBetween, type MergeChoice, unite, usuallyFromAway } from '#shared/features/people/merging.ts';
import { nameOf, type Person } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { CompareRows } from './CompareRows.tsx';
import classes from './Merging.module.css';
import { texts } from './texts.ts';

interface Props {
	readonly keep: Person;
	readonly away: Person;
	readonly moves: readonly { readonly table: string; readonly count: number }[];
	readonly backTo: PersonId;
	onKeep(id: PersonId): void;
}

/** Everything may change at once when another PC has changed one of the two; what was chosen stays chosen. */
export function MergeForm({ keep, away, moves, backTo, onKeep }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const [chosen, setChosen] = useState<Partial<Record<MergeChoice, PersonId>>>({});
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const cards = {
		[keep.id]: useCard(keep),
		[away.id]: useCard(away),
	};
	const heads = [<Head key="keep" number={keep.number} stays />, <Head key="away" number={away.number} stays={false} />] as const;
	const choices = choicesBetween(keep, away);
	const sideOf = (choice: MergeChoice): PersonId => chosen[choice] ?? (usuallyFromAway(choice, keep, away) ? away.id : keep.id);
	const fromAway = choices.filter((choice) => sideOf(choice) === away.id);
	const united = unite(keep, away, fromAway);

	const merge = async () => {
		if (saving) return;
		setSaving(true);
		setError(null);
		try {
			await client.people.merge({ keepId: keep.id, awayId: away.id, fromAway });
		} catch (caught) {
			setError(caught);
			setSaving(false);
			return;
		}
		await navigate({ to: '/personen/$id', params: { id: keep.id }, replace: true });
		void queryClient.invalidateQueries();
		showUndo(t.merged(away.number, keep.number), async () => {
			await client.people.separate({ id: away.id });
			await queryClient.invalidateQueries();
		});
	};

	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				void merge();
			}}
			noValidate
			style={{ display: 'contents' }}
		>
			<Section title={t.whichStays} description={t.whichStaysHint}>
				<Radio.Group {...groupName(t.whichStays)} value={keep.id} onChange={(id) => onKeep(id as PersonId)}>
					<div className={classes.numbers}>
						{[keep, away]
							.sort((one, other) => (one.id < other.id ? -1 : 1))
							.map((person) => (
								<Radio.Card key={person.id} value={person.id} className={classes.number ?? ''}>
									<Radio.Indicator />
									<span>
										<strong>{person.number}</strong> {nameOf(person)}
										<br />
										<span className={classes.small}>{t.since(formatDay(person.createdAt))}</span>
									</span>
								</Radio.Card>
							))}
					</div>
				</Radio.Group>
			</Section>
			<Section title={t.choices} description={choices.length > 0 ? t.choicesHint : t.noChoices}>
				{choices.length > 0 && (
					<CompareRows
						shown={choices}
						{...{ keep, away, cards, sideOf }}
						heads={heads}
						onChoose={(choice, id) => setChosen((before) => ({ ...before, [choice]: id }))}
					/>
				)}
			</Section>
			<Section title={t.rest} description={t.restHint}>
				<CompareRows shown={null} {...{ keep, away, cards, sideOf }} heads={heads} />
			</Section>
			<Section title={t.moves}>
				{moves.length === 0 ? (
					<p className={classes.value}>{t.movesNothing}</p>
				) : (
					<>
						<p className={classes.value}>{t.movesTo(keep.number)}</p>
						<ul className={classes.list}>
							{moves.map(({ table, count }) => (
								<li key={table}>{t.moved(table, count)}</li>
							))}
						</ul>
						{moves.some(({ table }) => table === 'case_file') && <p className={classes.small}>{t.movesClosed}</p>}
					</>
				)}
			</Section>
			<ErrorNotice error={error} />
			{!united.ok && (
				<p role="alert" className={classes.value}>
					{t.tooMuch[united.error.field]}
				</p>
			)}
			<Group>
				<Button type="submit" loading={saving} disabled={!united.ok}>
					{t.merge}
				</Button>
				<Button variant="default" renderRoot={(props) => <Link to="/personen/$id" params={{ id: backTo }} {...props} />}>
					{t.cancel}
				</Button>
			</Group>
		</form>
	);
}

function Head({ number, stays }: { number: string; stays: boolean }) {
	const t = useTexts(texts);
	return (
		<span>
			<strong>{number}</strong>{' '}
			<Badge variant={stays ? 'light' : 'default'} color="petrol">
				{stays ? t.stays : t.goes}
			</Badge>
		</span>
	);
}

/** The number of the card a person is linked to. */
function useCard(person: Person): string | null {
	const linked = useQuery({
		...api.people.borrower.queryOptions({ input: { id: person.id } }),
		enabled: person.borrowerId !== null,
	});
	return linked.data?.row?.number ?? null;
}
