import { ActionIcon, Anchor, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LendingTabs } from '#renderer/features/lending/LendingTabs.tsx';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { addDays, formatLocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import classes from './calendar/Overview.module.css';
import { DAYS, Overview } from './calendar/Overview.tsx';
import { calendarTexts } from './calendar/texts.ts';

const WEEK = 7;

/** Many items over some weeks: who has or gets what when, and what is free. */
export function CalendarPage() {
	const t = useTexts(calendarTexts);
	const [from, setFrom] = useState(() => mondayOf(today()));
	const [typed, setTyped] = useStickyState('calendar.text', '');
	const [category, setCategory] = useStickyState<string | null>('calendar.category', null);
	const [text] = useDebouncedValue(typed.trim(), 120);
	const words = useQuery(api.inventory.words.queryOptions());
	const categories = words.data?.categories ?? [];
	return (
		<ListPage>
			<LendingTabs />
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/ausleihe/reservierungen" {...props} />}>{t.backToList}</Anchor>}
				title={t.overviewTitle}
				subtitle={t.overviewWords}
			/>
			<div className={classes.bar}>
				<TextInput
					aria-label={t.filter}
					placeholder={t.filterHint}
					value={typed}
					onChange={(event) => setTyped(event.currentTarget.value)}
					w="14rem"
				/>
				<Select
					{...scrollingOptions}
					aria-label={t.everyCategory}
					placeholder={t.everyCategory}
					data={category === null || categories.includes(category) ? categories : [category, ...categories]}
					value={category}
					onChange={setCategory}
					clearable
					w="14rem"
				/>
				<Group gap="xs" className={classes.steps ?? ''}>
					<ActionIcon variant="default" size={42} aria-label={t.earlier} onClick={() => setFrom(addDays(from, -WEEK))}>
						<IconChevronLeft size={20} aria-hidden />
					</ActionIcon>
					<Button variant="default" onClick={() => setFrom(mondayOf(today()))}>
						{t.toToday}
					</Button>
					<ActionIcon variant="default" size={42} aria-label={t.later} onClick={() => setFrom(addDays(from, WEEK))}>
						<IconChevronRight size={20} aria-hidden />
					</ActionIcon>
					<span role="status" className={classes.span}>
						{t.span(formatLocalDate(from), formatLocalDate(addDays(from, DAYS - 1)))}
					</span>
				</Group>
			</div>
			<Overview key={`${text} ${category}`} text={text} category={category} from={from} />
		</ListPage>
	);
}
