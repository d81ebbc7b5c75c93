import { useTexts } from '#renderer/i18n/texts.ts';
import { CaseStage } from '#shared/features/cases/stage.ts';
import classes from './CaseStages.module.css';
import { texts } from './texts.ts';

/** How far the work with a client is; which one it is follows from the file. */
export function CaseStages({ stage }: { stage: CaseStage }) {
	const t = useTexts(texts);
	const now = CaseStage.options.indexOf(stage);
	return (
		<ol className={classes.stages} aria-label={t.stageOf(t.stage[stage])}>
			{CaseStage.options.map((one, at) => (
				<li key={one} data-past={at < now || undefined} aria-current={at === now ? 'step' : undefined}>
					<span className={classes.mark} aria-hidden />
					{t.stage[one]}
				</li>
			))}
		</ol>
	);
}
