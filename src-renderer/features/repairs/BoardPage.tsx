import { Button, Skeleton } from '@mantine/core';
import { IconDeviceTv, IconPlus, IconTool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import { type RepairRow, RepairStage, repairOnSlip } from '#shared/features/repairs/model.ts';
import { WALL_HASH } from '#shared/features/repairs/wall.ts';
import classes from './Board.module.css';
import { BoardCard } from './BoardCard.tsx';
import { boardTexts } from './board-texts.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { RepairTabs } from './RepairTabs.tsx';
import { stepTexts } from './step-texts.ts';
import { takeRepair } from './steps.ts';

/** The afternoon at a glance: what waits, who has what in hand, what is done; each step is one click or one scan. */
export function BoardPage() {
	const t = useTexts(boardTexts);
	const steps = useTexts(stepTexts);
	const navigate = useNavigate();
	const now = useNow(30_000);
	const found = useQuery(api.repairs.board.queryOptions());
	const [finishing, setFinishing] = useState<RepairRow | null>(null);
	const rows = found.data ?? [];
	const open = rows.filter(({ stage }) => stage !== 'done').length;
	useScanner(finishing === null, false, (code) => {
		const id = repairOnSlip(code);
		const waiting = rows.find((row) => row.id === id && row.stage === 'waiting');
		if (waiting === undefined) return false;
		void takeRepair(waiting, steps);
		return true;
	});
	return (
		<Page width="wide">
			<RepairTabs />
			<PageHeader
				title={t.title}
				subtitle={found.data && t.intro(open)}
				actions={
					<>
						<Button
							variant="default"
							leftSection={<IconDeviceTv size={18} aria-hidden />}
							onClick={() => window.open(WALL_HASH, 'kontor-wand', 'popup,width=1280,height=800')}
						>
							{t.wall}
						</Button>
						<Button
							leftSection={<IconPlus size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/reparaturen/annahme" {...props} />}
						>
							{t.intake}
						</Button>
					</>
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={320} />}
			{found.data && rows.length === 0 && (
				<EmptyState
					icon={<IconTool />}
					title={t.emptyTitle}
					action={<Button onClick={() => void navigate({ to: '/reparaturen/annahme' })}>{t.intake}</Button>}
				>
					{t.empty}
				</EmptyState>
			)}
			{rows.length > 0 && (
				<div className={classes.board}>
					{RepairStage.options.map((stage) => {
						const cards = rows.filter((row) => row.stage === stage);
						return (
							<section key={stage} className={classes.column} aria-labelledby={`tafel-${stage}`}>
								<h2 id={`tafel-${stage}`} className={classes.columnName}>
									{t.column[stage]} <span className={classes.count}>{cards.length}</span>
								</h2>
								{cards.length === 0 && <p className={classes.none}>{t.none}</p>}
								<ul className={classes.cards}>
									{(stage === 'done' ? cards.toReversed() : cards).map((row) => (
										<BoardCard key={row.id} repair={row} now={now} onFinish={() => setFinishing(row)} />
									))}
								</ul>
							</section>
						);
					})}
				</div>
			)}
			{rows.length > 0 && <p className={classes.hint}>{t.hint}</p>}
			{finishing && <OutcomeDialog repair={finishing} onClose={() => setFinishing(null)} />}
		</Page>
	);
}
