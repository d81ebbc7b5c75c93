import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Obstacle } from '#shared/features/lending/model.ts';
import { BorrowerLink } from '../BorrowerLink.tsx';
import { DueMark } from '../DueMark.tsx';
import classes from './Desk.module.css';
import { isOnDesk } from './desk-state.ts';
import { Obstacles } from './OutLine.tsx';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface BorrowerPanelProps {
	control: DeskControl;
	obstacles: readonly Obstacle[];
}

/** Whose card lies on the desk. */
export function BorrowerPanel({ control, obstacles }: BorrowerPanelProps) {
	const t = useTexts(texts);
	const { borrower } = control.desk;
	if (borrower === null) {
		return (
			<section aria-labelledby="desk-card" className={classes.noCard}>
				<IconId size="2.25rem" stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
				<h2 id="desk-card" className={classes.title}>
					{t.noCard}
				</h2>
				<p className={classes.quiet}>{t.noCardWords}</p>
			</section>
		);
	}
	return <Card borrower={borrower} control={control} obstacles={obstacles} />;
}

const MOST_LINES = 200;

function Card({ borrower, control, obstacles }: BorrowerPanelProps & { borrower: BorrowerRow }) {
	const t = useTexts(texts);
	const name = borrowerName(borrower);
	const out = useQuery(api.lending.out.queryOptions({ input: { borrowerId: borrower.id, itemId: null, limit: MOST_LINES } }));
	const bundles = bundleKits(out.data ?? []);
	return (
		<section aria-labelledby="desk-card" className={classes.card}>
			<div className={classes.cardHead}>
				<div>
					<h2 id="desk-card" className={classes.title}>
						<BorrowerLink id={borrower.id} name={name} />
					</h2>
					<p className={classes.cardNumber}>
						{t.card} {borrower.number}
						{borrower.city !== null && ` · ${borrower.city}`}
					</p>
				</div>
				<Button
					variant="default"
					aria-label={t.takeCardAway(name)}
					onClick={() => control.takeAway((desk) => ({ ...desk, borrower: null }))}
				>
					{t.cardAway}
				</Button>
			</div>
			<Obstacles obstacles={obstacles} />
			<ErrorNotice error={out.error} onRetry={() => void out.refetch()} />
			{out.data && <h3 className={classes.hasTitle}>{bundles.length === 0 ? t.hasNothing : t.has(bundles.length)}</h3>}
			<ul className={classes.has}>
				{bundles.map(({ line, parts }) => (
					<li key={line.id}>
						<div className={classes.hasName}>
							<span>{line.itemName}</span>
							<DueMark dueOn={line.dueOn} isOverdue={line.isOverdue} />
						</div>
						{isOnDesk(control.desk, line.itemId) ? (
							<span className={classes.here}>{t.onDesk}</span>
						) : (
							<Button
								variant="light"
								aria-label={t.comesBackNamed(line.itemName)}
								onClick={() => void control.bringBack([line, ...parts])}
							>
								{t.comesBack}
							</Button>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
