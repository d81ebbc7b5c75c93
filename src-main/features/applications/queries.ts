import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Application } from '#shared/features/applications/model.ts';
import type { ApplicationId, CaseId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { application } from './tables.ts';

const storedOf = ({ createdAt: _, updatedAt: __, removedAt: ___, ...row }: typeof application.$inferSelect) => row as Application;

/** In no particular order. */
export const applicationsOf = (db: Reader, caseIds: readonly CaseId[]): Application[] =>
	db
		.select()
		.from(application)
		.where(and(inArray(application.caseId, [...caseIds]), isNull(application.removedAt)))
		.all()
		.map(storedOf);

/** Of a removed one too. */
export const caseOf = (db: Reader, id: ApplicationId): CaseId | undefined =>
	db.select({ caseId: application.caseId }).from(application).where(eq(application.id, id)).get()?.caseId as CaseId | undefined;
