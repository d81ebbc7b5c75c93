import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Desk.module.css';
import { texts } from './texts.ts';
import type { DeskControl } from './useDesk.ts';

/** For what is on paper because the power was out: rarely needed, and then never forgotten to be on. */
export function LaterEntry({ control }: { control: Pick<DeskControl, 'desk' | 'change'> }) {
	const t = useTexts(texts);
	const { issuedOn } = control.desk;
	const [opened, setOpened] = useState(false);
	const become = (day: typeof issuedOn) => {
		const isToday = day === localDateOf(Date.now());
		control.change((desk) => ({ ...desk, issuedOn: isToday ? null : day }));
		setOpened(false);
	};
	return (
		<Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withinPortal={false} shadow="md">
			<Popover.Target>
				<UnstyledButton className={classes.tile} aria-label={t.later} onClick={() => setOpened((before) => !before)}>
					<IconHistory size="1.5rem" stroke={1.7} aria-hidden />
					{t.laterShort}
				</UnstyledButton>
			</Popover.Target>
			<Popover.Dropdown>
				<DateField data-autofocus label={t.laterWhen} value={issuedOn} notInFuture onChange={become} />
			</Popover.Dropdown>
		</Popover>
	);
}

export function LaterBanner({ control }: { control: Pick<DeskControl, 'desk' | 'change'> }) {
	const t = useTexts(texts);
	const { issuedOn } = control.desk;
	if (issuedOn === null) return null;
	return (
		<div className={classes.later} role="status">
			<IconHistory size="1.5rem" stroke={1.7} aria-hidden />
			<span>{t.laterBanner(formatLocalDate(issuedOn))}</span>
			<Button variant="default" onClick={() => control.change((desk) => ({ ...desk, issuedOn: null }))}>
				{t.laterEnd}
			</Button>
		</div>
	);
}
