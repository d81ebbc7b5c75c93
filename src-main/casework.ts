import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
import { documentKind } from './features/documents/records.ts';
import { documentsRouter } from './features/documents/router.ts';
import { sampleDocumentWriter } from './features/documents/sample-documents.ts';
import { createDocumentService } from './features/documents/service.ts';
import type { BlobFiles } from './vaults/blob-files.ts';
import type { Session } from './vaults/session.ts';

/** Puts together the case files and what hangs on them. Composition only. */
export interface CaseworkDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly random: Random;
	readonly blobFiles: BlobFiles;
	/** Asks the share for a blob now. */
	fetchBlob(name: string): Promise<void>;
	members(session: Session): readonly Member[];
	/** Of a member or device. */
	memberName(session: Session, id: string): string;
	personExists(session: Session, id: PersonId): boolean;
	/** To the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

export const CASEWORK_MERGE_KINDS = [caseKind, contactKind, todoKind, documentKind];
export const CASEWORK_APPEND_KINDS = [caseAccessKind];

export function createCasework({ ids, clock, random, blobFiles, fetchBlob, memberName, personExists, note }: CaseworkDeps) {
	const cases = createCaseService({ ids, clock, personExists, nameOf: memberName, note });
	const documents = createDocumentService({
		...{ ids, clock, random, files: blobFiles, nameOf: memberName },
		writable: cases.writable,
		noteAccess: cases.noteAccess,
	});
	return {
		cases,
		documents,
		sampleDocuments: sampleDocumentWriter(documents),
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, cases, () => clock.now()),
			documents: documentsRouter(procedures, documents, fetchBlob),
		}),
	};
}
