import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { LIFE_AREAS, type Moment, type Situation } from '#shared/features/goals/model.ts';
import { changesOf } from '#shared/features/goals/progress.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Situation.module.css';
import { SituationChart } from './SituationChart.tsx';
import { SituationDialog } from './SituationDialog.tsx';
import { texts } from './texts.ts';

interface Props {
	caseId: CaseId;
	situation: readonly Situation[];
	frozen: boolean;
	/** Which moments can be noted here. */
	moments: readonly Moment[];
}

/** Where the client stood at the beginning and at the end, as a chart and in words. */
export function SituationSection({ caseId, situation, frozen, moments }: Props) {
	const t = useTexts(texts);
	const [asking, setAsking] = useState<Moment | null>(null);
	const changes = changesOf(situation).filter(({ entry, exit }) => entry !== null || exit !== null);
	return (
		<Section title={t.situation} description={t.situationHint}>
			{changes.length === 0 ? (
				<p className={classes.hint}>{t.noSituation}</p>
			) : (
				<>
					<SituationChart changes={changes} />
					<p className={classes.hint}>{t.scale}</p>
				</>
			)}
			<Notes situation={situation} />
			{!frozen && (
				<div className={classes.links}>
					{moments.map((moment) => (
						<Button
							key={moment}
							size="sm"
							variant="default"
							leftSection={<IconPencil size={16} aria-hidden />}
							onClick={() => setAsking(moment)}
						>
							{moment === 'entry' ? t.askEntry : t.askExit}
						</Button>
					))}
				</div>
			)}
			{asking !== null && (
				<SituationDialog caseId={caseId} moment={asking} situation={situation} onClose={() => setAsking(null)} />
			)}
		</Section>
	);
}

function Notes({ situation }: Pick<Props, 'situation'>) {
	const t = useTexts(texts);
	const noted = LIFE_AREAS.flatMap((area) =>
		situation.filter((one) => one.area === area && (one.resources.trim() || one.obstacles.trim())),
	);
	if (noted.length === 0) return null;
	return (
		<details className={classes.summary}>
			<summary>{t.notesShort}</summary>
			<dl className={classes.notes}>
				{noted.map(({ area, moment, resources, obstacles }) => (
					<div key={`${area} ${moment}`}>
						<dt>
							{t.themes[area]}, {t.moment[moment]}
						</dt>
						{resources.trim() && (
							<dd>
								<span>{t.resources}</span> {resources}
							</dd>
						)}
						{obstacles.trim() && (
							<dd>
								<span>{t.obstacles}</span> {obstacles}
							</dd>
						)}
					</div>
				))}
			</dl>
		</details>
	);
}
