import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { stepTexts } from '#renderer/features/repairs/step-texts.ts';
import { takeRepair } from '#renderer/features/repairs/steps.ts';
import { texts as repairTexts } from '#renderer/features/repairs/texts.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { isUnsafe } from '#shared/features/repairs/stages.ts';
import { repairsTexts } from './repairs-texts.ts';
import classes from './TodayPage.module.css';

const MOST = 5;

/** The queue, for those who work in the workshops: whoever has waited longest, to take with one click. */
export function Repairs() {
	const t = useTexts(repairsTexts);
	const words = useTexts(repairTexts);
	const steps = useTexts(stepTexts);
	const board = useQuery(api.repairs.board.queryOptions());
	const rows = board.data ?? [];
	const waiting = rows.filter(({ stage }) => stage === 'waiting');
	const count = (stage: string) => rows.filter((row) => row.stage === stage).length;
	const unsafe = rows.filter(isUnsafe);
	return (
		<Section title={words.repairs}>
			<ErrorNotice error={board.error} onRetry={() => void board.refetch()} />
			{board.isPending && <Skeleton height={96} />}
			{board.data && (
				<>
					<p className={classes.words}>
						{rows.length === 0 ? t.nothing : t.counts(waiting.length, count('in_work') + count('testing'), count('done'))}
					</p>
					{unsafe.map(({ id, number, item }) => (
						<p key={id} className={classes.words}>
							<Link to="/reparaturen/$id" params={{ id }}>
								{number} {item}
							</Link>
							: {words.unsafe}
						</p>
					))}
					<ul className={classes.queue}>
						{waiting.slice(0, MOST).map((row) => (
							<li key={row.id}>
								<Link to="/reparaturen/$id" params={{ id: row.id }}>
									{row.number} {row.item}
								</Link>
								<Button
									size="compact-md"
									variant="default"
									aria-label={`${row.number} ${steps.take}`}
									onClick={() => void takeRepair(row, steps)}
								>
									{steps.take}
								</Button>
							</li>
						))}
					</ul>
					<Group>
						<Button variant="light" renderRoot={(props) => <Link to="/reparaturen" {...props} />}>
							{t.board}
						</Button>
						<Button variant="default" renderRoot={(props) => <Link to="/reparaturen/annahme" {...props} />}>
							{t.intake}
						</Button>
					</Group>
				</>
			)}
		</Section>
	);
}
