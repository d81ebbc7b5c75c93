import { Button, Popover, Text } from '@mantine/core';
import { IconAlertTriangleFilled, IconLock } from '@tabler/icons-react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './AccessLog.module.css';
import { texts } from './texts.ts';

interface Props {
	shown: number;
	/** Of the whole period, whatever is chosen of it. */
	failures: number;
	unreadable: number;
	/** Null when nothing else is shown. */
	onOnlyFailures: (() => void) | null;
}

/** How many there are, what deserves a look, and what cannot be seen. */
export function LogStatus({ shown, failures, unreadable, onOnlyFailures }: Props) {
	const t = useTexts(texts);
	return (
		<div className={classes.status}>
			<span role="status" className={classes.quiet}>
				{t.count(formatNumber(shown), shown === 1)}
			</span>
			{failures > 0 && (
				<span className={classes.failures}>
					<IconAlertTriangleFilled size="1.125rem" aria-hidden />
					{t.failures(formatNumber(failures), failures === 1)}
					{onOnlyFailures && (
						<Button size="compact-sm" variant="default" onClick={onOnlyFailures}>
							{t.onlyFailures}
						</Button>
					)}
				</span>
			)}
			{unreadable > 0 && (
				<span className={classes.unreadable}>
					<IconLock size="1.125rem" aria-hidden />
					{t.unreadable(formatNumber(unreadable))}
					<Popover width="min(28rem, 90vw)" position="bottom" withArrow shadow="md" trapFocus returnFocus>
						<Popover.Target>
							<Button size="compact-sm" variant="default">
								{t.why}
							</Button>
						</Popover.Target>
						<Popover.Dropdown>
							<Text size="sm" tabIndex={-1} data-autofocus>
								{t.unreadableWhy}
							</Text>
						</Popover.Dropdown>
					</Popover>
				</span>
			)}
		</div>
	);
}
