import { type Application, type ApplicationFields, dueOn } from '#shared/features/applications/model.ts';
import type { CaseFile, CaseRow } from '#shared/features/cases/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { ApplicationId, CaseId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import type { RecordStore } from '../../records/store.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { applicationsOf, caseOf } from './queries.ts';
import { applicationKind } from './records.ts';

/** Decisions about job applications: a closed file takes no change, and what is due is told to who leads the file. */
export interface ApplicationService {
	ofCase(session: Session, caseId: CaseId): Application[];
	due(session: Session): (Application & { personName: string })[];
	add(session: Session, caseId: CaseId, fields: ApplicationFields): Result<ApplicationId, ApplicationRefusal>;
	change(session: Session, id: ApplicationId, changes: Changes<ApplicationFields>): Result<void, ApplicationRefusal>;
	remove(session: Session, id: ApplicationId): Result<void, ApplicationRefusal>;
	restore(session: Session, id: ApplicationId): Result<void, ApplicationRefusal>;
}

/** business: a business applies for no job. */
export type ApplicationRefusal = 'not_found' | 'closed' | 'business';

export interface ApplicationDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Current ones that whoever is signed in leads or deputises. */
	myCases(session: Session): CaseRow[];
}

export function createApplicationService({ ids, clock, myCases, ...deps }: ApplicationDeps): ApplicationService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');

	function writable(session: Session, caseId: CaseId): Result<CaseFile, ApplicationRefusal> {
		const file = deps.writable(session, caseId);
		return file.ok && file.value.personId === null ? err('business') : file;
	}

	function write(session: Session, id: ApplicationId, work: (store: RecordStore) => void): Result<void, ApplicationRefusal> {
		const { reader, store } = vaultOf(session);
		const caseId = caseOf(reader, id);
		if (caseId === undefined) return err('not_found');
		const may = writable(session, caseId);
		if (!may.ok) return may;
		work(store);
		return ok(undefined);
	}

	return {
		ofCase: (session, caseId) =>
			applicationsOf(vaultOf(session).reader, [caseId]).sort(
				(a, b) => (b.sentOn ?? '9999').localeCompare(a.sentOn ?? '9999') || b.id.localeCompare(a.id),
			),
		due(session) {
			const today = localDateOf(clock.now());
			const mine = new Map(myCases(session).map(({ id, clientName }) => [id, clientName]));
			return applicationsOf(vaultOf(session).reader, [...mine.keys()])
				.map((application) => ({ application, due: dueOn(application, today) }))
				.filter(({ due }) => due !== null && due <= today)
				.sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
				.map(({ application }) => ({ ...application, personName: mine.get(application.caseId) ?? '' }));
		},
		add(session, caseId, fields) {
			const may = writable(session, caseId);
			if (!may.ok) return may;
			const id = ids.next() as ApplicationId;
			vaultOf(session).store.insert(applicationKind, id, { ...fields, caseId } as Fields, session.member);
			return ok(id);
		},
		change: (session, id, changes) =>
			write(session, id, (store) => store.update(applicationKind, id, changes as Fields, session.member)),
		remove: (session, id) => write(session, id, (store) => store.remove(applicationKind, id, session.member)),
		restore: (session, id) => write(session, id, (store) => store.restore(applicationKind, id, session.member)),
	};
}
