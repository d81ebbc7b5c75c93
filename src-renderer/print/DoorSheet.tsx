import { weekNumberOf } from '#renderer/i18n/days.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { TimeSpan } from '#shared/kernel/wall-time.ts';
import classes from './DoorSheet.module.css';

/** What is in a room for some time, as anybody who passes may read it. */
export interface DoorEntry extends TimeSpan {
	readonly key: string;
	readonly day: LocalDate;
	readonly what: string;
	/** Beneath it. */
	readonly note: string | null;
	readonly isCancelled: boolean;
}

export interface DoorSheetProps {
	profile: SiteProfile;
	/** One, or those of a week. */
	days: readonly LocalDate[];
	/** A sheet each. */
	rooms: readonly { readonly id: string; readonly name: string; readonly entries: readonly DoorEntry[] }[];
	closedFor(day: LocalDate): string | null;
}

/** What hangs at the door of a room, to be read in passing. No names of people. */
export function DoorSheet(props: DoorSheetProps) {
	return (
		<article className={classes.sheet} data-span={props.days.length === 1 ? 'day' : 'week'} lang="de">
			{props.rooms.map((room) => (
				<Door key={room.id} {...props} room={room} />
			))}
		</article>
	);
}

/** A table, whose head stands again on every further page that a full room takes. */
function Door({ profile, days, room, closedFor }: DoorSheetProps & { room: DoorSheetProps['rooms'][number] }) {
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return null;
	const when = days.length === 1 ? longDay(first) : `${formatLocalDate(first)} – ${formatLocalDate(last)}`;
	return (
		<table className={classes.door}>
			<colgroup>
				<col className={classes.times} />
				<col />
			</colgroup>
			<thead>
				<tr>
					<th colSpan={2} className={classes.head}>
						<span className={classes.site}>{profile.name}</span>
						<span className={classes.room}>{room.name}</span>
						<span className={classes.when}>
							{when} · KW {weekNumberOf(first)}
						</span>
					</th>
				</tr>
			</thead>
			{days.map((day) => (
				<Day
					key={day}
					day={day}
					isOnly={days.length === 1}
					entries={room.entries.filter((entry) => entry.day === day)}
					closedFor={closedFor(day)}
				/>
			))}
		</table>
	);
}

interface DayProps {
	day: LocalDate;
	isOnly: boolean;
	entries: readonly DoorEntry[];
	closedFor: string | null;
}

function Day({ day, isOnly, entries, closedFor }: DayProps) {
	const word = closedFor !== null ? `Geschlossen: ${closedFor}` : entries.length === 0 ? 'Nichts geplant' : null;
	return (
		<tbody>
			{!isOnly && (
				<tr>
					<th scope="rowgroup" colSpan={2} className={classes.day}>
						{longDay(day)}
					</th>
				</tr>
			)}
			{word !== null && (
				<tr className={classes.entry}>
					<td colSpan={2}>{word}</td>
				</tr>
			)}
			{entries.map(({ key, from, until, what, note, isCancelled }) => (
				<tr key={key} className={classes.entry} data-cancelled={isCancelled || undefined}>
					<td className={classes.time}>
						{from} – {until}
					</td>
					<td>
						<span className={classes.what}>{what}</span>
						{isCancelled && <strong className={classes.mark}>fällt aus</strong>}
						{note !== null && <span className={classes.note}>{note}</span>}
					</td>
				</tr>
			))}
		</tbody>
	);
}

const LONG_DAY = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const longDay = (day: LocalDate): string => LONG_DAY.format(Date.parse(day));
