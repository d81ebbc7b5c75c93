import { Button, MultiSelect, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { type Contact, ContactKind, ContactTopic } from '#shared/features/cases/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from './Contact.module.css';
import { texts } from './texts.ts';
import { ALL_CONTACTS, narrowedBy, type TimelineFilter } from './timeline.ts';

interface Props {
	contacts: readonly Contact[];
	filter: TimelineFilter;
	onChange(filter: TimelineFilter): void;
}

/** Finds notes by what stands in them, and by topic, kind, author and time. */
export function TimelineFilters({ contacts, filter, onChange }: Props) {
	const t = useTexts(texts);
	const id = useId();
	const narrowed = narrowedBy(filter);
	const [opened, setOpened] = useState(false);
	const set = (changes: Partial<TimelineFilter>) => onChange({ ...filter, ...changes });
	const used = <Code extends string>(
		codes: readonly Code[],
		words: Readonly<Record<Code, string>>,
		has: (code: Code) => boolean,
	) => codes.filter(has).map((code) => ({ value: code as string, label: words[code] }));
	const authors = new Map(contacts.map(({ authorId, authorName }) => [authorId as string, authorName]));
	return (
		<search className={classes.filters}>
			<div className={classes.filterLine}>
				<TextInput
					size="sm"
					aria-label={t.search}
					placeholder={t.search}
					value={filter.text}
					leftSection={<IconSearch size={16} aria-hidden />}
					onChange={(event) => set({ text: event.currentTarget.value })}
					onKeyDown={(event) => {
						if (event.key !== 'Escape' || filter.text === '') return;
						event.stopPropagation();
						set({ text: '' });
					}}
				/>
				<Button
					size="sm"
					variant="default"
					aria-expanded={opened}
					aria-controls={id}
					leftSection={<IconFilter size={16} aria-hidden />}
					onClick={() => setOpened(!opened)}
				>
					{narrowed > 0 ? t.filterCount(narrowed) : t.filter}
				</Button>
				{(narrowed > 0 || filter.text !== '') && (
					<Button size="sm" variant="subtle" onClick={() => onChange(ALL_CONTACTS)}>
						{t.resetFilter}
					</Button>
				)}
			</div>
			{opened && (
				<div id={id} className={classes.filterFields}>
					<MultiSelect
						{...scrollingOptions}
						searchable
						size="sm"
						label={t.topicsLabel}
						placeholder={filter.topics.length === 0 ? t.allTopics : ''}
						data={used(ContactTopic.options, t.topic, (topic) => contacts.some(({ topics }) => topics.includes(topic)))}
						value={[...filter.topics]}
						onChange={(topics) => set({ topics: topics as ContactTopic[] })}
					/>
					<MultiSelect
						{...scrollingOptions}
						searchable
						size="sm"
						label={t.kindLabel}
						placeholder={filter.kinds.length === 0 ? t.allKinds : ''}
						data={used(ContactKind.options, t.kind, (kind) => contacts.some((one) => one.kind === kind))}
						value={[...filter.kinds]}
						onChange={(kinds) => set({ kinds: kinds as ContactKind[] })}
					/>
					<MultiSelect
						{...scrollingOptions}
						searchable
						size="sm"
						label={t.author}
						placeholder={filter.authorIds.length === 0 ? t.allAuthors : ''}
						data={[...authors].map(([value, label]) => ({ value, label }))}
						value={[...filter.authorIds]}
						onChange={(authorIds) => set({ authorIds: authorIds as MemberId[] })}
					/>
					<DateField size="sm" label={t.from} emptyWhenUnreadable value={filter.from} onChange={(from) => set({ from })} />
					<DateField size="sm" label={t.toDay} emptyWhenUnreadable value={filter.until} onChange={(until) => set({ until })} />
				</div>
			)}
		</search>
	);
}
