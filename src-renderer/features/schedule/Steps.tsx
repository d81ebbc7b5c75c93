import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './Steps.module.css';
import { texts } from './week-texts.ts';

interface Props {
	step: 'day' | 'week' | 'month';
	onGo(by: 1 | -1): void;
	onToday(): void;
}

/** To what was before and what comes after, and back to now. */
export function Steps({ step, onGo, onToday }: Props) {
	const t = useTexts(texts);
	return (
		<div className={classes.steps}>
			<ActionIcon variant="default" size={42} aria-label={t.earlier[step]} onClick={() => onGo(-1)}>
				<IconChevronLeft size={20} aria-hidden />
			</ActionIcon>
			<Button variant="default" px="sm" onClick={onToday}>
				{t.toToday[step]}
			</Button>
			<ActionIcon variant="default" size={42} aria-label={t.later[step]} onClick={() => onGo(1)}>
				<IconChevronRight size={20} aria-hidden />
			</ActionIcon>
		</div>
	);
}
