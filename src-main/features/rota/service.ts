import type { Duty, DutyChange } from '#shared/features/rota/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf, mondayOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { holdsInPerson } from '../../access.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { copiedWeek } from './copied-week.ts';
import { dutiesBetween } from './queries.ts';
import { dutyKind } from './records.ts';

/** Decisions about who opens and who closes the house. */
export interface RotaService {
	duties(session: Session, from: LocalDate, until: LocalDate): Duty[];
	change(session: Session, change: DutyChange): Result<DutyChange, DutyRefusal>;
	copyWeek(session: Session, monday: LocalDate): Duty[];
}

export type DutyRefusal = 'not_found' | 'no_access' | 'house_closed' | 'past';

export interface RotaDeps {
	readonly clock: Clock;
	opening(session: Session): Opening;
	/** Still belongs to the site. */
	isMember(session: Session, id: MemberId): boolean;
	away(session: Session, from: LocalDate, until: LocalDate): readonly Away[];
}

export function createRotaService({ clock, opening, isMember, away }: RotaDeps): RotaService {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const today = () => localDateOf(clock.now());
	const isSame = (one: Duty) => (other: Duty) =>
		one.day === other.day && one.kind === other.kind && one.memberId === other.memberId;

	function isOn(session: Session, one: Duty): boolean {
		return dutiesBetween(vaultOf(session).reader, one.day, one.day).some(isSame(one));
	}

	/** Inside a transaction. Gives those that were not so. */
	function put(session: Session, duties: readonly Duty[], wanted: boolean): Duty[] {
		const changed: Duty[] = [];
		for (const one of duties) {
			if (isOn(session, one) === wanted) continue;
			putDuty(session, one, wanted, session.acting);
			changed.push(one);
		}
		return changed;
	}

	function refusalOf(session: Session, { come, leave }: DutyChange): DutyRefusal | null {
		const all = [...come, ...leave];
		const isOwn = all.every(({ memberId }) => memberId === session.acting);
		if (!isOwn && !holdsInPerson(session, ['coordinator', 'administrator'])) return 'no_access';
		if (all.some(({ day }) => day < today())) return 'past';
		const { isOpen } = opening(session);
		if (come.some(({ day }) => !isOpen(day))) return 'house_closed';
		return come.every(({ memberId }) => isMember(session, memberId)) ? null : 'not_found';
	}

	return {
		duties: (session, from, until) => dutiesBetween(vaultOf(session).reader, from, until),
		change(session, { come, leave }) {
			const refusal = refusalOf(session, { come, leave });
			if (refusal) return err(refusal);
			return vaultOf(session).store.atomically(() =>
				ok({
					come: put(session, come, true),
					leave: put(
						session,
						leave.filter((one) => !come.some(isSame(one))),
						false,
					),
				}),
			);
		},
		copyWeek(session, anyDay) {
			const monday = mondayOf(anyDay);
			const sunday = addDays(monday, 6);
			const absent = away(session, monday, sunday);
			const { isOpen } = opening(session);
			return vaultOf(session).store.atomically(() =>
				put(
					session,
					copiedWeek({
						monday,
						duties: dutiesBetween(vaultOf(session).reader, addDays(monday, -7), sunday),
						isOpen: (day) => day >= today() && isOpen(day),
						isThere: (id, day) =>
							isMember(session, id) &&
							!absent.some(({ memberId, from, until }) => memberId === id && from <= day && day <= until),
					}),
					true,
				),
			);
		},
	};
}

export function putDuty(session: Session, { day, kind, memberId }: Duty, isOn: boolean, author: MemberId): void {
	const id = derivedId(memberId, `${kind} ${day}`);
	openVaultOf(session, 'office').store.put(dutyKind, id, { day, kind, memberId }, { isOn }, author);
}
