import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalText } from '#renderer/rpc/refusal.ts';
import { PersonalName, SignInName } from '#shared/features/members/model.ts';
import { suggestSignInName } from '../sign-in-name.ts';
import { texts } from './texts.ts';

export interface MemberNames {
	readonly name: string;
	readonly signInName: string;
}

export function areNamesValid({ name, signInName }: MemberNames): boolean {
	return PersonalName.safeParse(name).success && SignInName.safeParse(signInName).success;
}

export interface MemberNameFieldsProps {
	value: MemberNames;
	onChange: (names: MemberNames) => void;
	/** The sign-in name follows the name until it is typed. */
	suggest: boolean;
	showProblems: boolean;
	/** What saving ended with; a name that is taken is said at its field. */
	error: unknown;
}

export function MemberNameFields({ value, onChange, suggest, showProblems, error }: MemberNameFieldsProps) {
	const t = useTexts(texts);
	const [follows, setFollows] = useState(suggest);
	const [left, setLeft] = useState({ name: false, signInName: false });
	const taken = refusalCode(error) === 'SIGN_IN_NAME_TAKEN';
	const nameMissing = !PersonalName.safeParse(value.name).success;
	const signInNameWrong = !SignInName.safeParse(value.signInName).success;
	return (
		<>
			<TextInput
				label={t.name}
				data-autofocus
				autoComplete="off"
				maxLength={120}
				value={value.name}
				error={(left.name || showProblems) && nameMissing && t.missing}
				onChange={(event) => {
					const name = event.currentTarget.value;
					onChange({ name, signInName: follows ? suggestSignInName(name) : value.signInName });
				}}
				onBlur={() => setLeft({ ...left, name: value.name !== '' })}
			/>
			<TextInput
				label={t.signInName}
				description={t.signInNameHint}
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				maxLength={40}
				value={value.signInName}
				error={taken ? refusalText(error) : (left.signInName || showProblems) && signInNameWrong && t.signInNameWrong}
				onChange={(event) => {
					setFollows(false);
					onChange({ ...value, signInName: event.currentTarget.value });
				}}
				onBlur={() => setLeft({ ...left, signInName: value.signInName !== '' })}
			/>
		</>
	);
}
