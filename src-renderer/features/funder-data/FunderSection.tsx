import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { standing } from '#shared/features/funder-data/answers.ts';
import { DONE_OF, Part } from '#shared/features/funder-data/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { dueTexts, dueWords } from './due-words.ts';
import classes from './Funder.module.css';
import { texts } from './texts.ts';

/** In the overview of a file: what the funder still wants to know, and until when. Nothing where nobody funds it. */
export function FunderSection({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const tDue = useTexts(dueTexts);
	const record = useQuery(api.funderData.get.queryOptions({ input: { caseId } }));
	if (!record.data?.programme) return null;
	const { dues, differences, participation } = record.data;
	const isAllDone = participation !== null && Part.options.every((part) => participation[DONE_OF[part]] !== null);
	return (
		<Section title={t.title} description={record.data.programme.name}>
			<ul className={classes.dues}>
				{dues.map((due) => {
					const open = participation === null ? null : standing(due.part, participation);
					const isBegun = open !== null && participation?.[DONE_OF[due.part]] === null && due.part === 'entry';
					return (
						<li key={due.part}>
							<strong>{tDue.part[due.part]}</strong>
							<span className={due.state === 'later' ? classes.quiet : classes.urgent}>{dueWords(due, tDue)}</span>
							{isBegun && <span className={classes.quiet}>{t.standing(open.open.length, open.refused.length)}</span>}
						</li>
					);
				})}
				{differences.length > 0 && <li className={classes.urgent}>{t.differTitle}</li>}
				{dues.length === 0 && <li>{isAllDone ? t.allDone : t.nothingDue}</li>}
			</ul>
			<div>
				<Button
					renderRoot={(props) => <Link to="/fallakten/$id/foerderung" params={{ id: caseId }} {...props} />}
					size="sm"
					variant="default"
				>
					{t.open}
				</Button>
			</div>
		</Section>
	);
}
