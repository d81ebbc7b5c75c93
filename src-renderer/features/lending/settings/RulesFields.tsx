import { NumberInput, Textarea } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { LendingRules } from '#shared/features/lending/model.ts';
import classes from './Settings.module.css';
import { texts } from './texts.ts';
import type { RulesForm } from './useRulesForm.ts';

const NUMBERS = ['loanDays', 'mostItems', 'holdDays'] as const;
const TEXTS = ['liabilityText', 'houseRulesText', 'reminderText'] as const;
const UNIT = { loanDays: 'days', mostItems: 'items', holdDays: 'openDays' } as const;

/** How long, how many, and what is printed. */
export function RulesFields({ form }: { form: RulesForm }) {
	const t = useTexts(texts);
	const { values, set } = form;
	const of = (field: keyof LendingRules) => ({
		label: t.field[field],
		description: t.hint[field],
		error: form.isWrong(field) ? t.problem[field] : undefined,
		onBlur: () => form.onLeave(field),
	});
	return (
		<>
			<Section title={t.limits} description={t.limitsHint}>
				<div className={classes.numbers}>
					{NUMBERS.map((field) => (
						<NumberInput
							key={field}
							{...of(field)}
							inputWrapperOrder={['label', 'input', 'description', 'error']}
							allowDecimal={false}
							allowNegative={false}
							clampBehavior="none"
							suffix={t[UNIT[field]](Number(values[field]))}
							value={values[field]}
							onChange={(value) => set(field, value)}
						/>
					))}
				</div>
			</Section>
			<Section title={t.texts}>
				{TEXTS.map((field) => (
					<Textarea
						key={field}
						{...of(field)}
						autosize
						minRows={3}
						maxRows={14}
						maw="46rem"
						value={values[field]}
						onChange={(event) => set(field, event.currentTarget.value)}
					/>
				))}
			</Section>
			<ErrorNotice error={form.error} />
		</>
	);
}
