import { formatMinutes } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Contact } from '#shared/features/cases/model.ts';
import classes from './Contact.module.css';
import { texts } from './texts.ts';
import { minutesByTopic, minutesOf } from './timeline.ts';

/** How much time the shown contacts took, in all and by topic. */
export function TimelineSums({ contacts }: { contacts: readonly Contact[] }) {
	const t = useTexts(texts);
	const total = minutesOf(contacts);
	if (total === 0) return null;
	return (
		<dl className={classes.sums} aria-label={t.sums} title={t.sumsHint}>
			<div>
				<dt>{t.sumsTotal}</dt>
				<dd>
					<strong>{formatMinutes(total)}</strong>
				</dd>
			</div>
			{minutesByTopic(contacts).map(({ topic, minutes }) => (
				<div key={topic}>
					<dt>{t.topic[topic]}</dt>
					<dd>{formatMinutes(minutes)}</dd>
				</div>
			))}
		</dl>
	);
}
