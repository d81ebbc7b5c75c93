import { Radio, Stack } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { MarkReason } from '#shared/features/subject-access/model.ts';
import { texts } from './texts.ts';

/** Why something is not given away. */
export function ReasonField({ value, onChange }: { value: MarkReason; onChange(reason: MarkReason): void }) {
	const t = useTexts(texts);
	return (
		<Radio.Group label={t.why} value={value} onChange={(reason) => onChange(MarkReason.parse(reason))}>
			<Stack gap="xs" mt="xs">
				{MarkReason.options.map((one) => (
					<Radio key={one} value={one} label={t.reason[one]} />
				))}
			</Stack>
		</Radio.Group>
	);
}
