import { Button } from '@mantine/core';
import { IconCircleCheck, IconCopyX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { bundleKits, type KitLine } from '#shared/features/lending/kit-lines.ts';
import type { Loan, LoanLine } from '#shared/features/lending/model.ts';
import { DueMark } from '../DueMark.tsx';
import { lineTexts } from '../line-texts.ts';
import classes from './LoanLines.module.css';
import { missingOf } from './missing-accessories.ts';
import { pageTexts } from './page-texts.ts';
import { TakeBack } from './TakeBack.tsx';

/** What belongs to a loan, line by line: out, back, or entered twice. A kit's parts stand under the kit. */
export function LoanLines({ loan }: { loan: Loan }) {
	const t = useTexts(pageTexts);
	const [takingBack, setTakingBack] = useState<KitLine<LoanLine> | null>(null);
	const bundles = bundleKits(loan.lineList);
	return (
		<Section title={t.lines}>
			<ul className={classes.lines}>
				{bundles.map(({ line, parts }) => (
					<li key={line.id} className={classes.bundle}>
						<Line line={line} kit={null} onTakeBack={() => setTakingBack({ line, parts })} />
						{parts.length > 0 && (
							<ul className={classes.parts}>
								{parts.map((part) => (
									<li key={part.id}>
										{/* Together with the kit, unless the kit is back without it. */}
										<Line
											line={part}
											kit={line}
											onTakeBack={line.outcome === 'out' ? null : () => setTakingBack({ line: part, parts: [] })}
										/>
									</li>
								))}
							</ul>
						)}
					</li>
				))}
			</ul>
			{takingBack && (
				<TakeBack
					lines={[takingBack.line, ...takingBack.parts].filter(({ outcome }) => outcome === 'out')}
					onClose={() => setTakingBack(null)}
				/>
			)}
		</Section>
	);
}

interface LineProps {
	line: LoanLine;
	/** The kit that it is a part of. */
	kit: LoanLine | null;
	onTakeBack: (() => void) | null;
}

function Line({ line, kit, onTakeBack }: LineProps) {
	const t = useTexts(pageTexts);
	const words = useTexts(lineTexts);
	const missing = missingOf(line);
	return (
		<div className={classes.line}>
			<div className={classes.item}>
				<span>
					<span className={classes.itemNumber}>{line.itemNumber}</span>{' '}
					<Link to="/inventar/$id" params={{ id: line.itemId }}>
						{line.itemName}
					</Link>
				</span>
				{line.accessoriesOut.length > 0 && (
					<span className={classes.detail}>{words.accessories(line.accessoriesOut.join(', '))}</span>
				)}
				{missing.length > 0 && <span className={classes.wrong}>{t.missing(missing.join(', '))}</span>}
				{line.conditionOut !== null && <span className={classes.detail}>{t.conditionOut(line.conditionOut)}</span>}
				{line.conditionIn !== null && <span className={classes.detail}>{t.conditionIn(line.conditionIn)}</span>}
			</div>
			<div>
				{/* A part says nothing where it shares the fate of its kit. */}
				{!(line.outcome === 'out' && kit?.outcome === 'out' && kit.dueOn === line.dueOn) && <LineState line={line} />}
				{line.extended > 0 && kit?.extended !== line.extended && (
					<span className={classes.quiet}>{t.extended(line.extended)}</span>
				)}
			</div>
			<div className={classes.action}>
				{line.outcome === 'out' && onTakeBack && (
					<Button size="compact-md" variant="default" aria-label={t.takeBackOf(line.itemName)} onClick={onTakeBack}>
						{t.takeBack}
					</Button>
				)}
			</div>
		</div>
	);
}

function LineState({ line }: { line: LoanLine }) {
	const t = useTexts(pageTexts);
	if (line.outcome === 'out') return <DueMark dueOn={line.dueOn} isOverdue={line.isOverdue} />;
	return (
		<span className={classes.back} data-double={line.outcome === 'double' || undefined}>
			{line.outcome === 'double' ? (
				<>
					<IconCopyX size="1.125rem" aria-hidden />
					<span>{t.double}</span>
				</>
			) : (
				<>
					<IconCircleCheck size="1.125rem" aria-hidden />
					<span>{t.backOn(formatInstant(line.returnedAt ?? 0), line.returnedBy)}</span>
				</>
			)}
		</span>
	);
}
