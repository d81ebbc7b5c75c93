import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { MIN_PASSPHRASE } from '#shared/features/members/model.ts';
import classes from './NewPassphrase.module.css';
import { texts } from './texts.ts';

/** Null until the word lists are loaded and the typing has paused. `known` are names a thief would try first. */
export function useSecondsToGuess(text: string, known: readonly string[]): number | null {
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

/** Below this a thief needs hours, not years: refused. Not judged yet is not weak. */
const MIN_SECONDS = 24 * 3600;

export function isTooWeak(seconds: number | null): boolean {
	return seconds !== null && seconds < MIN_SECONDS;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const LEVELS = ['veryWeak', 'weak', 'fair', 'good', 'veryGood'] as const;

/** How good it is, in bars and in a sentence. */
export function PassphraseMeter({ text, seconds }: { text: string; seconds: number | null }) {
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
