import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { openingOf } from '#shared/features/site/opening.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

interface DayFieldProps {
	label: string;
	/** Null: not the same for all of it. */
	value: LocalDate | null;
	onChange(day: LocalDate | null): void;
}

/** When something has to be back: whoever types a day on which it is closed sees at once which one it becomes. */
export function DayField({ label, value, onChange }: DayFieldProps) {
	const t = useTexts(texts);
	const hours = useQuery(api.site.openingHours.queryOptions());
	const [moved, setMoved] = useState<{ from: LocalDate; to: LocalDate } | null>(null);
	return (
		<DateField
			label={label}
			value={value}
			placeholder={value === null ? t.severalDays : undefined}
			description={moved?.to === value && moved !== null && t.closedDay(formatLocalDate(moved.from), formatLocalDate(moved.to))}
			inputWrapperOrder={['label', 'input', 'description', 'error']}
			onChange={(typed) => {
				const day = typed === null || !hours.data ? typed : openingOf(hours.data).nextOpenDay(typed);
				setMoved(typed === null || day === null || day === typed ? null : { from: typed, to: day });
				onChange(day);
			}}
		/>
	);
}
