import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isSafeAddress, type SharePlace, type WebdavAddress } from '#shared/features/share/model.ts';
import { texts } from './texts.ts';

export interface WebdavFieldsProps {
	before: WebdavAddress | null;
	tried: boolean;
	onChange: (place: SharePlace | null) => void;
}

export function WebdavFields({ before, tried, onChange }: WebdavFieldsProps) {
	const t = useTexts(texts);
	const [fields, setFields] = useState({ url: before?.url ?? '', user: before?.user ?? '', password: '' });
	const isWrong = fields.url.trim() !== '' && !isSafeAddress(fields.url.trim());
	const missing = (text: string) => (tried && text.trim() === '' ? t.webMissing : null);

	const change = (part: Partial<typeof fields>) => {
		const next = { ...fields, ...part };
		setFields(next);
		const { url, user, password } = { url: next.url.trim(), user: next.user.trim(), password: next.password.trim() };
		onChange(isSafeAddress(url) && user !== '' && password !== '' ? { url, user, password } : null);
	};

	return (
		<Stack gap="md" maw="42rem">
			<TextInput
				label={t.webAddress}
				description={t.webAddressHint}
				placeholder="https://"
				type="url"
				spellCheck={false}
				autoComplete="off"
				maxLength={1000}
				value={fields.url}
				error={isWrong && tried ? t.webAddressWrong : missing(fields.url)}
				onChange={(event) => change({ url: event.currentTarget.value })}
			/>
			<TextInput
				label={t.webUser}
				spellCheck={false}
				autoCapitalize="none"
				autoComplete="off"
				maxLength={200}
				value={fields.user}
				error={missing(fields.user)}
				onChange={(event) => change({ user: event.currentTarget.value })}
			/>
			<PasswordInput
				label={t.webPassword}
				description={t.webPasswordHint}
				autoComplete="off"
				maxLength={500}
				value={fields.password}
				error={missing(fields.password)}
				onChange={(event) => change({ password: event.currentTarget.value })}
			/>
		</Stack>
	);
}
