import type { ReactNode } from 'react';
import { weekNumberOf } from '#renderer/i18n/days.ts';
import type { DutyShift, RotaDay, SessionShift } from '#shared/features/rota/plan.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { PaperHead } from './PaperHead.tsx';
import classes from './RotaSheet.module.css';

export interface RotaSheetProps {
	profile: SiteProfile;
	monday: LocalDate;
	days: readonly RotaDay[];
	names: ReadonlyMap<MemberId, string>;
}

/** The rota of a week, for the team: who opens, closes, leads and helps, and lines to write on where somebody is missing. */
export function RotaSheet({ profile, monday, days, names }: RotaSheetProps) {
	const span = `${formatLocalDate(monday)} – ${formatLocalDate(addDays(monday, 6))}`;
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title="Dienstplan" facts={`KW ${weekNumberOf(monday)} · ${span} · nur für das Team`} />
			{days
				.filter(({ duties, sessions, closedFor }, at) => at < 5 || closedFor !== null || duties.length + sessions.length > 0)
				.map((day) => (
					<Day key={day.day} day={day} names={names} />
				))}
		</article>
	);
}

function Day({ day: { day, closedFor, duties, sessions }, names }: { day: RotaDay; names: RotaSheetProps['names'] }) {
	const dutyRow = (shift: DutyShift) => (
		<Row key={shift.key} time={shift.time} what={shift.kind === 'open' ? 'Aufschließen' : 'Abschließen'} where={null}>
			<People ids={shift.memberIds} shift={shift} names={names} />
		</Row>
	);
	return (
		<section className={classes.day}>
			<h2>
				{WEEKDAY.format(Date.parse(day))}{' '}
				<span className={classes.date}>
					{day.slice(8)}.{day.slice(5, 7)}.
				</span>
				{closedFor !== null && <span className={classes.closed}> Geschlossen: {closedFor}</span>}
			</h2>
			{duties.length + sessions.length === 0 ? (
				closedFor === null && <p>Das Haus ist geschlossen.</p>
			) : (
				<table>
					<tbody>
						{duties.filter(({ kind }) => kind === 'open').map(dutyRow)}
						{sessions.map((shift) => {
							const { name, from, until, roomName, place, leaders, helpers, helpersWanted } = shift.session;
							return (
								<Row key={shift.key} time={`${from} – ${until}`} what={name} where={roomName ?? place}>
									<People label="Leitung" ids={leaders} shift={{ ...shift, missing: 0 }} names={names} />
									{(helpersWanted > 0 || helpers.length > 0) && (
										<People label="Hilfe" ids={helpers} shift={shift} names={names} />
									)}
								</Row>
							);
						})}
						{duties.filter(({ kind }) => kind === 'close').map(dutyRow)}
					</tbody>
				</table>
			)}
		</section>
	);
}

function Row({ time, what, where, children }: { time: string; what: string; where: string | null; children: ReactNode }) {
	return (
		<tr>
			<td className={classes.time}>{time}</td>
			<th scope="row">
				{what}
				{where !== null && <span className={classes.where}>{where}</span>}
			</th>
			<td>{children}</td>
		</tr>
	);
}

interface PeopleProps {
	label?: string;
	ids: readonly MemberId[];
	shift: Pick<DutyShift | SessionShift, 'awayIds' | 'missing'>;
	names: RotaSheetProps['names'];
}

/** A line of its own for everybody who is still missing. */
function People({ label, ids, shift: { awayIds, missing }, names }: PeopleProps) {
	const words = ids.flatMap((id) => {
		const name = names.get(id);
		return name === undefined ? [] : [awayIds.includes(id) ? `${name} (abwesend)` : name];
	});
	return (
		<div className={classes.people}>
			{label !== undefined && <span className={classes.label}>{label}</span>}
			<div className={classes.names}>
				{words.length > 0 && <p>{words.join(', ')}</p>}
				{Array.from({ length: missing }, (_, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all alike
					<p key={at} className={classes.line}>
						<span className={classes.open}>offen</span>
					</p>
				))}
			</div>
		</div>
	);
}

const WEEKDAY = new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' });
