import { Button, Skeleton, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Contact.module.css';
import { ContactEntry } from './ContactEntry.tsx';
import { TimelineFilters } from './TimelineFilters.tsx';
import { TimelineSums } from './TimelineSums.tsx';
import { texts } from './texts.ts';
import { ALL_CONTACTS, byMonth, matching, narrowedBy, newestFirst, searchable, type TimelineFilter } from './timeline.ts';

/** So many notes are shown at first and with every press of the button: a file of years stays quick. */
const STEP = 30;
/** From here on searching is faster than scrolling. */
const SEARCH_FROM = 8;

/** All contact notes of a case, newest first, by month. */
export function ContactTimeline({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const screen = useLanguage();
	const contacts = useQuery(api.cases.contacts.queryOptions({ input: { caseId } }));
	const [filter, setFilter] = useState(ALL_CONTACTS);
	const [text] = useDebouncedValue(filter.text, 120);
	const [shown, setShown] = useState(STEP);
	const ready = useMemo(() => searchable(newestFirst(contacts.data ?? [])), [contacts.data]);
	const found = useMemo(() => matching(ready, { ...filter, text }), [ready, filter, text]);
	const rest = found.length - shown;
	const isFiltered = text.trim() !== '' || narrowedBy(filter) > 0;
	const choose = (next: TimelineFilter) => {
		setFilter(next);
		setShown(STEP);
	};

	return (
		<section aria-labelledby="timeline">
			<div className={classes.tools}>
				<Title order={2} id="timeline">
					{t.timeline}
				</Title>
				<span className={classes.quiet} role="status">
					{contacts.data &&
						contacts.data.length > 0 &&
						(isFiltered ? t.notesOf(found.length, ready.length) : t.notes(found.length))}
				</span>
			</div>
			{contacts.data && contacts.data.length >= SEARCH_FROM && (
				<TimelineFilters contacts={contacts.data} filter={filter} onChange={choose} />
			)}
			<TimelineSums contacts={found} />
			<ErrorNotice error={contacts.error} onRetry={() => void contacts.refetch()} />
			{contacts.isPending && <Skeleton height={140} mt="md" />}
			{contacts.data?.length === 0 && <p className={classes.empty}>{t.noNotes}</p>}
			{contacts.data && contacts.data.length > 0 && found.length === 0 && <p className={classes.empty}>{t.noHits}</p>}
			{byMonth(found.slice(0, shown)).map((group) => (
				<div key={group.month}>
					<h3 className={classes.month}>{monthName(group.month, screen)}</h3>
					<ol className={classes.entries}>
						{group.contacts.map((contact) => (
							<ContactEntry key={contact.id} contact={contact} frozen={frozen} />
						))}
					</ol>
				</div>
			))}
			{rest > 0 && (
				<div className={classes.moreRow}>
					<Button variant="default" onClick={() => setShown(shown + STEP)}>
						{t.showMore(Math.min(STEP, rest))} ({t.remaining(rest)})
					</Button>
				</div>
			)}
		</section>
	);
}

const monthName = (month: string, screen: Language) =>
	new Intl.DateTimeFormat(screen === 'de' ? 'de-DE' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		Date.parse(`${month}-15T00:00:00Z`),
	);
