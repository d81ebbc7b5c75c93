import { Alert, Button, Skeleton } from '@mantine/core';
import { IconArchive, IconCoin, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EditCase } from '#renderer/features/cases/EditCase.tsx';
import { OfPeopleAlone } from '#renderer/features/cases/OfPeopleAlone.tsx';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { DONE_OF, type FunderRecord, Part } from '#shared/features/funder-data/model.ts';
import type { FunderProgramme } from '#shared/features/funder-programmes/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { Differences } from './Differences.tsx';
import { dueTexts, dueWords } from './due-words.ts';
import classes from './Funder.module.css';
import { FunderEvents } from './FunderEvents.tsx';
import { PartFacts } from './PartFacts.tsx';
import { PartForm } from './PartForm.tsx';
import { ReenterDialog } from './ReenterDialog.tsx';
import { stepStates } from './step-states.ts';
import { texts } from './texts.ts';
import { useSuggestions } from './useSuggestions.ts';

/** What the funder asks about this client: on entry, on leaving, six months later. */
export function FunderPage() {
	return (
		<OfPeopleAlone>
			<FunderData />
		</OfPeopleAlone>
	);
}

function FunderData() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const record = useQuery(api.funderData.get.queryOptions({ input: { caseId: caseFile.id } }));
	const [isEditing, setEditing] = useState(false);
	if (!record.data) {
		return record.error ? <ErrorNotice error={record.error} onRetry={() => void record.refetch()} /> : <Skeleton height={420} />;
	}
	const { programme } = record.data;
	if (programme !== null) return <Steps caseFile={caseFile} record={record.data} programme={programme} />;
	return (
		<>
			<EmptyState
				icon={<IconCoin />}
				title={t.noProgrammeTitle}
				action={caseFile.status !== 'closed' && <Button onClick={() => setEditing(true)}>{t.chooseProgramme}</Button>}
			>
				{t.noProgrammeWords}
			</EmptyState>
			{isEditing && <EditCase caseFile={caseFile} onClose={() => setEditing(false)} />}
		</>
	);
}

interface StepsProps {
	caseFile: CaseFile;
	record: FunderRecord;
	programme: FunderProgramme;
}

function Steps({ caseFile, record, programme }: StepsProps) {
	const t = useTexts(texts);
	const tDue = useTexts(dueTexts);
	const { participation, contactMinutes, closedOn, dues } = record;
	const states = stepStates(record);
	const [part, setPart] = useState<Part>(() => Part.options.find((one) => states[one] === 'open') ?? 'entry');
	const [correcting, setCorrecting] = useState<Part | null>(null);
	const [reentering, setReentering] = useState(false);
	const suggest = useSuggestions(caseFile, closedOn);
	const isClosed = caseFile.status === 'closed';
	const choose = (one: Part) => {
		setPart(one);
		setCorrecting(null);
	};
	const mayWrite = part !== 'entry' || !isClosed;
	const correct = mayWrite ? () => setCorrecting(part) : null;
	const differences = record.differences.filter((one) => one.part === part);
	return (
		<>
			<div className={classes.head}>
				<div className={classes.headWords}>
					<strong>{programme.name}</strong>
					<span className={classes.quiet}>{contactMinutes > 0 ? t.hours(formatMinutes(contactMinutes)) : t.noHours}</span>
				</div>
				<div className={classes.buttons}>
					<Button
						renderRoot={(props) => (
							<Link to="/fallakten/$id/foerderbogen" params={{ id: caseFile.id }} search={{ teil: part }} {...props} />
						)}
						size="sm"
						variant="default"
						leftSection={<IconPrinter size={16} aria-hidden />}
					>
						{t.print}
					</Button>
					<Button
						renderRoot={(props) => (
							<Link
								to="/fallakten/$id/foerderbogen"
								params={{ id: caseFile.id }}
								search={{ teil: part, leer: true }}
								{...props}
							/>
						)}
						size="sm"
						variant="default"
						leftSection={<IconFileText size={16} aria-hidden />}
					>
						{t.printEmpty}
					</Button>
				</div>
			</div>
			<nav aria-label={t.steps}>
				<ol className={classes.steps}>
					{Part.options.map((one) => {
						const due = dues.find((other) => other.part === one);
						const done = participation?.[DONE_OF[one]] ?? null;
						return (
							<li key={one}>
								<button
									type="button"
									className={classes.step}
									aria-current={one === part ? 'step' : undefined}
									onClick={() => choose(one)}
								>
									<span className={classes.stepName}>{t.step[one]}</span>
									<StepState state={states[one]} doneOn={done} />
									{due && <span className={due.state === 'later' ? classes.quiet : classes.urgent}>{dueWords(due, tDue)}</span>}
								</button>
							</li>
						);
					})}
				</ol>
			</nav>
			<Section title={correcting === part ? `${t.correctTitle}: ${t.step[part]}` : t.step[part]} description={t.intro[part]}>
				<Differences caseId={caseFile.id} part={part} differences={differences} onCorrect={correct} />
				{states[part] === 'later' ? (
					<p style={{ margin: 0 }}>{t.previous[part]}</p>
				) : participation !== null && states[part] === 'done' && correcting !== part ? (
					<PartFacts
						part={part}
						participation={participation}
						programme={programme}
						onCorrect={correct}
						onReenter={part === 'exit' && !isClosed ? () => setReentering(true) : null}
					/>
				) : mayWrite ? (
					<PartForm
						key={`${part} ${correcting}`}
						caseId={caseFile.id}
						part={part}
						participation={participation}
						suggest={suggest}
						isCorrection={correcting === part}
						onDone={() => setCorrecting(null)}
					/>
				) : (
					<Alert color="gray" icon={<IconArchive aria-hidden />}>
						{t.closedEntry}
					</Alert>
				)}
			</Section>
			<FunderEvents record={record} />
			{reentering && <ReenterDialog caseId={caseFile.id} onClose={() => setReentering(false)} />}
		</>
	);
}

function StepState({ state, doneOn }: { state: 'done' | 'open' | 'later'; doneOn: string | null }) {
	const t = useTexts(texts);
	return (
		<span className={classes.quiet}>
			{state === 'done' && doneOn !== null
				? t.state.done(formatLocalDate(doneOn))
				: state === 'open'
					? t.state.open
					: t.state.notYet}
		</span>
	);
}
