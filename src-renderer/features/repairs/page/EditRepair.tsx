import { Checkbox, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { type Repair, RepairCategory, RepairPower } from '#shared/features/repairs/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { ALL_CATEGORIES, categoryName } from '../category-name.ts';
import { EMPTY, type IntakeDraft, withCategory, withPower } from '../intake/intake-draft.ts';
import { intakeTexts } from '../intake/texts.ts';
import { VisitorField } from '../intake/VisitorField.tsx';
import { refreshRepairs } from '../refresh-repairs.ts';
import { texts } from '../texts.ts';
import { pageTexts } from './texts.ts';

type Values = IntakeDraft & { readonly year: string };

/** What was written down at the door, put right. */
export function EditRepair({ repair, onClose }: { repair: Repair; onClose(): void }) {
	const t = useTexts(pageTexts);
	const intake = useTexts(intakeTexts);
	const words = useTexts(texts);
	const [initial] = useState<Values>(() => valuesOf(repair));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<Values>) => setValues((now) => ({ ...now, ...changes }));
	const year = yearOf(values.year);
	return (
		<FormDialog
			title={t.editTitle}
			values={values}
			initial={initial}
			size="lg"
			isComplete={values.item.trim() !== '' && values.problem.trim() !== '' && year !== undefined}
			onTry={() => setTried(true)}
			save={() =>
				client.repairs.update({
					id: repair.id,
					changes: {
						...{ item: values.item, category: values.category, problem: values.problem, isSelfHelp: values.isSelfHelp },
						...(values.power !== null && { power: values.power }),
						...{ brand: values.brand, yearOfManufacture: year ?? null, visitorName: values.visitor },
						borrowerId: (values.borrower?.id ?? null) as BorrowerId | null,
					},
				})
			}
			refresh={refreshRepairs}
			onClose={onClose}
		>
			<Stack>
				<TextInput
					data-autofocus
					label={intake.item}
					required
					maxLength={120}
					value={values.item}
					error={tried && values.item.trim() === '' ? intake.itemMissing : undefined}
					onChange={(event) => set({ item: event.currentTarget.value })}
				/>
				<Select
					{...scrollingOptions}
					label={intake.category}
					placeholder={intake.categoryNone}
					searchable
					clearable
					data={ALL_CATEGORIES.map((category) => ({ value: JSON.stringify(category), label: categoryName(category) }))}
					value={values.category === null ? null : JSON.stringify(values.category)}
					onChange={(value) => set(withCategory(values, value === null ? null : RepairCategory.parse(JSON.parse(value))))}
				/>
				<Radio.Group label={intake.power} value={values.power} onChange={(value) => set(withPower(values, value as RepairPower))}>
					<Group mt="xs">
						{RepairPower.options.map((power) => (
							<Radio key={power} value={power} label={words.power[power]} />
						))}
					</Group>
				</Radio.Group>
				<Textarea
					label={intake.problem}
					required
					autosize
					minRows={2}
					maxRows={6}
					maxLength={2000}
					value={values.problem}
					error={tried && values.problem.trim() === '' ? intake.problemMissing : undefined}
					onChange={(event) => set({ problem: event.currentTarget.value })}
				/>
				<VisitorField visitor={values.visitor} borrower={values.borrower} onChange={set} />
				<Group align="flex-start">
					<TextInput
						label={t.brand}
						maxLength={80}
						value={values.brand}
						onChange={(event) => set({ brand: event.currentTarget.value })}
						flex={1}
					/>
					<TextInput
						label={t.year}
						inputMode="numeric"
						maxLength={4}
						value={values.year}
						error={tried && year === undefined ? t.yearWrong : undefined}
						onChange={(event) => set({ year: event.currentTarget.value })}
						w="8rem"
					/>
				</Group>
				<Checkbox
					label={intake.selfHelp}
					checked={values.isSelfHelp}
					onChange={(event) => set({ isSelfHelp: event.currentTarget.checked })}
				/>
			</Stack>
		</FormDialog>
	);
}

function valuesOf({ item, category, power, brand, problem, visitor, borrowerId, isSelfHelp, yearOfManufacture }: Repair): Values {
	return {
		...EMPTY,
		...{ item, category, power, problem, isSelfHelp, brand: brand ?? '', year: yearOfManufacture?.toString() ?? '' },
		visitor: borrowerId === null ? (visitor ?? '') : '',
		borrower: borrowerId === null ? null : { id: borrowerId, number: '', name: visitor ?? '' },
	};
}

/** Undefined: no year that anything was made in. */
function yearOf(text: string): number | null | undefined {
	if (text.trim() === '') return null;
	const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
	return year >= 1850 && year <= 2200 ? year : undefined;
}
