import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Application, type Stage, stageOf } from '#shared/features/applications/model.ts';
import { ApplicationMenu } from './ApplicationMenu.tsx';
import classes from './Applications.module.css';
import { useApplicationActions } from './application-actions.ts';
import { factsOf } from './application-words.ts';
import { NextStep } from './NextStep.tsx';
import { texts } from './texts.ts';

/** Where something is still to be done, and what usually comes next. */
const NEXT = {
	planned: ['sent'],
	sent: ['invited', 'rejected'],
	invited: ['offer', 'rejected'],
	offer: ['hired', 'withdrawn'],
} as const satisfies Partial<Record<Stage, readonly Stage[]>>;
type Running = keyof typeof NEXT;

interface Props {
	applications: readonly Application[];
	frozen: boolean;
	onEdit(application: Application): void;
}

/** Applications that are under way, by where they stand. */
export function ApplicationBoard({ applications, ...rest }: Props) {
	return (
		<div className={classes.board}>
			{(Object.keys(NEXT) as Running[]).map((stage) => (
				<Column key={stage} stage={stage} applications={applications.filter((one) => stageOf(one) === stage)} {...rest} />
			))}
		</div>
	);
}

function Column({ stage, applications, frozen, onEdit }: Props & { stage: Running }) {
	const t = useTexts(texts);
	const id = useId();
	return (
		<section aria-labelledby={id} className={classes.column}>
			<h2 id={id}>
				{t.stage[stage]} <span className={classes.count}>{applications.length}</span>
			</h2>
			{applications.length === 0 ? (
				<p className={classes.quiet}>{t.none}</p>
			) : (
				<ul className={classes.cards}>
					{applications.map((application) => (
						<Card
							key={application.id}
							application={application}
							stage={stage}
							frozen={frozen}
							onEdit={() => onEdit(application)}
						/>
					))}
				</ul>
			)}
		</section>
	);
}

interface CardProps {
	application: Application;
	stage: Running;
	frozen: boolean;
	onEdit(): void;
}

function Card({ application, stage, frozen, onEdit }: CardProps) {
	const t = useTexts(texts);
	const { move } = useApplicationActions(application);
	const facts = factsOf(application, t);
	return (
		<li className={classes.card}>
			<div className={classes.cardHead}>
				<span className={classes.words}>
					<strong>{application.employer}</strong>
					{application.position !== null && <span>{application.position}</span>}
				</span>
				<ApplicationMenu application={application} frozen={frozen} onEdit={onEdit} />
			</div>
			{facts !== '' && <p className={classes.quiet}>{facts}</p>}
			<NextStep application={application} />
			{!frozen && (
				<div className={classes.moves}>
					{NEXT[stage].map((next) => (
						<Button
							key={next}
							size="compact-sm"
							variant="default"
							aria-label={t.moveOf(application.employer, t.move[next])}
							onClick={() => void move(next)}
						>
							{t.move[next]}
						</Button>
					))}
				</div>
			)}
		</li>
	);
}
