import { Checkbox, Fieldset, Modal, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type DatedTerms, type FunderProgramme, Terms } from '#shared/features/funder-programmes/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** A field that is empty while somebody types is not a number. */
type Values = { readonly [Name in keyof Terms]: Terms[Name] | '' } & { readonly validFrom: LocalDate | null };

interface Props {
	programme: FunderProgramme;
	/** Those to change; null: new ones, which begin as the latest are. */
	terms: DatedTerms | null;
	onClose(): void;
}

/** What a programme asks for from a day on. */
export function TermsDialog({ programme, terms, onClose }: Props) {
	const t = useTexts(texts);
	const [before] = useState<Values>(() => terms ?? { ...(programme.terms.at(-1) as DatedTerms), validFrom: null });
	const [values, setValues] = useState(before);
	const [tried, setTried] = useState(false);
	const { isAsking, close } = useGuardedClose(values, before, onClose);
	useReturnFocus();
	const save = useMutation({
		mutationFn: (input: { validFrom: LocalDate; terms: Terms }) =>
			client.funderProgrammes.setTerms({ id: programme.id, ...input }),
		onSuccess: async () => {
			await queryClient.invalidateQueries({ queryKey: api.funderProgrammes.key() });
			onClose();
		},
	});
	const set = (changes: Partial<Values>) => {
		setValues({ ...values, ...changes });
		save.reset();
	};
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const { validFrom, ...rest } = values;
		const given = Terms.safeParse(rest);
		if (validFrom === null || !given.success) focusFirstWrong(event.currentTarget);
		else save.mutate({ validFrom, terms: given.data });
	};
	const number = (
		name: Exclude<keyof Terms, 'longTermFromLimitOn'>,
		label: string,
		more: { min: number; max: number; scale?: number },
	) => {
		const { min, max, scale = 1 } = more;
		const value = values[name];
		return (
			<NumberInput
				label={label}
				min={min}
				max={max}
				step={scale === 1 ? 1 : 0.5}
				decimalScale={scale === 1 ? 0 : 2}
				decimalSeparator=","
				allowNegative={false}
				styles={{ wrapper: { maxWidth: '8rem' } }}
				value={value === '' ? '' : value / scale}
				onChange={(typed) => set({ [name]: typeof typed === 'number' ? Math.round(typed * scale) : '' })}
				error={tried && value === '' ? t.numberMissing : undefined}
			/>
		);
	};
	return (
		<Modal opened onClose={close} title={<strong>{t.termsTitle(programme.name)}</strong>} size="lg" returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<DateField
						data-autofocus
						label={t.from}
						description={t.fromHint}
						required
						readOnly={terms !== null}
						value={values.validFrom}
						onChange={(day) => set({ validFrom: day })}
						error={tried && values.validFrom === null ? t.fromMissing : undefined}
					/>
					<SimpleGrid cols={{ base: 1, xs: 2 }}>
						{number('questionnaireMinutes', t.hours, { min: 0, max: 1000, scale: 60 })}
						{number('exitWithinDays', t.exitDays, { min: 1, max: 366 })}
						{number('followUpMonths', t.followUpMonths, { min: 1, max: 120 })}
						{number('followUpWithinDays', t.followUpDays, { min: 1, max: 366 })}
					</SimpleGrid>
					<Fieldset legend={t.longTermTitle}>
						<Stack gap="sm">
							{number('longTermMonths', t.longTermMonths, { min: 1, max: 120 })}
							<Checkbox
								label={t.longTermFrom}
								checked={values.longTermFromLimitOn === true}
								onChange={(event) => set({ longTermFromLimitOn: event.currentTarget.checked })}
							/>
							<SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
								{number('youngUnder', t.youngUnder, { min: 0, max: 99 })}
								{values.youngUnder !== 0 && number('longTermMonthsYoung', t.youngMonths, { min: 1, max: 120 })}
							</SimpleGrid>
						</Stack>
					</Fieldset>
					<SaveActions
						notice={
							<>
								{isAsking && <Unsaved />}
								<ErrorNotice error={save.error} />
							</>
						}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}
