import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import { type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import { titleOf } from './block-words.ts';
import { type Block, placeOf } from './blocks.ts';
import { DayNotes } from './DayNotes.tsx';
import classes from './WeekList.module.css';
import { texts } from './week-texts.ts';

interface Props {
	monday: LocalDate;
	blocks: readonly Block[];
	absences: readonly Absence[];
	opening: Opening;
	onOpen(block: Block): void;
}

/** The same week to read from top to bottom: for screen readers, small windows, and whoever likes lists. */
export function WeekList({ monday, blocks, absences, opening, onOpen }: Props) {
	const t = useTexts(texts);
	return weekFrom(monday).map((day, at) => {
		const shown = blocks.filter((block) => block.day === day);
		if (at > 4 && shown.length === 0) return null;
		return (
			<Section key={day} title={longDayOf(day)}>
				<DayNotes days={[day]} absences={absences} opening={opening} />
				{shown.length === 0 ? (
					<p className={classes.none}>{t.nothing}</p>
				) : (
					<ul className={classes.list}>
						{shown.map((block) => (
							<li key={block.key}>
								<span className={classes.time}>
									{block.from}–{block.until}
								</span>
								<span className={classes.what}>
									{block.what === 'session' ? (
										<Link to="/angebote/$id" params={{ id: block.session.offerId }}>
											{titleOf(block, t)}
										</Link>
									) : block.what === 'appointment' ? (
										<Anchor component="button" type="button" onClick={() => onOpen(block)}>
											{titleOf(block, t)}
										</Anchor>
									) : (
										titleOf(block, t)
									)}
								</span>
								<span>{placeOf(block) ?? t.noRoom}</span>
							</li>
						))}
					</ul>
				)}
			</Section>
		);
	});
}
