import { Radio, Stack } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Scope } from '../session-changes.ts';
import { texts } from './texts.ts';

interface Props {
	label: string;
	value: Scope;
	onChange(scope: Scope): void;
}

export function ScopeField({ label, value, onChange }: Props) {
	const t = useTexts(texts);
	return (
		<Radio.Group label={label} size="md" value={value} onChange={(scope) => onChange(scope as Scope)}>
			<Stack gap="xs" mt="xs">
				<Radio value="one" label={t.one} />
				<Radio value="following" label={t.following} />
				<Radio value="all" label={t.all} />
			</Stack>
		</Radio.Group>
	);
}
