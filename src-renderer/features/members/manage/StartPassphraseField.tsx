import { Button, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { NewPassphrase } from '#shared/features/members/model.ts';
import { isTooWeak, PassphraseMeter, useSecondsToGuess } from '../PassphraseMeter.tsx';
import { suggestPassphrase } from '../passphrase-words.ts';
import { texts as passphraseTexts } from '../texts.ts';
import classes from './Manage.module.css';
import { texts } from './texts.ts';

export interface StartPassphraseFieldProps {
	/** Called with one that may be given, or null while it may not. */
	onChange: (passphrase: string | null) => void;
	/** Names a thief would try first. */
	known: readonly string[];
	showProblems: boolean;
}

/** Drawn for the administrator, in sight because it is going to be written down; may be replaced by an own one. */
export function StartPassphraseField({ onChange, known, showProblems }: StartPassphraseFieldProps) {
	const t = useTexts(texts);
	const words = useTexts(passphraseTexts);
	const [drawn, setDrawn] = useState(() => suggestPassphrase());
	const [text, setText] = useState(drawn);
	const [left, setLeft] = useState(false);
	const own = text !== drawn;
	const seconds = useSecondsToGuess(own ? text : '', known);
	const short = !NewPassphrase.safeParse(text).success;
	const weak = own && isTooWeak(seconds);
	const usable = !short && !weak;
	useEffect(() => onChange(usable ? text : null), [usable, text, onChange]);
	return (
		<div className={classes.start}>
			<TextInput
				label={t.startPassphrase}
				description={t.startPassphraseHint}
				value={text}
				maxLength={512}
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				classNames={{ input: classes.startText ?? '' }}
				error={(left || showProblems) && (short ? words.tooShortError : weak && words.addWord)}
				onChange={(event) => setText(event.currentTarget.value)}
				onBlur={() => setLeft(true)}
				inputContainer={(input) => (
					<div className={classes.startRow}>
						{input}
						<Button
							variant="default"
							leftSection={<IconRefresh size="1.125rem" aria-hidden />}
							onClick={() => {
								const next = suggestPassphrase();
								setDrawn(next);
								setText(next);
								setLeft(false);
							}}
						>
							{t.rollAgain}
						</Button>
					</div>
				)}
			/>
			{own && <PassphraseMeter text={text} seconds={seconds} />}
		</div>
	);
}
