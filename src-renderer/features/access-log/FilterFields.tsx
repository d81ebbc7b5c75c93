import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { AccessEvent, AccessKind } from '#shared/features/access-log/model.ts';
import classes from './AccessLog.module.css';
import { choiceOf, choicesIn, type EventFilter, nameIn } from './event-rows.ts';
import { texts } from './texts.ts';

interface Props {
	/** Of the whole period: what occurs there can be chosen. */
	events: readonly AccessEvent[];
	filter: EventFilter;
	onFilter(filter: EventFilter): void;
}

export function FilterFields({ events, filter, onFilter }: Props) {
	const t = useTexts(texts);
	const { kinds, members, devices } = useMemo(() => choicesIn(events), [events]);
	const nameOf = (choice: string) => nameIn(choice) ?? t.unknownName;
	return (
		<>
			<Choice
				className={classes.kind}
				label={t.what}
				all={t.everything}
				values={kinds}
				wordOf={(kind) => t.kinds[kind as AccessKind]}
				value={filter.kind}
				onChange={(kind) => onFilter({ ...filter, kind: kind as AccessKind | null })}
			/>
			<Choice
				className={classes.choice}
				label={t.who}
				all={t.everybody}
				values={members.map(choiceOf)}
				wordOf={nameOf}
				value={filter.member}
				onChange={(member) => onFilter({ ...filter, member })}
			/>
			<Choice
				className={classes.choice}
				label={t.device}
				all={t.everywhere}
				values={devices.map(choiceOf)}
				wordOf={nameOf}
				value={filter.device}
				onChange={(device) => onFilter({ ...filter, device })}
			/>
		</>
	);
}

interface ChoiceProps {
	className: string | undefined;
	label: string;
	/** What no choice is called. */
	all: string;
	values: readonly string[];
	wordOf(value: string): string;
	value: string | null;
	onChange(value: string | null): void;
}

function Choice({ className, label, all, values, wordOf, value, onChange }: ChoiceProps) {
	// What was chosen for another period stays chosen, and visible, where it does not occur.
	const offered = value === null || values.includes(value) ? values : [...values, value];
	return (
		<Select
			className={className ?? ''}
			label={label}
			placeholder={all}
			data={offered.map((each) => ({ value: each, label: wordOf(each) }))}
			value={value}
			clearable
			onChange={onChange}
			{...scrollingOptions}
		/>
	);
}
