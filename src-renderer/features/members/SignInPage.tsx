import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DamagedPage } from '#renderer/features/site/DamagedPage.tsx';
import { NewerPage } from '#renderer/features/site/NewerPage.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { EndedNotice } from './EntranceNotice.tsx';
import { PassphraseError } from './PassphraseError.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { SampleMembers } from './SampleMembers.tsx';
import classes from './SignInPage.module.css';
import { texts } from './texts.ts';
import { useWait } from './useWait.ts';

export interface SignInPageProps {
	status: SiteStatus;
	/** With what was typed: a start passphrase is replaced next, and needs not be typed again for that. */
	onSignedIn: (passphrase: string) => void;
}

/** Who is it? Names known on this device are one click away; everybody else types theirs. */
export function SignInPage({ status, onSignedIn }: SignInPageProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [name, setName] = useState<string | null>(status.signInNames.length === 1 ? (status.signInNames[0] ?? null) : null);
	const [recovering, setRecovering] = useState(false);
	const signIn = useMutation(
		api.members.signIn.mutationOptions({
			// Passphrases do not stay in the cache of what was called.
			gcTime: 0,
			onSuccess: (_, { passphrase }) => {
				onSignedIn(passphrase);
				return queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
		}),
	);

	const code = refusalCode(signIn.error);
	if (code === 'DAMAGED' || code === 'NEWER') {
		const file = fileOf(signIn.error);
		if (code === 'NEWER') return <NewerPage file={file} appVersion={status.appVersion} />;
		return <DamagedPage status={{ ...status, file }} />;
	}
	if (recovering) {
		return <RecoverForm signInName={name ?? ''} fromShare={null} onBack={() => setRecovering(false)} />;
	}
	// Whoever has just tried reads what came of that instead.
	const ended = status.ended !== null && signIn.error === null && <EndedNotice ended={status.ended} />;
	if (status.sample !== null) {
		return (
			<EntranceFrame title={t.sampleTitle} intro={t.sampleIntro}>
				{ended}
				<SampleMembers
					members={status.sample}
					busy={signIn.isPending ? (signIn.variables?.signInName ?? null) : null}
					onChoose={({ signInName, passphrase }) => signIn.mutate({ signInName, passphrase })}
				/>
				<PassphraseError error={signIn.error} wait={0} />
			</EntranceFrame>
		);
	}
	if (name === null && status.signInNames.length > 0) {
		return (
			<EntranceFrame title={t.signInTitle}>
				{ended}
				<ul className={classes.names}>
					{status.signInNames.map((known, index) => (
						<li key={known}>
							<button
								type="button"
								className={classes.name}
								data-autofocus={index === 0 || undefined}
								onClick={() => setName(known)}
							>
								<span className={classes.initial} aria-hidden>
									{[...known][0]?.toLocaleUpperCase('de')}
								</span>
								{known}
							</button>
						</li>
					))}
					<li>
						<button type="button" className={classes.name} data-other onClick={() => setName('')}>
							<span className={classes.initial} aria-hidden>
								+
							</span>
							{t.otherName}
						</button>
					</li>
				</ul>
			</EntranceFrame>
		);
	}
	return (
		<PassphraseForm
			key={name}
			knownName={name !== null && status.signInNames.includes(name) ? name : null}
			startName={name ?? ''}
			isBehind={status.isBehind}
			isWelcome={status.ended === null || status.ended === 'keys_replaced'}
			ended={ended}
			signIn={signIn}
			onBack={
				status.signInNames.length > 0
					? () => {
							signIn.reset();
							setName(null);
						}
					: null
			}
			onForgotten={(typed) => {
				signIn.reset();
				setName(typed);
				setRecovering(true);
			}}
		/>
	);
}

interface PassphraseFormProps {
	/** Remembered on this device; null when it has to be typed. */
	knownName: string | null;
	/** Typed before. */
	startName: string;
	/** Who is new elsewhere is not known here yet. */
	isBehind: boolean;
	/** Nobody's access ended here. */
	isWelcome: boolean;
	ended: ReactNode;
	signIn: {
		mutate: (input: { signInName: string; passphrase: string }) => void;
		error: unknown;
		isPending: boolean;
		isSuccess: boolean;
	};
	onBack: (() => void) | null;
	onForgotten: (name: string) => void;
}

function PassphraseForm({ knownName, startName, isBehind, isWelcome, ended, signIn, onBack, onForgotten }: PassphraseFormProps) {
	const t = useTexts(texts);
	const [typedName, setTypedName] = useState(knownName ?? startName);
	const [passphrase, setPassphrase] = useState('');
	const [tried, setTried] = useState(false);
	const wait = useWait(signIn.error);
	const isRemoved = refusalCode(signIn.error) === 'REMOVED';
	const isWrong = refusalCode(signIn.error) === 'WRONG_PASSPHRASE';
	const field = useRef<HTMLInputElement>(null);
	// The next try overwrites the wrong one.
	useEffect(() => {
		if (signIn.error) field.current?.select();
	}, [signIn.error]);
	return (
		<EntranceFrame
			title={knownName === null ? t.signInTitle : isRemoved || !isWelcome ? t.signInAs(knownName) : t.welcomeBack(knownName)}
			onBack={onBack ?? undefined}
		>
			{ended}
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (typedName.trim() !== '' && passphrase !== '' && wait === 0) signIn.mutate({ signInName: typedName, passphrase });
				}}
			>
				<Stack gap="lg">
					{knownName === null && (
						<TextInput
							label={t.signInName}
							description={t.signInNameHint}
							data-autofocus
							autoComplete="username"
							autoCapitalize="none"
							spellCheck={false}
							value={typedName}
							error={tried && typedName.trim() === '' ? t.signInNameMissing : null}
							onChange={(event) => setTypedName(event.currentTarget.value)}
						/>
					)}
					<PasswordInput
						ref={field}
						label={t.passphrase}
						data-autofocus={knownName !== null || undefined}
						autoComplete="current-password"
						value={passphrase}
						error={tried && passphrase === '' ? t.passphraseMissing : null}
						onChange={(event) => setPassphrase(event.currentTarget.value)}
					/>
					<PassphraseError error={signIn.error} wait={wait} />
					{isBehind && (knownName === null || isWrong) && <p className={classes.behind}>{t.behind}</p>}
					<div className={classes.actions}>
						<Button type="submit" size="lg" loading={signIn.isPending || signIn.isSuccess} disabled={wait > 0}>
							{t.signIn}
						</Button>
						<Anchor component="button" type="button" onClick={() => onForgotten(typedName)}>
							{t.forgotten}
						</Anchor>
					</div>
				</Stack>
			</form>
		</EntranceFrame>
	);
}

function fileOf(error: unknown): string | null {
	const data = error instanceof Error && 'data' in error ? error.data : null;
	return typeof data === 'object' && data !== null && 'file' in data ? String(data.file) : null;
}
