import { MultiSelect, Select } from '@mantine/core';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DoorSheet } from '#renderer/print/DoorSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { Room } from '#shared/features/rooms/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import classes from './DoorSheetPart.module.css';
import { doorEntries } from './door-entries.ts';
import { printTexts } from './print-texts.ts';

interface Props {
	profile: SiteProfile;
	monday: LocalDate;
	rooms: readonly Room[];
	blocks: readonly Block[];
	closedFor(day: LocalDate): string | null;
}

const WHOLE_WEEK = 'week';

/** A sheet for the door of each room: of which rooms, and of one day or the week. */
export function DoorSheetPart({ profile, monday, rooms, blocks, closedFor }: Props) {
	const t = useTexts(printTexts);
	/** Null: all of them. */
	const [chosen, setChosen] = useStickyState<string[] | null>('weekPrint.doorRooms', null);
	const [span, setSpan] = useStickyState<string>('weekPrint.doorSpan', WHOLE_WEEK);
	const week = weekFrom(monday);
	const hung = rooms.filter(({ id }) => chosen === null || chosen.includes(id));
	const inRooms = blocks.filter(({ roomId }) => hung.some(({ id }) => id === roomId));
	const one = week.find((day) => day === span);
	const days = one === undefined ? week.filter((day, at) => at < 5 || inRooms.some((block) => block.day === day)) : [one];
	return (
		<>
			<div className={classes.choices}>
				<Select
					label={t.doorSpan}
					data={[{ value: WHOLE_WEEK, label: t.wholeWeek }, ...week.map((day) => ({ value: day, label: longDayOf(day) }))]}
					value={one ?? WHOLE_WEEK}
					onChange={(next) => setSpan(next ?? WHOLE_WEEK)}
					allowDeselect={false}
					w="17rem"
				/>
				<MultiSelect
					{...scrollingOptions}
					className={classes.rooms ?? ''}
					label={t.doorRooms}
					data={rooms.map(({ id, name }) => ({ value: id as string, label: name }))}
					value={hung.map(({ id }) => id)}
					onChange={(ids) => setChosen(ids.length === rooms.length ? null : ids)}
				/>
			</div>
			{hung.length === 0 ? (
				<p role="status">{rooms.length === 0 ? t.noRooms : t.noRoomChosen}</p>
			) : (
				<PrintSheet label={t.preview}>
					<DoorSheet
						profile={profile}
						days={days}
						rooms={hung.map(({ id, name }) => ({ id, name, entries: doorEntries(blocks, id) }))}
						closedFor={closedFor}
					/>
				</PrintSheet>
			)}
		</>
	);
}
