import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { FINDS } from '#renderer/ui/scanner/useScanner.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { suggestCategories } from '#shared/features/repairs/find-category.ts';
import type { RepairCategory, RepairPower } from '#shared/features/repairs/model.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import { categoryName, usualPower } from '../category-name.ts';
import classes from './Intake.module.css';
import { intakeTexts } from './texts.ts';

interface Known {
	readonly item: string;
	readonly category: RepairCategory | null;
	readonly power: RepairPower;
}

interface Props {
	value: string;
	onChange(item: string, known?: Known): void;
	error: string | undefined;
}

const MOST = 8;

/** What somebody brings, in their word: what was brought before and the words of the categories complete it. */
export function ItemField({ value, onChange, error }: Props) {
	const t = useTexts(intakeTexts);
	const brought = useQuery({ ...api.repairs.itemWords.queryOptions(), staleTime: 60_000 });
	const options = useMemo(() => suggestionsFor(value, brought.data ?? []), [value, brought.data]);
	return (
		<Autocomplete
			size="md"
			data-scans={FINDS}
			{...scrollingOptions}
			data-autofocus
			autoFocus
			label={t.item}
			placeholder={t.itemHint}
			required
			maxLength={120}
			value={value}
			error={error}
			data={options.map(({ item }) => item)}
			filter={({ options: all }) => all}
			renderOption={({ option }) => {
				const category = options.find(({ item }) => item === option.value)?.category ?? null;
				return (
					<span className={classes.option}>
						{option.value}
						{category !== null && <span className={classes.quiet}>{categoryName(category)}</span>}
					</span>
				);
			}}
			onChange={(item) => onChange(item)}
			onOptionSubmit={(item) =>
				onChange(
					item,
					options.find((one) => one.item === item),
				)
			}
		/>
	);
}

function suggestionsFor(typed: string, brought: readonly Known[]): Known[] {
	const words = foldedWords(typed);
	if (words.length === 0) return [];
	const before = brought.filter(({ item }) => {
		const known = foldedWords(item);
		return words.every((word) => known.some((one) => one.startsWith(word)));
	});
	const listed = suggestCategories(typed, MOST).flatMap(({ category, word }): Known[] =>
		word === null ? [] : [{ item: capital(word), category, power: usualPower(category) }],
	);
	const all = new Map([...listed, ...before].map((one) => [one.item.toLowerCase(), one]));
	const ordered = [...before.slice(0, MOST / 2), ...listed].map(({ item }) => item.toLowerCase());
	return [...new Set(ordered)].flatMap((item) => all.get(item) ?? []).slice(0, MOST);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
