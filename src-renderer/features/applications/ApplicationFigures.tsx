import { useTexts } from '#renderer/i18n/texts.ts';
import { type Application, figuresOf } from '#shared/features/applications/model.ts';
import classes from './Applications.module.css';
import { texts } from './texts.ts';

const SHOWN = ['sent', 'waiting', 'invitations', 'offers', 'hired'] as const;

export function ApplicationFigures({ applications }: { applications: readonly Application[] }) {
	const t = useTexts(texts);
	const figures = figuresOf(applications);
	return (
		<dl className={classes.figures} aria-label={t.figures}>
			{SHOWN.map((name) => (
				<div key={name}>
					<dt>{t.figure[name]}</dt>
					<dd>{figures[name]}</dd>
				</div>
			))}
		</dl>
	);
}
