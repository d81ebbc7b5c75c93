import { IconCalendarOff, IconClock, IconEye, IconMessages, IconUserQuestion } from '@tabler/icons-react';
import { goneAfter } from '#renderer/i18n/kiosk/languages.ts';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import classes from './Tiles.module.css';

const LINES = [
	['what', IconClock],
	['who', IconEye],
	['howLong', IconCalendarOff],
	['anonymous', IconUserQuestion],
	['ask', IconMessages],
] as const;

/** In five sentences; the whole sheet is on paper (print/KioskInformationSheet.tsx). */
export function PrivacyPage() {
	const { t, visit, day } = useTurn();
	const organisation = day?.organisation ?? '';
	return (
		<>
			<Heading
				under={
					organisation !== '' && (
						<>
							{t.privacy.responsible} <bdi>{organisation}</bdi>
						</>
					)
				}
			>
				{t.whatHappens}
			</Heading>
			<ul className={classes.grid}>
				{LINES.map(([line, Picture]) => (
					<li key={line} className={classes.sentence}>
						<span className={classes.blob}>
							<Picture aria-hidden />
						</span>
						<p>{line === 'howLong' ? goneAfter(visit.language, day?.keptWeeks ?? null) : t.privacy[line]}</p>
					</li>
				))}
			</ul>
		</>
	);
}
