import { Button, Skeleton, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Contact.module.css';
import { ContactEntry } from './ContactEntry.tsx';
import { texts } from './texts.ts';
import { byMonth, matching, newestFirst } from './timeline.ts';

/** So many notes are shown at first and with every press of the button: a file of years stays quick. */
const STEP = 30;
/** From here on searching is faster than scrolling. */
const SEARCH_FROM = 8;

/** All contact notes of a case, newest first, by month. */
export function ContactTimeline({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const screen = useLanguage();
	const contacts = useQuery(api.cases.contacts.queryOptions({ input: { caseId } }));
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed, 120);
	const [shown, setShown] = useState(STEP);
	const found = useMemo(() => matching(newestFirst(contacts.data ?? []), text), [contacts.data, text]);
	const rest = found.length - shown;

	return (
		<section aria-labelledby="timeline">
			<div className={classes.tools}>
				<Title order={2} id="timeline">
					{t.timeline}
				</Title>
				{(contacts.data?.length ?? 0) >= SEARCH_FROM && (
					<TextInput
						size="sm"
						aria-label={t.search}
						placeholder={t.search}
						value={typed}
						leftSection={<IconSearch size={16} aria-hidden />}
						onChange={(event) => {
							setTyped(event.currentTarget.value);
							setShown(STEP);
						}}
						w="16rem"
					/>
				)}
				<span className={classes.quiet} role="status">
					{contacts.data && contacts.data.length > 0 && t.notes(found.length)}
				</span>
			</div>
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
