import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { isOver, stageOf } from '#shared/features/applications/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from '../Story.module.css';
import { StoryCell } from '../StoryCell.tsx';
import { texts } from './texts.ts';

/** How much paper lies in the file; each number leads to its page. */
export function PapersCell({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const input = { input: { caseId } };
	const documents = useQuery(api.documents.list.queryOptions(input));
	const letters = useQuery(api.letters.ofCase.queryOptions(input));
	const applications = useQuery(api.applications.ofCase.queryOptions(input));
	const [newest] = documents.data ?? [];
	const drafts = letters.data?.filter(({ final }) => final === null).length ?? 0;
	const running = applications.data?.filter((one) => !isOver(stageOf(one))).length ?? 0;
	return (
		<StoryCell title={t.papers}>
			<ul className={classes.list} data-tight>
				<li>
					<Link to="/fallakten/$id/unterlagen" params={{ id: caseId }} className={classes.way ?? ''}>
						{documents.data && t.documents(documents.data.length)}
					</Link>
					{newest && <span className={`${classes.quiet} ${classes.oneLine}`}>{t.newest(newest.title)}</span>}
				</li>
				<li>
					<Link to="/fallakten/$id/schreiben" params={{ id: caseId }} className={classes.way ?? ''}>
						{letters.data && t.letters(letters.data.length)}
					</Link>
					{drafts > 0 && <span className={classes.quiet}>{t.drafts(drafts)}</span>}
				</li>
				{applications.data && applications.data.length > 0 && (
					<li>
						<Link to="/fallakten/$id/bewerbungen" params={{ id: caseId }} className={classes.way ?? ''}>
							{t.applications(applications.data.length)}
						</Link>
						{running > 0 && <span className={classes.quiet}>{t.running(running)}</span>}
					</li>
				)}
			</ul>
		</StoryCell>
	);
}
