import { Button, Progress } from '@mantine/core';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './ProgressBar.module.css';
import { texts } from './texts.ts';

export interface ProgressBarProps {
	/** What is being done: "Sicherung wird geprüft". */
	label: string;
	done: number;
	/** 0: nobody knows yet how much there is. */
	total: number;
	onCancel?: () => void;
}

export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
	const t = useTexts(texts);
	const percent = total > 0 ? Math.min(100, (done / total) * 100) : 100;
	return (
		<div className={classes.progress}>
			<div className={classes.words}>
				<span aria-live="polite">{label}</span>
				{total > 1 && <span className={classes.count}>{t.of(formatNumber(done), formatNumber(total))}</span>}
			</div>
			<div className={classes.row}>
				<Progress.Root size="lg" className={classes.bar ?? ''}>
					<Progress.Section value={percent} striped={total === 0} animated={total === 0} aria-label={label} />
				</Progress.Root>
				{onCancel && (
					<Button size="sm" variant="default" onClick={onCancel}>
						{t.cancel}
					</Button>
				)}
			</div>
		</div>
	);
}
