import { formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Alarm, QUIET_PROBLEMS } from '#shared/features/share/model.ts';
import classes from './ShareStatusSection.module.css';
import { texts } from './texts.ts';

/** Each alarm on its own: what happened, where, since when, and what to do. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
	const t = useTexts(texts);
	if (alarms.length === 0) return null;
	return (
		<ul className={classes.alarms}>
			{alarms.map((alarm) => (
				<li
					key={`${alarm.problem}-${alarm.device}-${alarm.file}`}
					className={classes.alarm}
					data-quiet={QUIET_PROBLEMS.has(alarm.problem) || undefined}
				>
					<strong>
						{alarm.awaitsDevice && alarm.device !== null ? t.awaitsTitle(alarm.device) : t.alarmTitle[alarm.problem]}
					</strong>
					<span>{alarm.awaitsDevice ? t.awaitsTodo : t.alarmTodo[alarm.problem]}</span>
					<span className={classes.alarmWhere}>
						{[alarm.device === null ? null : t.alarmDevice(alarm.device), t.alarmSince(formatRelative(alarm.since))]
							.filter(Boolean)
							.join(', ')}
						{alarm.file !== null && (
							<>
								<br />
								{alarm.count > 1 ? t.alarmCount(alarm.count) : t.alarmFile}: {alarm.file}
							</>
						)}
					</span>
				</li>
			))}
		</ul>
	);
}
