import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentKind } from '#shared/features/documents/model.ts';

/** Documents of case files, in the counselling vault; their content lies in blobs (vaults/blob). */
export const document = sqliteTable(
	'document',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		caseId: text('case_id').notNull(),
		title: text('title').notNull(),
		kind: text('kind').$type<DocumentKind>().notNull(),
		tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
		date: text('date'),
		note: text('note'),
		fileName: text('file_name').notNull(),
		mediaType: text('media_type').notNull(),
		size: integer('size').notNull(),
		addedBy: text('added_by').notNull(),
		/** Name of the blob. */
		blob: text('blob').notNull(),
		/** The blob's key, base64. */
		contentKey: text('content_key').notNull(),
		/** Equal for equal contents within one case file; hex. */
		fingerprint: text('fingerprint').notNull(),
	},
	(t) => [index('document_case').on(t.caseId, t.createdAt), index('document_removed').on(t.removedAt)],
);
