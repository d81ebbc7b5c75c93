import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconPrinter, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { GoalFields } from '#shared/features/goals/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { GoalCard } from './GoalCard.tsx';
import { GoalForm } from './GoalForm.tsx';
import classes from './Goals.module.css';
import { refreshGoals } from './refresh-goals.ts';
import { SituationSection } from './SituationSection.tsx';
import { texts } from './texts.ts';

const newGoal = (): GoalFields => ({
	...{ theme: 'work', text: '', indicator: null, targetOn: null, agreedOn: localDateOf(Date.now()) },
});

/** All goals of a case file, and where the client stood. */
export function GoalsPage() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const { id } = caseFile;
	const found = useQuery(api.goals.ofCase.queryOptions({ input: { caseId: id } }));
	const [adding, setAdding] = useState(0);
	const button = useRef<HTMLButtonElement>(null);
	const frozen = caseFile.status === 'closed';
	if (!found.data) {
		return found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton height={320} />;
	}
	const { goals, situation } = found.data;
	const addButton = (
		<Button
			ref={button}
			style={{ alignSelf: 'flex-start' }}
			variant={goals.length === 0 ? 'filled' : 'light'}
			leftSection={<IconPlus size={18} aria-hidden />}
			onClick={() => setAdding(1)}
		>
			{t.newGoal}
		</Button>
	);
	return (
		<div className={classes.columns}>
			<Section
				title={t.goals}
				actions={
					goals.some(({ balance }) => balance === null) && (
						<Button
							size="compact-md"
							variant="light"
							leftSection={<IconPrinter size={16} aria-hidden />}
							renderRoot={(props) => <Link to="/fallakten/$id/zielvereinbarung" params={{ id }} {...props} />}
						>
							{t.printAgreement}
						</Button>
					)
				}
			>
				{goals.length === 0 && adding === 0 ? (
					<EmptyState icon={<IconTargetArrow />} title={t.emptyTitle} action={!frozen && addButton}>
						{t.emptyWords}
					</EmptyState>
				) : (
					<>
						<ul className={classes.goals}>
							{goals.map((goal) => (
								<GoalCard key={goal.id} goal={goal} frozen={frozen} />
							))}
						</ul>
						{!frozen &&
							(adding > 0 ? (
								<GoalForm
									key={adding}
									label={t.newGoal}
									button={t.saveGoal}
									initial={newGoal()}
									onSave={async (fields) => {
										await client.goals.add({ ...fields, caseId: id });
										setAdding(adding + 1);
										await refreshGoals();
									}}
									onCancel={() => {
										setAdding(0);
										requestAnimationFrame(() => button.current?.focus());
									}}
								/>
							) : (
								addButton
							))}
					</>
				)}
			</Section>
			{/* Areas of life are those of a person. */}
			{caseFile.businessId === null && (
				<SituationSection
					caseId={id}
					situation={situation}
					frozen={frozen}
					moments={situation.length > 0 ? ['entry', 'exit'] : ['entry']}
				/>
			)}
		</div>
	);
}
