import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { fold } from '#shared/kernel/fold.ts';
import { roleWords } from '../role-words.ts';
import { historySentence } from './history-sentence.ts';
import { texts as historyTexts } from './history-texts.ts';
import classes from './Manage.module.css';
import { texts } from './texts.ts';

const FIRST = 12;
const MORE = 50;

/** What happened to members, keys and devices, newest first. */
export function HistorySection() {
	const t = useTexts(texts);
	const words = useTexts(historyTexts);
	const { roles } = useTexts(roleWords);
	const history = useQuery(api.members.history.queryOptions());
	const [wanted, setWanted] = useState('');
	const [most, setMost] = useState(FIRST);
	const told = useMemo(
		() =>
			(history.data ?? []).map((event, index) => {
				const sentence = historySentence(event, words, roles);
				return { key: `${event.seq} ${index}`, at: event.at, sentence, folded: fold(`${formatInstant(event.at)} ${sentence}`) };
			}),
		[history.data, words, roles],
	);
	const needle = fold(wanted.trim());
	const found = told.filter(({ folded }) => folded.includes(needle));
	const shown = found.slice(0, most);
	return (
		<Section title={t.historyTitle} description={t.historyWords}>
			<ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
			{history.isPending && <Skeleton height={160} />}
			{told.length > 5 && (
				<TextInput
					type="search"
					aria-label={t.historySearch}
					placeholder={t.historyHint}
					leftSection={<IconSearch size="1.125rem" aria-hidden />}
					maw="28rem"
					value={wanted}
					onChange={(event) => {
						setWanted(event.currentTarget.value);
						setMost(FIRST);
					}}
				/>
			)}
			{history.data && shown.length === 0 && (
				<p className={classes.dimmed} role="status">
					{t.historyNothing}
				</p>
			)}
			<ol className={classes.events}>
				{shown.map(({ key, at, sentence }) => (
					<li key={key}>
						<time dateTime={new Date(at).toISOString()}>{formatInstant(at)}</time>
						<span>{sentence}</span>
					</li>
				))}
			</ol>
			{found.length > shown.length && (
				<div>
					<Button variant="subtle" size="sm" onClick={() => setMost(most + MORE)}>
						{t.historyMore(Math.min(MORE, found.length - shown.length))}
					</Button>
				</div>
			)}
		</Section>
	);
}
