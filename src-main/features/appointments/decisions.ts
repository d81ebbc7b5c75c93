import { type Appointment, isFreed } from '#shared/features/appointments/model.ts';
import { doublesAmong, type Planned, plannedAppointment } from '#shared/features/schedule/doubles.ts';
import type { PlannedSession } from '#shared/features/schedule/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { AppointmentId, MemberId, RecordId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { historyOf } from '../../records/history.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { appointmentsWithin, type StoredAppointment } from './queries.ts';
import { appointmentKind, MOST_DESPITE } from './records.ts';

/** What is to be decided because two PCs gave the same room or counsellor away while apart. */
export interface Decisions {
	doubles(session: Session): { appointments: (Appointment & { madeBy: string })[]; sessions: PlannedSession[] }[];
	/** Offers stand for their sessions. Outdated: they are not one decision (any more). Closed: one lies in a closed case file. */
	keepDouble(session: Session, ids: readonly RecordId[]): Result<void, 'outdated' | 'closed'>;
}

export interface DecisionDeps {
	readonly clock: Clock;
	memberName(session: Session, id: MemberId): string;
	named(session: Session, records: readonly StoredAppointment[]): Appointment[];
	/** Of offers, those that take place, with who leads them. */
	plannedSessions(session: Session, from: LocalDate, until: LocalDate): readonly (Planned & PlannedSession)[];
	/** After appointments have changed. */
	shadow(session: Session, ids: readonly AppointmentId[]): void;
	/** Lies in a closed case file. */
	isFrozen(session: Session, one: StoredAppointment): boolean;
}

const LAST_DAY = '2199-12-31' as LocalDate;

type Known = Planned & ({ readonly appointment: StoredAppointment } | { readonly session: PlannedSession });

export function createDecisions({ clock, memberName, named, plannedSessions, shadow, isFrozen }: DecisionDeps): Decisions {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');

	function clusters(session: Session): Known[][] {
		const today = localDateOf(clock.now());
		const open = appointmentsWithin(vaultOf(session).reader, today, LAST_DAY).filter(({ state }) => !isFreed(state));
		const last = open.at(-1);
		if (!last) return [];
		return doublesAmong<Known>([
			...open.map((one): Known => ({ ...plannedAppointment(one), appointment: one })),
			...plannedSessions(session, today, last.day).map((one): Known => ({ ...one, session: one })),
		]);
	}

	const appointmentsIn = (cluster: readonly Known[]) => cluster.flatMap((one) => ('appointment' in one ? [one.appointment] : []));

	return {
		doubles(session) {
			const { file } = vaultOf(session);
			const madeBy = (id: AppointmentId) =>
				memberName(session, (historyOf(file, appointmentKind, id)[0]?.member ?? '') as MemberId);
			return clusters(session).map((cluster) => ({
				appointments: named(session, appointmentsIn(cluster)).map((one) => ({ ...one, madeBy: madeBy(one.id) })),
				sessions: cluster.flatMap((one) => ('session' in one ? [one.session] : [])),
			}));
		},
		keepDouble(session, wanted) {
			const { store } = vaultOf(session);
			const kept = store.atomically((): Result<AppointmentId[], 'outdated' | 'closed'> => {
				const cluster = clusters(session).find((one) => wanted.every((id) => one.some((member) => member.id === id)));
				if (!cluster) return err('outdated');
				const decided = appointmentsIn(cluster).filter(({ id }) => wanted.some((one) => one === (id as string)));
				if (decided.some((one) => isFrozen(session, one))) return err('closed');
				for (const { id, despite } of decided) {
					const known = [...new Set([...wanted.filter((other) => other !== (id as string)), ...despite])].slice(0, MOST_DESPITE);
					store.update(appointmentKind, id, { despite: known }, session.member);
				}
				return ok(decided.map(({ id }) => id));
			});
			if (!kept.ok) return kept;
			shadow(session, kept.value);
			return ok(undefined);
		},
	};
}
