import { Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { groupName } from '#renderer/ui/group-name.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** Which items get a label: one that was asked for, those ticked in the list, or what fits. */
export interface Wanted {
	what: 'one' | 'selected' | 'all' | 'some' | 'new';
	category: string | null;
	location: string | null;
	since: LocalDate | null;
}

interface Props {
	wanted: Wanted;
	onChange(wanted: Wanted): void;
	/** Name of the one item, when the page was opened for it. */
	one: string | null;
	selected: number;
}

export function LabelChoice({ wanted, onChange, one, selected }: Props) {
	const t = useTexts(texts);
	const words = useQuery(api.inventory.words.queryOptions());
	return (
		<Section title={t.which}>
			<Radio.Group
				{...groupName(t.which)}
				value={wanted.what}
				onChange={(what) => onChange({ ...wanted, what: what as Wanted['what'] })}
			>
				<Stack gap="sm">
					{one !== null && <Radio value="one" label={t.one(one)} />}
					{selected > 0 && <Radio value="selected" label={t.selected(selected)} />}
					<Radio value="all" label={t.all} />
					<Radio value="some" label={t.shown} />
					<Radio value="new" label={t.newSince} />
				</Stack>
			</Radio.Group>
			{wanted.what === 'some' && (
				<>
					<Select
						{...scrollingOptions}
						label={t.category}
						placeholder={t.everyCategory}
						data={words.data?.categories ?? []}
						value={wanted.category}
						onChange={(category) => onChange({ ...wanted, category })}
						clearable
					/>
					<Select
						{...scrollingOptions}
						label={t.location}
						placeholder={t.everyLocation}
						data={words.data?.locations ?? []}
						value={wanted.location}
						onChange={(location) => onChange({ ...wanted, location })}
						clearable
					/>
				</>
			)}
			{wanted.what === 'new' && (
				<DateField label={t.newSinceDay} notInFuture value={wanted.since} onChange={(since) => onChange({ ...wanted, since })} />
			)}
		</Section>
	);
}
