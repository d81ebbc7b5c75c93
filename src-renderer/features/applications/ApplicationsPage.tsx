import { Badge, Button, Skeleton } from '@mantine/core';
import { IconBriefcase, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OfPeopleAlone } from '#renderer/features/cases/OfPeopleAlone.tsx';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type Application, isOver, stageOf } from '#shared/features/applications/model.ts';
import { ApplicationBoard } from './ApplicationBoard.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { ApplicationFigures } from './ApplicationFigures.tsx';
import { ApplicationMenu } from './ApplicationMenu.tsx';
import classes from './Applications.module.css';
import { factsOf } from './application-words.ts';
import { texts } from './texts.ts';

/** The job applications of a case file. */
export function ApplicationsPage() {
	return (
		<OfPeopleAlone>
			<Applications />
		</OfPeopleAlone>
	);
}

function Applications() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const caseId = caseFile.id;
	const applications = useQuery(api.applications.ofCase.queryOptions({ input: { caseId } }));
	const [editing, setEditing] = useState<Application | 'new' | null>(null);
	const closed = caseFile.status === 'closed';
	const all = applications.data ?? [];
	const over = all.filter((application) => isOver(stageOf(application)));
	const add = !closed && (
		<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
			{t.add}
		</Button>
	);
	return (
		<>
			<ErrorNotice error={applications.error} onRetry={() => void applications.refetch()} />
			{applications.isPending && <Skeleton height={240} />}
			{applications.data?.length === 0 && (
				<EmptyState icon={<IconBriefcase size={26} />} title={t.emptyTitle} action={add}>
					{closed ? t.closed : t.emptyWords}
				</EmptyState>
			)}
			{all.length > 0 && (
				<>
					<div className={classes.head}>
						<ApplicationFigures applications={all} />
						<div className={classes.bar}>
							<Button
								variant="default"
								leftSection={<IconPrinter size={18} aria-hidden />}
								renderRoot={(props) => <Link to="/fallakten/$id/bewerbungen/nachweis" params={{ id: caseId }} {...props} />}
							>
								{t.proof}
							</Button>
							{add}
						</div>
					</div>
					{closed && <p className={classes.quiet}>{t.closed}</p>}
					<ApplicationBoard applications={all} frozen={closed} onEdit={setEditing} />
					{over.length > 0 && (
						<Section title={t.over}>
							<ul className={classes.rows}>
								{over.map((application) => (
									<OverRow
										key={application.id}
										application={application}
										frozen={closed}
										onEdit={() => setEditing(application)}
									/>
								))}
							</ul>
						</Section>
					)}
				</>
			)}
			{editing !== null && (
				<ApplicationDialog caseId={caseId} application={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
			)}
		</>
	);
}

function OverRow({ application, frozen, onEdit }: { application: Application; frozen: boolean; onEdit(): void }) {
	const t = useTexts(texts);
	const stage = stageOf(application);
	return (
		<li className={classes.row}>
			<span className={classes.words}>
				<span>
					<strong>{application.employer}</strong>
					{application.position !== null && ` · ${application.position}`}
				</span>
				<span className={classes.quiet}>{[factsOf(application, t), application.reason].filter(Boolean).join(' · ')}</span>
			</span>
			<Badge variant="light" color={stage === 'hired' ? 'petrol' : 'gray'} tt="none">
				{t.stage[stage]}
			</Badge>
			<ApplicationMenu application={application} frozen={frozen} onEdit={onEdit} />
		</li>
	);
}
