import { TextInput } from '@mantine/core';
import { formatPhone, parsePhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { RowsField } from '#renderer/ui/RowsField.tsx';
import { fieldTexts } from '../fieldTexts.ts';
import { texts } from './texts.ts';
import type { PersonForm } from './usePersonForm.ts';

/** Phone numbers in any German way of writing; on leaving the field they are written the usual way. */
export function PhoneFields({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const phones = form.values.phones;
	const change = (index: number, changes: Partial<(typeof phones)[number]>) =>
		form.set(
			'phones',
			phones.map((phone, position) => (position === index ? { ...phone, ...changes } : phone)),
		);
	return (
		<RowsField
			label={words.field.phones}
			rows={phones}
			max={10}
			blank={{ text: '', label: '' }}
			onChange={(rows) => form.set('phones', rows)}
			addLabel={t.addPhone}
			removeLabel={t.removePhone}
			fields={(phone, index) => (
				<>
					<TextInput
						data-first
						aria-label={t.phone(index + 1)}
						type="tel"
						maxLength={40}
						value={phone.text}
						error={form.problem(`phones.${index}`)}
						onChange={(event) => change(index, { text: event.currentTarget.value })}
						onBlur={() => {
							const number = parsePhone(phone.text);
							if (number !== null && formatPhone(number) !== phone.text) change(index, { text: formatPhone(number) });
							form.leave(`phones.${index}`);
						}}
					/>
					<TextInput
						aria-label={t.phoneLabel(index + 1)}
						placeholder={t.phoneLabelHint}
						maxLength={40}
						value={phone.label}
						onChange={(event) => change(index, { label: event.currentTarget.value })}
					/>
				</>
			)}
		/>
	);
}
