import { and, desc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { CaseDocument } from '#shared/features/documents/model.ts';
import type { CaseId, DocumentId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import type { NeededBlob } from '../../share/blobs.ts';
import { document } from './tables.ts';

export type StoredDocument = Omit<CaseDocument, 'addedByName' | 'isHere'> & {
	readonly blob: string;
	readonly contentKey: string;
	readonly fingerprint: string;
	readonly removedAt: number | null;
};

const storedOf = ({ createdAt, updatedAt: _, ...row }: typeof document.$inferSelect) =>
	({ ...row, addedAt: createdAt }) as StoredDocument;

/** Newest first. */
export const documentsOf = (db: Reader, caseId: CaseId): StoredDocument[] =>
	db
		.select()
		.from(document)
		.where(and(eq(document.caseId, caseId), isNull(document.removedAt)))
		.orderBy(desc(document.createdAt), desc(document.id))
		.all()
		.map(storedOf);

/** What a document is known by, wherever it lies. */
type NamedDocument = Pick<CaseDocument, 'id' | 'caseId' | 'title' | 'date' | 'addedAt'>;

export const documentsNamed = (db: Reader, ids: readonly string[]): NamedDocument[] =>
	db
		.select({
			...{ id: document.id, caseId: document.caseId, title: document.title, date: document.date },
			addedAt: document.createdAt,
		})
		.from(document)
		.where(and(inArray(document.id, [...ids]), isNull(document.removedAt)))
		.all() as NamedDocument[];

/** A removed one too. */
export function findDocument(db: Reader, id: DocumentId): StoredDocument | undefined {
	const row = db.select().from(document).where(eq(document.id, id)).get();
	return row && storedOf(row);
}

/** Of documents that are there, or were removed after `since`: they can still be brought back. */
export const blobsNeeded = (db: Reader, since: number): NeededBlob[] =>
	db
		.select({ name: document.blob, size: document.size })
		.from(document)
		.where(and(ne(document.blob, ''), or(isNull(document.removedAt), gt(document.removedAt, since))))
		.all();

export const blobsExpired = (db: Reader, since: number): string[] =>
	db
		.select({ name: document.blob })
		.from(document)
		.where(and(ne(document.blob, ''), lte(document.removedAt, since)))
		.all()
		.map(({ name }) => name);
