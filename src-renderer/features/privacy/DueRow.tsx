import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { DuePerson } from '#shared/features/privacy/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { keepWords } from './keep-words.ts';
import classes from './Privacy.module.css';
import { texts } from './texts.ts';

/** Somebody who is due: why, since when, and what keeps them. */
export function DueRow({ due, children }: { due: Omit<DuePerson, 'personId'>; children: ReactNode }) {
	const t = useTexts(texts);
	return (
		<li className={classes.row}>
			<div className={classes.words}>
				<span className={classes.name}>
					{due.name} · {due.number}
				</span>
				<span className={classes.quiet}>
					{t.why[due.why](formatLocalDate(due.from))}, {t.since(formatLocalDate(due.since))}
				</span>
				{due.keeps.map((keep) => (
					<span key={keep.what} className={classes.keep}>
						{keepWords(keep, t)}
					</span>
				))}
			</div>
			<div className={classes.choices}>{children}</div>
		</li>
	);
}
