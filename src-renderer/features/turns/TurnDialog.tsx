import { Modal, TextInput } from '@mantine/core';
import { IconCheck, IconId } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import classes from './Turns.module.css';
import { texts } from './texts.ts';
import { choicesFor, readCard, type TurnChoice } from './turn-choices.ts';
import { useTurn } from './useTurns.ts';

export interface TurnDialogProps {
	choices: readonly TurnChoice[];
	onClose: () => void;
}

/** "Wer bin ich gerade?": one tap on a name, some letters and Enter, or a scanned card. */
export function TurnDialog({ choices, onClose }: TurnDialogProps) {
	const t = useTexts(texts);
	const { acting, member } = useSession();
	const [text, setText] = useState('');
	const [unknown, setUnknown] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const names = useRef<HTMLUListElement>(null);
	const turn = useTurn(onClose);
	useReturnFocus();

	const scanned = readCard(text) !== null;
	const hits = scanned ? choices : choicesFor(choices, text);
	const take = (who: TurnChoice | undefined) => {
		if (who === undefined || turn.isPending) return;
		if (who.id === acting.id) onClose();
		else turn.mutate(who);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		// Read from the field: a scanner's Enter may come before the last letter has been rendered.
		const typed = field.current?.value ?? text;
		const card = readCard(typed);
		if (card === null) {
			if (typed.trim() === '') return;
			const [only, ...others] = choicesFor(choices, typed);
			// Several: the next Enter decides, so that nobody becomes somebody else by accident.
			if (others.length > 0) names.current?.querySelector('button')?.focus();
			else take(only);
			return;
		}
		const who = choices.find(({ id }) => id === card);
		setUnknown(who === undefined);
		// The next card overwrites this one.
		field.current?.select();
		take(who);
	};
	const move = (event: KeyboardEvent) => {
		const step = STEPS[event.key];
		if (step === undefined || (event.target === field.current && step !== 1)) return;
		const buttons = [...(names.current?.querySelectorAll('button') ?? [])];
		const next = buttons.indexOf(event.target as HTMLButtonElement) + step;
		event.preventDefault();
		(next < 0 ? field.current : buttons[Math.min(next, buttons.length - 1)])?.focus();
	};

	return (
		// At the top: the field stays where it is, however many names are left.
		<Modal opened onClose={onClose} title={<strong>{t.title}</strong>} size="40rem" centered={false}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys beside Tab, from the field to the names and back */}
			<div className={classes.dialog} onKeyDown={move}>
				<p className={classes.intro}>{t.intro}</p>
				<form onSubmit={submit} noValidate>
					<TextInput
						ref={field}
						data-autofocus
						label={t.field}
						size="lg"
						autoComplete="off"
						spellCheck={false}
						maxLength={120}
						value={text}
						error={unknown ? t.unknownCard : null}
						onChange={(event) => {
							setText(event.currentTarget.value);
							setUnknown(false);
						}}
					/>
				</form>
				<p className={classes.count} role="status">
					{text === '' || scanned ? t.people : hits.length === 0 ? t.nobody(text) : t.hits(hits.length)}
				</p>
				<ul className={classes.names} aria-label={t.people} ref={names}>
					{hits.map((who) => (
						<li key={who.id}>
							<button
								type="button"
								className={classes.name}
								aria-current={who.id === acting.id || undefined}
								onClick={() => take(who)}
							>
								<span className={classes.words}>
									<strong>{who.name}</strong>
									{who.id === acting.id ? (
										<span className={classes.detail}>{t.actingNow}</span>
									) : (
										who.id === member.id && <span className={classes.detail}>{t.signedInHere}</span>
									)}
								</span>
								{who.id === acting.id && <IconCheck size="1.25rem" aria-hidden />}
							</button>
						</li>
					))}
				</ul>
				<ErrorNotice error={turn.error} />
				<Link to="/karten" className={classes.cards ?? ''} onClick={onClose}>
					<IconId size="1.25rem" stroke={1.7} aria-hidden /> {t.cards}
				</Link>
			</div>
		</Modal>
	);
}

/** Two columns on the screen, one list for the keys: down and right go on, up and left go back. */
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
