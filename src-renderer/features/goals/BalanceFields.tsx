import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { Balance, type Goal } from '#shared/features/goals/model.ts';
import classes from './Goals.module.css';
import { refreshGoals } from './refresh-goals.ts';
import { texts } from './texts.ts';

const OPEN = '';

/** What came of a goal, in one word and one sentence; kept at once, the sentence when one leaves it. */
export function BalanceFields({ goal }: { goal: Goal }) {
	const t = useTexts(texts);
	const [words, setWords] = useState(goal.balanceWords ?? '');
	const [known, setKnown] = useState(goal.balanceWords);
	// Written elsewhere meanwhile.
	if (known !== goal.balanceWords) {
		setKnown(goal.balanceWords);
		setWords(goal.balanceWords ?? '');
	}
	const keep = async (balance: Balance | null) => {
		const said = balance === null ? null : words.trim() || null;
		if (balance === goal.balance && said === goal.balanceWords) return;
		try {
			await client.goals.balance({ id: goal.id, balance, words: said });
			await refreshGoals();
		} catch (error) {
			showError(error);
		}
	};
	return (
		<div className={classes.balance}>
			<SegmentedControl
				aria-label={t.balanceOf(goal.text)}
				data={[
					{ value: OPEN, label: t.balanceNone },
					...Balance.options.map((balance) => ({ value: balance as string, label: t.balances[balance] })),
				]}
				value={goal.balance ?? OPEN}
				onChange={(value) => void keep(value === OPEN ? null : (value as Balance))}
			/>
			{goal.balance !== null && (
				<TextInput
					label={t.balanceWords}
					maxLength={500}
					value={words}
					onChange={(event) => setWords(event.currentTarget.value)}
					onBlur={() => void keep(goal.balance)}
					onKeyDown={(event) => {
						if (event.key === 'Enter') {
							event.preventDefault();
							void keep(goal.balance);
						}
					}}
				/>
			)}
		</div>
	);
}
