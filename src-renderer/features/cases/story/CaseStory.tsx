import { Skeleton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { GoalsCell } from '#renderer/features/goals/GoalsCell.tsx';
import { PassingOnCell } from '#renderer/features/referrals/PassingOnCell.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from '../Story.module.css';
import type { OpenedCase } from '../useOpenCase.ts';
import { HoursCell } from './HoursCell.tsx';
import { LastContactCell } from './LastContactCell.tsx';
import { NextStepCell } from './NextStepCell.tsx';
import { PapersCell } from './PapersCell.tsx';
import { texts } from './texts.ts';
import type { StoryFact, Who } from './who.tsx';

interface Props {
	opened: OpenedCase;
	/** Undefined while it is read. */
	who: Who | undefined;
	/** Null: it takes no change. */
	onEdit: (() => void) | null;
}

/** The story of a case file at a glance: who, what is next, what was last, how far, and what is in it. */
export function CaseStory({ opened: { caseFile, ownerName, contactMinutes }, who, onEdit }: Props) {
	const t = useTexts(texts);
	const id = useId();
	const members = useQuery(api.members.list.queryOptions());
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const frozen = caseFile.status === 'closed';
	const deputies = caseFile.deputyIds.map((one) => members.data?.find((member) => member.id === one)?.name).filter(Boolean);
	const programme = programmes.data?.find((one) => one.id === caseFile.programmeId);
	const through = [caseFile.source && t.through(caseFile.source), programme?.name].filter(Boolean).join(' · ');
	return (
		<section aria-labelledby={id} className={classes.story}>
			<VisuallyHidden component="h2" id={id}>
				{t.story}
			</VisuallyHidden>
			<dl className={classes.who}>
				{who ? (
					<>
						<Fact {...who.about} />
						<Fact {...who.reach} />
					</>
				) : (
					<Skeleton height={56} className={classes.waiting ?? ''} />
				)}
				<Fact
					label={t.owner}
					lines={[ownerName, deputies.length > 0 && <span className={classes.quiet}>{t.deputies(deputies.join(', '))}</span>]}
				/>
				<Fact
					label={
						onEdit ? (
							<UnstyledButton className={classes.way ?? ''} onClick={onEdit} aria-label={t.edit}>
								{t.file}
								<IconPencil size={14} aria-hidden />
							</UnstyledButton>
						) : (
							t.file
						)
					}
					lines={[t.openedOn(formatLocalDate(caseFile.openedOn)), through && <span className={classes.quiet}>{through}</span>]}
				/>
			</dl>
			<div className={classes.cells}>
				<NextStepCell caseId={caseFile.id} frozen={frozen} />
				<LastContactCell caseId={caseFile.id} />
				<HoursCell caseId={caseFile.id} contactMinutes={contactMinutes} isBusiness={caseFile.businessId !== null} />
				<GoalsCell caseId={caseFile.id} frozen={frozen} />
				<PassingOnCell caseId={caseFile.id} />
				<PapersCell caseId={caseFile.id} />
			</div>
		</section>
	);
}

function Fact({ label, lines }: StoryFact) {
	return (
		<div className={classes.fact}>
			<dt className={classes.title}>{label}</dt>
			{lines.filter(Boolean).map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one fact have no identity of their own
				<dd key={at}>{line}</dd>
			))}
		</div>
	);
}
