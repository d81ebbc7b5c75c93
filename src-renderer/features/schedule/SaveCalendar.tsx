import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconChevronDown } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CalendarOf } from '#shared/features/schedule/calendars.ts';
import classes from './SaveCalendar.module.css';
import { saveCalendar } from './save-calendar.ts';
import { texts } from './week-texts.ts';

/** The calendar as a file; whoever counsels may have their own with names, and is told what that means. */
export function SaveCalendar({ of, withNames }: { of: CalendarOf; withNames: boolean }) {
	const t = useTexts(texts);
	const icon = <IconCalendarDown size="1.25rem" aria-hidden />;
	if (!withNames) {
		return (
			<Button variant="default" leftSection={icon} onClick={() => saveCalendar(of)}>
				{t.saveCalendar}
			</Button>
		);
	}
	return (
		<Menu position="bottom-end" width="22rem">
			<Menu.Target>
				<Button variant="default" leftSection={icon} rightSection={<IconChevronDown size="1rem" aria-hidden />}>
					{t.saveCalendar}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => saveCalendar(of)}>{t.saveShown}</Menu.Item>
				<Menu.Item onClick={() => saveCalendar({ kind: 'own_with_names' })}>
					{t.saveOwn}
					<span className={classes.hint}>{t.saveOwnHint}</span>
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
