import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { CaseFields } from '#shared/features/cases/model.ts';
import type { FunderProgrammeId, MemberId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

interface Props {
	values: CaseFields;
	onChange(changes: Partial<CaseFields>): void;
}

/** The fields of a case file itself, new or known. */
export function CaseFieldsForm({ values, onChange }: Props) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const isSet = (id: MemberId) => id === values.ownerId || values.deputyIds.includes(id);
	const counsellors = (members.data ?? [])
		.filter((member) => (member.roles.includes('counsellor') && member.removedAt === null) || isSet(member.id))
		.map((member) => ({ value: member.id as string, label: member.name }));
	const offered = (programmes.data ?? [])
		.filter(({ id, isRemoved }) => !isRemoved || id === values.programmeId)
		.map(({ id, name }) => ({ value: id as string, label: name }));
	return (
		<>
			<TextInput
				label={t.concern}
				description={t.concernHint}
				maxLength={200}
				maw="36rem"
				value={values.concern ?? ''}
				onChange={(event) => onChange({ concern: event.currentTarget.value })}
			/>
			<Select
				{...scrollingOptions}
				label={t.owner}
				data={counsellors}
				value={values.ownerId}
				allowDeselect={false}
				onChange={(id) => id && onChange({ ownerId: id as MemberId })}
				maw="24rem"
			/>
			<MultiSelect
				{...scrollingOptions}
				label={t.deputies}
				data={counsellors.filter((member) => member.value !== values.ownerId)}
				value={values.deputyIds.filter((id) => id !== values.ownerId)}
				onChange={(ids) => onChange({ deputyIds: ids as MemberId[] })}
				maxValues={10}
				maw="24rem"
			/>
			<DateField label={t.openedOn} required value={values.openedOn} onChange={(date) => date && onChange({ openedOn: date })} />
			<Select
				{...scrollingOptions}
				label={t.programme}
				description={t.programmeHint}
				placeholder={t.programmeNone}
				data={offered}
				value={values.programmeId}
				clearable
				clearButtonProps={{ 'aria-label': `${t.programme}: ${t.programmeNone}`, tabIndex: -1 }}
				onChange={(id) => onChange({ programmeId: id as FunderProgrammeId | null })}
				maw="24rem"
			/>
			<TextInput
				label={t.source}
				description={t.sourceHint}
				maxLength={200}
				maw="24rem"
				value={values.source ?? ''}
				onChange={(event) => onChange({ source: event.currentTarget.value })}
			/>
		</>
	);
}
