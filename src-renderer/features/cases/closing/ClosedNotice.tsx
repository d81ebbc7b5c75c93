import { Alert } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { texts } from '../closing-texts.ts';
import { texts as caseTexts } from '../texts.ts';
import classes from './Closing.module.css';

/** Says on the pages of a closed file that it is, and what came into it since all the same. */
export function ClosedNotice({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const { closedTitle, closedWords } = useTexts(caseTexts);
	const closings = useQuery(api.cases.closings.queryOptions({ input: { id: caseId } }));
	const { contacts = 0, todos = 0, goals = 0 } = closings.data?.changedSince ?? {};
	const since = [
		contacts > 0 && t.changedContacts(contacts),
		todos > 0 && t.changedTodos(todos),
		goals > 0 && t.changedGoals(goals),
	].filter((words) => words !== false);
	return (
		<Alert color="gray" icon={<IconArchive aria-hidden />} title={closedTitle}>
			<p className={classes.notice}>{closedWords}</p>
			{since.length > 0 && <p className={classes.notice}>{t.changedSince(since.join(', '))}</p>}
		</Alert>
	);
}
