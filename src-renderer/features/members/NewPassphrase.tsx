import { Button, PasswordInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { MIN_PASSPHRASE } from '#shared/features/members/model.ts';
import classes from './NewPassphrase.module.css';
import { suggestPassphrase } from './passphrase-words.ts';
import { texts } from './texts.ts';

export interface NewPassphraseProps {
	/** Called with a passphrase that may be used, or null while it may not. */
	onChange: (passphrase: string | null) => void;
	/** Names a thief would try first. */
	known: readonly string[];
	/** Shows what is missing, after somebody tried to go on. */
	showProblems: boolean;
	/** The step begins here. */
	first?: boolean;
}

/** Below this a thief needs hours, not years: refused. */
const MIN_SECONDS = 24 * 3600;

/** Choosing a passphrase: an honest meter, a suggestion, and typing it twice. */
export function NewPassphrase({ onChange, known, showProblems, first = false }: NewPassphraseProps) {
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
	const weak = seconds !== null && seconds < MIN_SECONDS;
	// Not judged yet counts as usable: the meter is quicker than typing it twice, and nobody should get stuck on it.
	const usable = !short && !weak && text === again;
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
				error={text === '' ? showProblems && textProblem : (left || showProblems) && textProblem !== null}
				onChange={(event) => {
					setText(event.currentTarget.value);
					setTaken(false);
				}}
				onBlur={() => setLeft(true)}
			/>
			<Meter text={text} seconds={seconds} />
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

/** Null until the word lists are loaded and the typing has paused. */
function useSecondsToGuess(text: string, known: readonly string[]): number | null {
	const [settled] = useDebouncedValue(text, 150);
	const [judged, setJudged] = useState<{ text: string; seconds: number } | null>(null);
	const names = known.join('\n');
	useEffect(() => {
		let current = true;
		void import('#renderer/features/members/passphrase-strength.ts').then(({ secondsToGuess }) => {
			if (current) setJudged({ text: settled, seconds: secondsToGuess(settled, names.split('\n')) });
		});
		return () => {
			current = false;
		};
	}, [settled, names]);
	return judged?.text === text ? judged.seconds : null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const LEVELS = ['veryWeak', 'weak', 'fair', 'good', 'veryGood'] as const;

function Meter({ text, seconds }: { text: string; seconds: number | null }) {
	const t = useTexts(texts);
	const [shown, setShown] = useState(0);
	if (seconds !== null && seconds !== shown) setShown(seconds);
	const short = text.length < MIN_PASSPHRASE;
	const level = short || shown < DAY ? 0 : shown < 90 * DAY ? 1 : shown < 5 * YEAR ? 2 : shown < 100 * YEAR ? 3 : 4;
	const time =
		shown < HOUR
			? t.times.minutes
			: shown < DAY
				? t.times.hours
				: shown < 60 * DAY
					? t.times.days
					: shown < 2 * YEAR
						? t.times.months
						: t.times.years(formatNumber(Math.round(shown / YEAR)));
	const word = t.strengthWords[LEVELS[level] ?? 'veryWeak'];
	return (
		<div className={classes.meter} data-level={text === '' ? -1 : level}>
			{/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn as separate bars */}
			<div
				className={classes.bars}
				role="meter"
				aria-label={t.strength}
				aria-valuemin={0}
				aria-valuemax={4}
				aria-valuenow={level}
				aria-valuetext={word}
			>
				{LEVELS.map((name, index) => (
					<span key={name} data-on={text !== '' && index <= level} />
				))}
			</div>
			{text !== '' && (
				<p className={classes.verdict} aria-live="polite">
					<strong>{word}.</strong> {level === 0 && !short && `${t.addWord} `}
					{short ? t.tooShort(MIN_PASSPHRASE - text.length) : shown >= 100 * YEAR ? t.guessedNever : t.guessed(time)}
				</p>
			)}
		</div>
	);
}
