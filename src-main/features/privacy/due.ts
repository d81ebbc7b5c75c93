import type { DuePerson, DueReason, Keep } from '#shared/features/privacy/model.ts';
import { keptUntil, keptUntilFromYearEnd } from '#shared/features/privacy/retention.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { FunderProgrammeId, PersonId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, laterOf, localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { exclusions } from './queries.ts';
import { retentionRules } from './rules.ts';

/** Who is due by the rules of the site, since when, and what keeps them. */
export interface DueDeps {
	readonly clock: Clock;
	people(session: Session, id?: PersonId): readonly KnownPerson[];
	/** Of all people, or of these: those that are still there. */
	files(session: Session, people?: readonly string[]): readonly KnownFile[];
	/** The last day on which each had an appointment. */
	lastDays(session: Session): ReadonlyMap<string, LocalDate>;
	/** Programmes that somebody took part in, by person. */
	participations(session: Session): readonly { readonly personId: string; readonly programmeId: FunderProgrammeId }[];
	/** Only of programmes that say until when files are kept. */
	programmes(session: Session): ReadonlyMap<FunderProgrammeId, { readonly name: string; readonly keepUntil: LocalDate }>;
	hasOpenAppointments(session: Session, id: PersonId): boolean;
	/** How many things are lent to the borrower that each of them is linked with. */
	lentTo(session: Session, id: PersonId): number;
	nameOf(session: Session, id: string): string;
}

interface KnownPerson {
	readonly id: PersonId;
	readonly number: string;
	readonly name: string;
	/** ms UTC */
	readonly updatedAt: number;
	readonly removedAt: number | null;
}
interface KnownFile {
	readonly personId: string;
	readonly programmeId: FunderProgrammeId | null;
	readonly isOpen: boolean;
	readonly closedOn: LocalDate | null;
	readonly updatedAt: number;
}

/** So long somebody who was deleted can be brought back. */
const REMOVED_DAYS = 30;

export interface Standing {
	readonly person: KnownPerson;
	readonly why: DueReason;
	readonly from: LocalDate;
	/** Null while a case file is open. */
	readonly since: LocalDate | null;
	readonly openCases: number;
	readonly funders: readonly Extract<Keep, { what: 'funder' }>[];
}

export function createDue(deps: DueDeps) {
	const today = () => localDateOf(deps.clock.now());
	const excludedOf = (session: Session) => exclusions(openVaultOf(session, 'counselling').reader);

	/** Of everybody, or of one. */
	function standings(session: Session, only?: PersonId): Standing[] {
		const rules = retentionRules.get(session);
		const files = Map.groupBy(deps.files(session, only && [only]), ({ personId }) => personId);
		const lastDays = deps.lastDays(session);
		const programmes = deps.programmes(session);
		const participations = Map.groupBy(deps.participations(session), ({ personId }) => personId);
		return deps.people(session, only).map((person) => {
			const own = files.get(person.id) ?? [];
			const programmeIds = [...own, ...(participations.get(person.id) ?? [])].flatMap(({ programmeId }) => programmeId ?? []);
			const funders = [...new Set(programmeIds)].flatMap((id) => {
				const programme = programmes.get(id);
				return programme && programme.keepUntil >= today()
					? [{ what: 'funder' as const, programme: programme.name, until: programme.keepUntil }]
					: [];
			});
			const lastDay = laterOf(localDateOf(person.updatedAt), lastDays.get(person.id) ?? localDateOf(0));
			const closed = own.map(({ closedOn, updatedAt }) => closedOn ?? localDateOf(updatedAt));
			const openCases = own.filter(({ isOpen }) => isOpen).length;
			const by = ((): Pick<Standing, 'why' | 'from' | 'since'> => {
				if (closed.length > 0) {
					const from = closed.reduce(laterOf);
					return { why: 'case', from, since: openCases > 0 ? null : keptUntilFromYearEnd(from, rules.caseMonths) };
				}
				if (person.removedAt !== null) {
					const from = localDateOf(person.removedAt);
					return { why: 'removed', from, since: addDays(from, REMOVED_DAYS) };
				}
				return { why: 'contact', from: lastDay, since: keptUntil(lastDay, rules.personMonths) };
			})();
			const since = by.since && funders.reduce((day, { until }) => laterOf(day, addDays(until, 1)), by.since);
			return { person, ...by, since, openCases, funders };
		});
	}

	function keepsOf(session: Session, { person, openCases, funders }: Standing, excluded = excludedOf(session)): Keep[] {
		const lent = deps.lentTo(session, person.id);
		const left = excluded.get(person.id);
		return [
			...(openCases > 0 ? [{ what: 'open_case' as const, count: openCases }] : []),
			...(deps.hasOpenAppointments(session, person.id) ? [{ what: 'appointment' as const }] : []),
			...(lent > 0 ? [{ what: 'loan' as const, count: lent }] : []),
			...funders,
			...(left && left.until >= today()
				? [{ what: 'excluded' as const, until: left.until, reason: left.reason, byName: deps.nameOf(session, left.byId) }]
				: []),
		];
	}

	return {
		/** Undefined when there is no such person with a record of their own. */
		standing(session: Session, id: PersonId): (Standing & { keeps: Keep[] }) | undefined {
			const [found] = standings(session, id);
			return found && { ...found, keeps: keepsOf(session, found) };
		},
		list(session: Session): DuePerson[] {
			const excluded = excludedOf(session);
			return standings(session)
				.filter(({ since }) => since !== null && since <= today())
				.map(({ person, why, from, since, ...rest }) => ({
					...{ personId: person.id, number: person.number, name: person.name, why, from, since: since as LocalDate },
					keeps: keepsOf(session, { person, why, from, since, ...rest }, excluded),
				}))
				.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
		},
	};
}
