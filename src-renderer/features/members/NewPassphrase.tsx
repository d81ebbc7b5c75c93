import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { MIN_PASSPHRASE } from '#shared/features/members/model.ts';
import classes from './NewPassphrase.module.css';
import { isTooWeak, PassphraseMeter, useSecondsToGuess } from './PassphraseMeter.tsx';
import { suggestPassphrase } from './passphrase-words.ts';
import { texts } from './texts.ts';

export interface NewPassphraseProps {
	/** Called with a passphrase that may be used, or null while it may not. */
	onChange: (passphrase: string | null) => void;
	/** Names a thief would try first. */
	known: readonly string[];
	/** One that must not be taken again, and why. */
	refused?: { text: string; why: string };
	/** Shows what is missing, after somebody tried to go on. */
	showProblems: boolean;
	/** The step begins here. */
	first?: boolean;
}

/** Choosing a passphrase: an honest meter, a suggestion, and typing it twice. */
export function NewPassphrase({ onChange, known, refused, showProblems, first = false }: NewPassphraseProps) {
	const t = useTexts(texts);
	const [text, setText] = useState('');
	const [again, setAgain] = useState('');
	const [visible, setVisible] = useState(false);
	const [left, setLeft] = useState(false);
	const [leftAgain, setLeftAgain] = useState(false);
	const [suggestion, setSuggestion] = useState<string | null>(null);
	const [taken, setTaken] = useState(false);
	const seconds = useSecondsToGuess(text, known);

	const short = text.length < MIN_PASSPHRASE;
	const weak = isTooWeak(seconds);
	const isRefused = refused !== undefined && text !== '' && text === refused.text;
	// Not judged yet counts as usable: the meter is quicker than typing it twice, and nobody should get stuck on it.
	const usable = !short && !weak && !isRefused && text === again;
	useEffect(() => onChange(usable ? text : null), [usable, text, onChange]);

	const textProblem = short ? t.tooShortError : weak ? t.addWord : null;
	return (
		<div className={classes.fields}>
			<PasswordInput
				label={t.newPassphrase}
				data-autofocus={first || undefined}
				description={t.newPassphraseHint}
				value={text}
				visible={visible}
				onVisibilityChange={setVisible}
				autoComplete="new-password"
				// The sentence stands in the meter, which keeps its height: nothing moves under the pointer when the field is left.
				error={
					isRefused ? refused.why : text === '' ? showProblems && textProblem : (left || showProblems) && textProblem !== null
				}
				onChange={(event) => {
					setText(event.currentTarget.value);
					setTaken(false);
				}}
				onBlur={() => setLeft(true)}
			/>
			<PassphraseMeter text={text} seconds={seconds} />
			{suggestion === null ? (
				<Button variant="subtle" size="sm" className={classes.suggest ?? ''} onClick={() => setSuggestion(suggestPassphrase())}>
					{t.suggest}
				</Button>
			) : (
				<div className={classes.suggestion}>
					<span className={classes.suggestionLabel}>{t.suggestion}</span>
					<output className={classes.suggestionText}>{suggestion}</output>
					<div className={classes.suggestionActions}>
						<Button
							size="sm"
							onClick={() => {
								setText(suggestion);
								setAgain(suggestion);
								setVisible(true);
								setTaken(true);
							}}
						>
							{t.take}
						</Button>
						<Button size="sm" variant="default" onClick={() => setSuggestion(suggestPassphrase())}>
							{t.suggestAgain}
						</Button>
					</div>
					{taken && <p className={classes.taken}>{t.takenHint}</p>}
				</div>
			)}
			<PasswordInput
				label={t.repeat}
				value={again}
				visible={visible}
				onVisibilityChange={setVisible}
				autoComplete="new-password"
				error={(leftAgain || showProblems) && again !== text ? t.notSame : null}
				onChange={(event) => setAgain(event.currentTarget.value)}
				onBlur={() => setLeftAgain(again !== '')}
			/>
		</div>
	);
}
