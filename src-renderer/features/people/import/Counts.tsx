import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ImportCounts } from './decisions.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

/** What the import would do, in numbers; what is zero is left out. */
export function Counts({ counts }: { counts: ImportCounts }) {
	const t = useTexts(texts);
	const shown = (Object.keys(t.count) as (keyof ImportCounts)[]).filter((key) => counts[key] > 0);
	return (
		<dl className={classes.counts} aria-live="polite">
			{shown.map((key) => (
				<div key={key} data-tone={key}>
					<dd>{formatNumber(counts[key])}</dd>
					<dt>{t.count[key]}</dt>
				</div>
			))}
		</dl>
	);
}
