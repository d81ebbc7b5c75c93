import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { PassphraseError } from '#renderer/features/members/PassphraseError.tsx';
import { useWait } from '#renderer/features/members/useWait.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { KioskClient } from '../outbox.ts';
import { texts } from '../texts.ts';
import { Heading } from './Heading.tsx';
import { Keyboard } from './Keyboard.tsx';
import classes from './Typing.module.css';

interface LeavePageProps {
	/** Sign-ins that are in this page only, and would go with it. */
	unwritten: number;
	leave: KioskClient['leave'];
	onLeft: () => void;
}

/** For staff: who they are, and the kiosk ends. */
export function LeavePage({ unwritten, leave, onLeft }: LeavePageProps) {
	const t = useTexts(texts);
	const [signInName, setSignInName] = useState('');
	const [passphrase, setPassphrase] = useState('');
	const [isMissing, setMissing] = useState(false);
	const last = useRef<HTMLInputElement>(null);
	const leaving = useMutation({
		mutationFn: () => leave({ signInName, passphrase }),
		networkMode: 'always',
		gcTime: 0,
		onSuccess: onLeft,
		onError: () => setPassphrase(''),
	});
	const wait = useWait(leaving.error);
	return (
		<>
			<Heading under={t.leaveIntro}>{t.leaveTitle}</Heading>
			<form
				noValidate
				className={classes.form}
				onSubmit={(event) => {
					event.preventDefault();
					const isWhole = signInName.trim() !== '' && passphrase !== '';
					setMissing(!isWhole);
					if (isWhole && wait === 0) leaving.mutate();
				}}
			>
				<div className={classes.row}>
					<label className={classes.label}>
						{t.signInName}
						<input
							className={classes.field}
							type="text"
							inputMode="none"
							autoComplete="off"
							autoCapitalize="none"
							spellCheck={false}
							data-autofocus
							value={signInName}
							onFocus={({ currentTarget }) => {
								last.current = currentTarget;
							}}
							onChange={({ currentTarget }) => setSignInName(currentTarget.value)}
						/>
					</label>
					<label className={classes.label}>
						{t.passphrase}
						<input
							className={classes.field}
							type="password"
							inputMode="none"
							autoComplete="off"
							value={passphrase}
							onFocus={({ currentTarget }) => {
								last.current = currentTarget;
							}}
							onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
						/>
					</label>
					<button type="submit" className={classes.go} disabled={leaving.isPending || wait > 0}>
						{t.leaveNow}
					</button>
				</div>
				<p className={classes.problem} role="alert">
					{isMissing ? t.missing : unwritten > 0 ? t.losing(formatNumber(unwritten)) : null}
				</p>
				<PassphraseError error={leaving.error} wait={wait} />
			</form>
			<Keyboard field={() => last.current} language="de" hasSigns />
		</>
	);
}
