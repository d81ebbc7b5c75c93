import { type FunderProgramme, type ProgrammeFields, type Terms, USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import { fold, sortKey } from '#shared/kernel/fold.ts';
import type { FunderProgrammeId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { allProgrammes } from './queries.ts';
import { programmeKind, termsKind } from './records.ts';

/** Decisions about programmes: two have two names, and each asks for something on any day. */
export interface ProgrammeService {
	/** By name, as people sort; removed ones too. */
	list(session: Session): FunderProgramme[];
	/** Also when it was removed. */
	find(session: Session, id: FunderProgrammeId): FunderProgramme | undefined;
	/** Also of removed ones. */
	names(session: Session): ReadonlyMap<FunderProgrammeId, string>;
	create(session: Session, fields: ProgrammeFields): Result<FunderProgrammeId, 'name_taken' | 'ends_early'>;
	update(session: Session, id: FunderProgrammeId, changes: Changes<ProgrammeFields>): Result<void, ProgrammeProblem>;
	/** False when there is no such programme. */
	setTerms(session: Session, id: FunderProgrammeId, validFrom: LocalDate, terms: Terms): boolean;
	removeTerms(session: Session, id: FunderProgrammeId, validFrom: LocalDate): Result<void, 'not_found' | 'last'>;
	remove(session: Session, id: FunderProgrammeId): boolean;
	restore(session: Session, id: FunderProgrammeId): Result<void, 'not_found' | 'name_taken'>;
}

export type ProgrammeProblem = 'not_found' | 'name_taken' | 'ends_early';

export function createProgrammeService({ ids }: { readonly ids: Ids }): ProgrammeService {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const all = (session: Session) => allProgrammes(vaultOf(session).reader);
	const anyOf = (session: Session, id: FunderProgrammeId) => all(session).find((one) => one.id === id);
	const isTaken = (session: Session, name: string, except: FunderProgrammeId | null) =>
		all(session).some((one) => !one.isRemoved && one.id !== except && fold(one.name) === fold(name));
	const endsEarly = ({ startsOn, endsOn }: Pick<ProgrammeFields, 'startsOn' | 'endsOn'>) => endsOn !== null && endsOn < startsOn;

	function there(session: Session, id: FunderProgrammeId): FunderProgramme | undefined {
		const found = anyOf(session, id);
		return found?.isRemoved === false ? found : undefined;
	}

	function writeTerms(session: Session, programmeId: FunderProgrammeId, validFrom: LocalDate, terms: Terms): void {
		vaultOf(session).store.put(termsKind, derivedId(programmeId, validFrom), { programmeId, validFrom }, terms, session.acting);
	}

	return {
		list: (session) =>
			all(session)
				.map((programme) => ({ programme, key: sortKey(programme.name) }))
				.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.programme.id < b.programme.id ? -1 : 1))
				.map(({ programme }) => programme),
		find: anyOf,
		names: (session) => new Map(all(session).map(({ id, name }) => [id, name])),
		create(session, fields) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				if (isTaken(session, fields.name, null)) return err('name_taken');
				if (endsEarly(fields)) return err('ends_early');
				const id = ids.next() as FunderProgrammeId;
				store.insert(programmeKind, id, fields, session.acting);
				writeTerms(session, id, fields.startsOn, USUAL_TERMS[fields.regime]);
				return ok(id);
			});
		},
		update(session, id, changes) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const found = there(session, id);
				if (!found) return err('not_found');
				if (changes.name !== undefined && isTaken(session, changes.name, id)) return err('name_taken');
				const { startsOn = found.startsOn, endsOn = found.endsOn } = changes;
				if (endsEarly({ startsOn, endsOn })) return err('ends_early');
				store.update(programmeKind, id, changes as Fields, session.acting);
				return ok(undefined);
			});
		},
		setTerms(session, id, validFrom, terms) {
			const found = there(session, id);
			if (!found) return false;
			const { store } = vaultOf(session);
			store.atomically(() => {
				writeTerms(session, id, validFrom, terms);
				// They may have been there before and been taken away.
				if (!found.terms.some((one) => one.validFrom === validFrom))
					store.restore(termsKind, derivedId(id, validFrom), session.acting);
			});
			return true;
		},
		removeTerms(session, id, validFrom) {
			const found = there(session, id);
			if (!found?.terms.some((terms) => terms.validFrom === validFrom)) return err('not_found');
			if (found.terms.length === 1) return err('last');
			vaultOf(session).store.remove(termsKind, derivedId(id, validFrom), session.acting);
			return ok(undefined);
		},
		remove(session, id) {
			if (!there(session, id)) return false;
			vaultOf(session).store.remove(programmeKind, id, session.acting);
			return true;
		},
		restore(session, id) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const found = anyOf(session, id);
				if (!found) return err('not_found');
				if (isTaken(session, found.name, id)) return err('name_taken');
				store.restore(programmeKind, id, session.acting);
				return ok(undefined);
			});
		},
	};
}
