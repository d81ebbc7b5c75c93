import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dueTexts, dueWords } from '#renderer/features/funder-data/due-words.ts';
import { texts as funderTexts } from '#renderer/features/funder-data/texts.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DONE_OF, type FunderRecord, Part } from '#shared/features/funder-data/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from '../Story.module.css';
import { StoryCell } from '../StoryCell.tsx';
import { texts } from './texts.ts';

/** How long was spoken so far, and what the funder wants to know because of it. */
export function HoursCell({
	caseId,
	contactMinutes,
	isBusiness,
}: {
	caseId: CaseId;
	contactMinutes: number;
	isBusiness: boolean;
}) {
	const t = useTexts(texts);
	const { data: record } = useQuery(api.funderData.get.queryOptions({ input: { caseId } }));
	const programme = record?.programme ?? null;
	return (
		<StoryCell title={t.contactTime} {...(programme && { to: { page: '/fallakten/$id/foerderung', caseId } })}>
			<span className={classes.what}>{contactMinutes > 0 ? formatMinutes(contactMinutes) : t.noTime}</span>
			{record && !isBusiness && (programme ? <Funding record={record} name={programme.name} /> : <NoProgramme />)}
		</StoryCell>
	);
}

function NoProgramme() {
	const t = useTexts(texts);
	return <span className={classes.quiet}>{t.noProgramme}</span>;
}

function Funding({ record: { dues, differences, participation, contactMinutes }, name }: { record: FunderRecord; name: string }) {
	const t = useTexts(texts);
	const tDue = useTexts(dueTexts);
	const tFunder = useTexts(funderTexts);
	const waiting = dues.find(({ part, state }) => part === 'entry' && state === 'later');
	const isAllDone = participation !== null && Part.options.every((part) => participation[DONE_OF[part]] !== null);
	return (
		<>
			{waiting && (
				<>
					<Progress.Root size="sm" className={classes.bar ?? ''}>
						<Progress.Section
							value={(100 * contactMinutes) / Math.max(1, contactMinutes + waiting.minutesLeft)}
							aria-label={t.ofHours(name)}
						/>
					</Progress.Root>
					<span className={classes.quiet}>{t.left(formatMinutes(waiting.minutesLeft))}</span>
				</>
			)}
			{dues
				.filter((due) => due !== waiting)
				.map((due) => (
					<span key={due.part} className={due.state === 'later' ? classes.quiet : classes.urgent}>
						{t.part(tDue.part[due.part], dueWords(due, tDue))}
					</span>
				))}
			{differences.length > 0 && <span className={classes.urgent}>{tFunder.differTitle}</span>}
			{dues.length === 0 && <span className={classes.quiet}>{isAllDone ? tFunder.allDone : tFunder.nothingDue}</span>}
		</>
	);
}
