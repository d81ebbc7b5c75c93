import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconBarrierBlock, IconCalendar, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Obstacle } from '#shared/features/lending/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { obstacleTexts, sentenceOf } from '../obstacle-sentences.ts';
import { type Facts, obstaclesOf } from './against.ts';
import { DayField } from './DayField.tsx';
import { changeGoing, dayOf, dueOnFor, type Going, inHouseFor, without } from './desk-state.ts';
import classes from './Lines.module.css';
import { Tick, Ticks } from './Ticks.tsx';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

interface OutLineProps {
	going: Going;
	parts: readonly Going[];
	facts: Facts;
	control: Pick<DeskControl, 'change' | 'takeAway'>;
}

/** One thing, or a kit with its parts, on its way out. */
export function OutLine({ going, parts, facts, control }: OutLineProps) {
	const t = useTexts(texts);
	const { item, inHouse } = going;
	const [choosing, setChoosing] = useState(false);
	const hours = useQuery(api.site.openingHours.queryOptions());
	const closing = hours.data ? openingOf(hours.data).closingTime(localDateOf(Date.now())) : null;
	const detail = [item.number, item.location, parts.length > 0 ? t.kit(parts.length) : null, item.condition];
	return (
		<li className={classes.line}>
			<div className={classes.head}>
				<div className={classes.name}>
					<strong>{item.name}</strong>
					<span>{detail.filter(Boolean).join(' · ')}</span>
				</div>
				<ActionIcon
					variant="subtle"
					color="gray"
					size="2.75rem"
					aria-label={t.takeAway(item.name)}
					onClick={() => control.takeAway((desk) => without(desk, item.id))}
				>
					<IconX size="1.375rem" aria-hidden />
				</ActionIcon>
			</div>
			<div className={classes.terms}>
				<Tick
					label={item.inHouseOnly ? t.inHouseOnly : t.inHouse}
					name={`${item.inHouseOnly ? t.inHouseOnly : t.inHouse}: ${item.name}`}
					checked={inHouse}
					disabled={item.inHouseOnly}
					onChange={(checked) => control.change((desk) => inHouseFor(desk, item.id, checked))}
				/>
				{inHouse ? (
					<span className={classes.until}>{t.untilClosing(closing)}</span>
				) : (
					!choosing && (
						<Button
							variant="subtle"
							className={classes.day ?? ''}
							leftSection={<IconCalendar size="1.25rem" stroke={1.7} aria-hidden />}
							aria-label={`${t.until(formatLocalDate(dayOf(going)))}. ${t.changeDay(item.name)}`}
							onClick={() => setChoosing(true)}
						>
							{t.until(formatLocalDate(dayOf(going)))}
						</Button>
					)
				)}
				<Ticks
					label={`${t.with}: ${item.name}`}
					names={item.accessories}
					ticks={going.ticks}
					onChange={(ticks) => control.change((desk) => changeGoing(desk, item.id, { ticks }))}
				/>
			</div>
			{choosing && !inHouse && (
				<DayField
					label={t.dayFor(item.name)}
					value={dayOf(going)}
					onChange={(day) => control.change((desk) => dueOnFor(desk, item.id, day))}
				/>
			)}
			<Obstacles obstacles={obstaclesOf(going, facts)} />
			{parts.length > 0 && (
				<ul className={classes.parts}>
					{parts.map((part) => (
						<li key={part.item.id} className={classes.part}>
							<span className={classes.partName}>
								{part.item.name} <span>{part.item.number}</span>
							</span>
							<Ticks
								label={`${t.with}: ${part.item.name}`}
								names={part.item.accessories}
								ticks={part.ticks}
								onChange={(ticks) => control.change((desk) => changeGoing(desk, part.item.id, { ticks }))}
							/>
							<Obstacles obstacles={obstaclesOf(part, facts)} />
						</li>
					))}
				</ul>
			)}
		</li>
	);
}

export function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
	const sentences = useTexts(obstacleTexts);
	if (obstacles.length === 0) return null;
	return (
		<ul className={classes.obstacles}>
			{obstacles.map((obstacle) => {
				const Icon = obstacle.weight === 'forbids' ? IconBarrierBlock : IconAlertTriangle;
				return (
					<li key={`${obstacle.code} ${obstacle.detail}`} data-weight={obstacle.weight}>
						<Icon size="1.25rem" aria-hidden />
						<span>{sentenceOf(sentences, obstacle)}</span>
					</li>
				);
			})}
		</ul>
	);
}
