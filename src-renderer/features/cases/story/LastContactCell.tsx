import { useQuery } from '@tanstack/react-query';
import { formatDay, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { texts as contactTexts } from '../contact/texts.ts';
import { newestFirst } from '../contact/timeline.ts';
import classes from '../Story.module.css';
import { StoryCell } from '../StoryCell.tsx';
import { texts } from './texts.ts';

/** When somebody was last spoken with, how, by whom, and what about. */
export function LastContactCell({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const { kind } = useTexts(contactTexts);
	const contacts = useQuery(api.cases.contacts.queryOptions({ input: { caseId } }));
	const [last] = newestFirst(contacts.data ?? []);
	return (
		<StoryCell title={t.lastContact}>
			{contacts.data && !last && <span className={classes.quiet}>{t.noContact}</span>}
			{last && (
				<>
					<span className={classes.what}>
						<time dateTime={new Date(last.at).toISOString()}>{formatRelative(last.at)}</time>, {kind[last.kind]}
					</span>
					<span className={classes.quiet}>
						{[formatRelative(last.at) !== formatDay(last.at) && formatDay(last.at), last.authorName].filter(Boolean).join(' · ')}
					</span>
					<span className={classes.clamped}>{last.text}</span>
				</>
			)}
		</StoryCell>
	);
}
