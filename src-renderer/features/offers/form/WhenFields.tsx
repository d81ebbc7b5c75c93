import { Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { dayAndMonth, weekdayName } from '#renderer/features/offers/offer-words.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { rulePart } from '#shared/features/offers/recurrence.ts';
import { nthOf, WEEKDAYS, type Weekday, weekdayOf } from '#shared/features/offers/rhythm.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import classes from './OfferForm.module.css';
import {
	chosenWeekdays,
	type OfferValues,
	type Problem,
	type RhythmChoice,
	rhythmChoices,
	withFirstDay,
} from './offer-values.ts';
import { Preview } from './Preview.tsx';
import { texts } from './texts.ts';

interface Props {
	values: OfferValues;
	/** The offer that is changed; null: a new one. */
	offerId: OfferId | null;
	onChange(changes: Partial<OfferValues>): void;
	/** The sentence for a problem, once it is to be said. */
	problem(name: Problem): string | null;
	onLeave(name: Problem): void;
}

/** First day, times and rhythm, in the words that people plan in. */
export function WhenFields({ values, offerId, onChange, problem, onLeave }: Props) {
	const t = useTexts(texts);
	const { firstOn, rhythm, ends } = values;
	const nameOf = (choice: RhythmChoice): string => {
		const day = firstOn ? weekdayName(weekdayOf(firstOn)) : '…';
		if (choice === 'nth') return t.nth(firstOn ? nthOf(firstOn) : 1, day);
		if (choice === 'last') return t.last(day);
		if (choice === 'month_day') return t.monthDay(firstOn ? Number(firstOn.slice(8)) : 1);
		if (choice === 'year') return t.year(firstOn ? dayAndMonth(firstOn) : '…');
		return t.rhythms[choice];
	};
	const time = (edge: 'from' | 'until') => ({
		label: t[edge],
		required: true,
		value: values[edge],
		inputMode: 'numeric' as const,
		autoComplete: 'off',
		maxLength: 9,
		error: problem(edge) ?? (edge === 'until' ? problem('order') : null),
		onChange: (event: { currentTarget: { value: string } }) => onChange({ [edge]: event.currentTarget.value }),
		onBlur: (event: { currentTarget: { value: string } }) => {
			const read = parseWallTime(event.currentTarget.value);
			if (read !== null) onChange({ [edge]: read });
			onLeave(edge);
			if (edge === 'until') onLeave('order');
		},
	});
	const isWeekly = rhythm.startsWith('week_');
	const days = chosenWeekdays(values);
	const count = values.rule && rulePart(values.rule, 'COUNT');
	return (
		<>
			<div className={classes.when}>
				<DateField
					label={rhythm === 'once' ? t.onlyOn : t.firstOn}
					required
					value={firstOn}
					onChange={(day) => onChange(withFirstDay(values, day))}
					error={problem('firstOn')}
				/>
				<TextInput {...time('from')} />
				<TextInput {...time('until')} />
			</div>
			<Select
				{...scrollingOptions}
				label={t.rhythm}
				data={rhythmChoices(values).map((choice) => ({ value: choice, label: nameOf(choice) }))}
				value={rhythm}
				onChange={(choice) => choice && onChange({ rhythm: choice as RhythmChoice })}
				allowDeselect={false}
				maw="26rem"
			/>
			{isWeekly && (
				<Checkbox.Group label={t.weekdays} size="md" value={days} onChange={(next) => onChange({ weekdays: next as Weekday[] })}>
					<div className={classes.days}>
						{WEEKDAYS.map((day) => (
							<Checkbox
								key={day}
								value={day}
								label={weekdayName(day)}
								disabled={firstOn !== null && weekdayOf(firstOn) === day}
							/>
						))}
					</div>
				</Checkbox.Group>
			)}
			{rhythm !== 'once' && (
				<>
					<Radio.Group label={t.ends} size="md" value={ends} onChange={(next) => onChange({ ends: next as OfferValues['ends'] })}>
						<div className={classes.days}>
							<Radio value="never" label={t.never} />
							<Radio value="until" label={t.untilDay} />
							{count && <Radio value="count" label={t.count(count)} />}
						</div>
					</Radio.Group>
					{ends === 'until' && (
						<DateField
							label={t.untilOn}
							required
							value={values.untilOn}
							onChange={(untilOn) => onChange({ untilOn })}
							onBlur={() => onLeave('untilOn')}
							error={problem('untilOn')}
						/>
					)}
				</>
			)}
			<Checkbox
				label={t.skips}
				checked={values.skipsClosedDays}
				onChange={(event) => onChange({ skipsClosedDays: event.currentTarget.checked })}
			/>
			<Preview values={values} offerId={offerId} onTakeFirst={(day) => onChange(withFirstDay(values, day))} />
		</>
	);
}
