import { Button, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { timesWords } from '#renderer/features/offers/offer-words.ts';
import { today, weekdayOf } from '#renderer/i18n/days.ts';
import { formatDecimal } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Attended } from '#shared/features/attendance/model.ts';
import type { Offer } from '#shared/features/offers/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { averageHeads, fullBar } from './attended-figures.ts';
import classes from './LastSessions.module.css';
import { lastTexts } from './last-texts.ts';

const SHOWN = 8;

/** How full the latest sessions were, each with a bar up to the places there are. */
export function LastSessions({ offer: { id: offerId, capacity } }: { offer: Offer }) {
	const t = useTexts(lastTexts);
	const [all, setAll] = useState(false);
	const found = useQuery(api.attendance.ofOffer.queryOptions({ input: { offerId } }));
	const sessions = found.data ?? [];
	const average = averageHeads(sessions);
	const save = async () => {
		try {
			saveTextFile(await client.attendance.exportCsv({ offerId }), 'text/csv;charset=utf-8');
		} catch (error) {
			showError(error);
		}
	};
	const full = fullBar(sessions, capacity);
	return (
		<Section
			title={t.title}
			description={average && t.average(formatDecimal(average.heads), average.sessions)}
			actions={
				average && (
					<Button
						size="compact-md"
						variant="subtle"
						leftSection={<IconDownload size={16} aria-hidden />}
						onClick={() => void save()}
					>
						{t.csv}
					</Button>
				)
			}
		>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={160} />}
			{found.data?.length === 0 && <p className={classes.quiet}>{t.none}</p>}
			{sessions.length > 0 && (
				<ul className={classes.rows} aria-label={t.title}>
					{sessions.slice(0, all ? undefined : SHOWN).map((session) => (
						<Row key={session.ruleDay} offerId={offerId} session={session} full={full} capacity={capacity} />
					))}
				</ul>
			)}
			{capacity !== null && average && (
				<p className={classes.legend}>
					<i aria-hidden />
					{t.places(capacity)}
				</p>
			)}
			{sessions.length > SHOWN && (
				<div>
					<Button variant="default" size="sm" onClick={() => setAll((before) => !before)}>
						{all ? t.fewer : t.more}
					</Button>
				</div>
			)}
		</Section>
	);
}

interface RowProps {
	offerId: Offer['id'];
	session: Attended;
	/** Heads that the whole width stands for. */
	full: number;
	capacity: number | null;
}

function Row({ offerId, session, full, capacity }: RowProps) {
	const t = useTexts(lastTexts);
	const { ruleDay, day, times, isMoved, heads, anonymous } = session;
	const date = `${weekdayOf(day)} ${formatLocalDate(day)}`;
	const words = [
		times === null ? t.notPlanned : null,
		isMoved && day !== ruleDay ? t.movedFrom(`${weekdayOf(ruleDay)} ${formatLocalDate(ruleDay)}`) : isMoved ? t.moved : null,
		anonymous > 0 && anonymous < heads ? t.nameless(anonymous) : null,
	].filter((part) => part !== null);
	return (
		<li className={classes.row}>
			<span className={classes.words}>
				<span className={classes.day}>{date}</span>
				{times !== null && day === today() && <span className={classes.quiet}>{timesWords(times)}</span>}
				{words.length > 0 && <span className={classes.quiet}>{words.join(', ')}</span>}
			</span>
			<span className={classes.bar} aria-hidden>
				<i style={{ width: `${(100 * heads) / full}%` }} />
				{capacity !== null && <b style={{ insetInlineStart: `${(100 * capacity) / full}%` }} />}
			</span>
			<span className={classes.heads} data-none={heads === 0 || undefined}>
				{heads === 0 ? t.open : t.heads(heads)}
			</span>
			{times === null ? (
				<span />
			) : (
				<Button
					size="sm"
					variant="default"
					aria-label={t.attendanceOf(formatLocalDate(day))}
					renderRoot={(props) => <Link to="/angebote/$id/anwesenheit/$tag" params={{ id: offerId, tag: ruleDay }} {...props} />}
				>
					{t.attendance}
				</Button>
			)}
		</li>
	);
}
