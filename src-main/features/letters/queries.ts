import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Letter, Template } from '#shared/features/letters/model.ts';
import type { CaseId, LetterId, TemplateId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { letter, template } from './tables.ts';

export type StoredLetter = Omit<Letter, 'authorName'>;

const templateColumns = {
	...{ id: template.id, name: template.name, kind: template.kind, subject: template.subject, body: template.body },
	isRetired: template.isRetired,
};

export const allTemplates = (db: Reader): Template[] =>
	db.select(templateColumns).from(template).where(isNull(template.removedAt)).orderBy(asc(template.id)).all() as Template[];

/** A removed one too; null when there is none. */
export function templateState(db: Reader, id: TemplateId): 'there' | 'removed' | null {
	const row = db.select({ removedAt: template.removedAt }).from(template).where(eq(template.id, id)).get();
	if (!row) return null;
	return row.removedAt === null ? 'there' : 'removed';
}

const storedOf = ({ createdAt: _, removedAt: __, ...row }: typeof letter.$inferSelect) => row as StoredLetter;

export const lettersOf = (db: Reader, caseId: CaseId): StoredLetter[] =>
	db
		.select()
		.from(letter)
		.where(and(eq(letter.caseId, caseId), isNull(letter.removedAt)))
		.orderBy(sql`${letter.final} IS NOT NULL`, desc(letter.day), desc(letter.id))
		.all()
		.map(storedOf);

export const lettersWithIds = (db: Reader, ids: readonly string[]): StoredLetter[] =>
	db
		.select()
		.from(letter)
		.where(and(inArray(letter.id, [...ids]), isNull(letter.removedAt)))
		.all()
		.map(storedOf);

/** A removed one too. */
export function findLetter(db: Reader, id: LetterId): (StoredLetter & { readonly isRemoved: boolean }) | undefined {
	const row = db.select().from(letter).where(eq(letter.id, id)).get();
	return row && { ...storedOf(row), isRemoved: row.removedAt !== null };
}
