import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsExchange, IconBoltOff, IconSignature } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import { isUnsafe, lacksTest, nextStages } from '#shared/features/repairs/stages.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Board.module.css';
import { boardTexts } from './board-texts.ts';
import { pictureOf } from './category-name.ts';
import { stepTexts } from './step-texts.ts';
import { moveRepair, takeRepair } from './steps.ts';
import { texts } from './texts.ts';

interface Props {
	repair: RepairRow;
	now: number;
	onFinish(): void;
}

/** One repair on the board: its number, what it is, who has it, and its next steps. */
export function BoardCard({ repair, now, onFinish }: Props) {
	const t = useTexts(boardTexts);
	const words = useTexts(texts);
	const steps = useTexts(stepTexts);
	const { acting } = useSession();
	const { stage, number, item, helpers } = repair;
	const Picture = pictureOf(repair.category);
	const isMine = helpers.some(({ id }) => id === acting.id);
	return (
		<li className={classes.card} data-stage={stage}>
			<Link to="/reparaturen/$id" params={{ id: repair.id }} className={classes.what ?? ''}>
				<Picture size="1.5rem" stroke={1.6} className={classes.picture} aria-hidden />
				<span className={classes.number}>
					{number}{' '}
					{repair.day !== localDateOf(now) && <span className={classes.day}>{formatLocalDate(repair.day).slice(0, 6)}</span>}
				</span>
				<span className={classes.item}>{item}</span>
			</Link>
			<p className={classes.facts}>
				{stage === 'done' && repair.result !== null ? words.result[repair.result] : waitedWords(repair, now, t)}
				{repair.isSelfHelp && ` · ${t.selfHelp}`}
			</p>
			{helpers.length > 0 && <p className={classes.helpers}>{helpers.map(({ name }) => name).join(', ')}</p>}
			{isUnsafe(repair) ? (
				<p className={classes.warning}>
					<IconBoltOff size="1rem" aria-hidden /> {words.unsafe}
				</p>
			) : (
				stage === 'testing' &&
				lacksTest(repair) && (
					<p className={classes.mark}>
						<IconBoltOff size="1rem" aria-hidden /> {words.testMissing}
					</p>
				)
			)}
			{repair.waiverId === null && stage !== 'done' && (
				<p className={classes.mark}>
					<IconSignature size="1rem" aria-hidden /> {t.noWaiver}
				</p>
			)}
			<div className={classes.steps}>
				{stage !== 'done' && !isMine && (
					<Button
						size="compact-md"
						variant={stage === 'waiting' ? 'filled' : 'default'}
						aria-label={`${number} ${stage === 'waiting' ? steps.take : steps.join}`}
						onClick={() => void takeRepair(repair, steps)}
					>
						{stage === 'waiting' ? steps.take : steps.join}
					</Button>
				)}
				<Menu position="bottom-end">
					<Menu.Target>
						<ActionIcon variant="default" size={30} aria-label={t.menu(number)}>
							<IconArrowsExchange size={18} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						{nextStages(stage)
							.filter((to) => stage !== 'waiting' || to !== 'in_work')
							.map((to) => (
								<Menu.Item key={to} onClick={() => (to === 'done' ? onFinish() : void moveRepair(repair, to, steps))}>
									{steps.to[to]}
								</Menu.Item>
							))}
					</Menu.Dropdown>
				</Menu>
			</div>
		</li>
	);
}

/** For how long it has been here; from another day, since when. */
function waitedWords({ day, arrivedAt }: RepairRow, now: number, t: (typeof boardTexts)['de']): string {
	if (day !== localDateOf(now)) return t.since(formatLocalDate(day));
	return t.waited(formatMinutes(Math.max(0, Math.floor((now - arrivedAt) / 60_000))));
}
