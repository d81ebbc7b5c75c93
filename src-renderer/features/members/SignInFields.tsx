import { PasswordInput, TextInput } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from './texts.ts';

export interface SignInFieldsProps {
	signInName: string;
	passphrase: string;
	/** Submitted once: empty fields say so. */
	tried: boolean;
	autoFocus?: boolean;
	onSignInName: (name: string) => void;
	onPassphrase: (passphrase: string) => void;
}

/** Who it is, for what is done before anybody is signed in: joining, repairing. */
export function SignInFields({ signInName, passphrase, tried, autoFocus = false, ...on }: SignInFieldsProps) {
	const t = useTexts(texts);
	return (
		<>
			<TextInput
				label={t.signInName}
				data-autofocus={autoFocus || undefined}
				autoComplete="username"
				autoCapitalize="none"
				spellCheck={false}
				value={signInName}
				error={tried && signInName.trim() === '' ? t.signInNameMissing : null}
				onChange={(event) => on.onSignInName(event.currentTarget.value)}
			/>
			<PasswordInput
				label={t.passphrase}
				autoComplete="current-password"
				value={passphrase}
				error={tried && passphrase === '' ? t.passphraseMissing : null}
				onChange={(event) => on.onPassphrase(event.currentTarget.value)}
			/>
		</>
	);
}
