import { Group, SegmentedControl, Select } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { RepairSource, type Selection } from '#shared/features/open-repair-data/figures.ts';
import { words } from './words.ts';

/** Which repairs a page is about; every page remembers its own. */
export function useSelection(page: 'figures' | 'poster' | 'export', source: RepairSource) {
	return useStickyState<Selection>(`openRepairData.${page}`, { source, year: null });
}

interface Props {
	selection: Selection;
	onChange(selection: Selection): void;
	/** Years to choose from, newest first. */
	years: readonly number[];
}

export function Choices({ selection, onChange, years }: Props) {
	const t = useTexts(words);
	const known = selection.year === null || years.includes(selection.year) ? years : [selection.year, ...years];
	return (
		<Group gap="md" align="end" mb="md">
			<SegmentedControl
				aria-label={t.whose}
				value={selection.source}
				onChange={(source) => onChange({ ...selection, source: source as RepairSource })}
				data={RepairSource.options.map((value) => ({ value, label: t.source[value] }))}
			/>
			<Select
				aria-label={t.year}
				w="11rem"
				allowDeselect={false}
				value={String(selection.year ?? '')}
				onChange={(year) => onChange({ ...selection, year: year ? Number(year) : null })}
				data={[{ value: '', label: t.allYears }, ...known.map((year) => ({ value: String(year), label: String(year) }))]}
			/>
		</Group>
	);
}
