import { Radio, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { choicesBetween, MergeChoice } from '#shared/features/people/merging.ts';
import type { Person } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { fieldTexts } from '../fieldTexts.ts';
import { texts as personTexts } from '../texts.ts';
import classes from './Merging.module.css';
import { texts } from './texts.ts';
import { type Shown, UNITED, valueWords } from './value-words.ts';

interface Props {
	/** Null: what needs no choice, and at least one of the two says. */
	readonly shown: readonly MergeChoice[] | null;
	readonly keep: Person;
	readonly away: Person;
	/** By person: the card they are linked to. */
	readonly cards: Readonly<Record<string, string | null>>;
	/** Of both columns. */
	readonly heads: readonly [ReactNode, ReactNode];
	sideOf(choice: MergeChoice): PersonId;
	/** Where something is to be chosen. */
	onChoose?(choice: MergeChoice, id: PersonId): void;
}

/** What each of two records says, line by line; where they contradict each other, one of the two is chosen. */
export function CompareRows({ shown, keep, away, cards, heads, sideOf, onChoose }: Props) {
	const t = useTexts(texts);
	const p = useTexts(personTexts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const group = useId();
	const wordsOf = (line: Shown, person: Person) =>
		valueWords(line, person, { words, screen, yes: words.yesNo.yes, card: cards[person.id] ?? null });
	const labelOf = (line: Shown): string => {
		if (line === 'address') return p.address;
		if (line === 'residence') return words.field.residenceTitle;
		return line === 'borrowerId' ? p.card : words.field[line];
	};
	const open = choicesBetween(keep, away);
	const lines: readonly Shown[] =
		shown ??
		[...MergeChoice.options.filter((choice) => !open.includes(choice)), ...UNITED].filter(
			(line) => wordsOf(line, keep) !== null || wordsOf(line, away) !== null,
		);
	if (lines.length === 0) return <p className={classes.value}>{t.noRest}</p>;
	if (!onChoose) {
		return (
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">
							<VisuallyHidden>{t.attribute}</VisuallyHidden>
						</th>
						<th scope="col">{heads[0]}</th>
						<th scope="col">{heads[1]}</th>
					</tr>
				</thead>
				<tbody>
					{lines.map((line) => (
						<tr key={line}>
							<th scope="row">{labelOf(line)}</th>
							<td>
								<Value words={wordsOf(line, keep)} />
							</td>
							<td>
								<Value words={wordsOf(line, away)} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		);
	}
	return (
		<div className={classes.rows}>
			<div className={classes.heads} aria-hidden>
				<span />
				{heads}
			</div>
			{(lines as MergeChoice[]).map((choice) => (
				<div key={choice} className={classes.row} role="radiogroup" aria-labelledby={`${group}-${choice}`}>
					<span id={`${group}-${choice}`} className={classes.attribute}>
						{labelOf(choice)}
					</span>
					{[keep, away].map((person) => (
						<Radio
							key={person.id}
							name={`${group}-${choice}`}
							value={person.id}
							label={
								<>
									<VisuallyHidden>{person.number}: </VisuallyHidden>
									<Value words={wordsOf(choice, person)} />
								</>
							}
							checked={sideOf(choice) === person.id}
							onChange={() => onChoose(choice, person.id)}
						/>
					))}
				</div>
			))}
		</div>
	);
}

function Value({ words }: { words: string | null }) {
	const t = useTexts(texts);
	return (
		<span className={classes.value} data-empty={words === null || undefined}>
			{words ?? t.nothing}
		</span>
	);
}
