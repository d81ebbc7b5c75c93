import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { erasureColumns } from './erasure-columns.ts';

/** Borrowers, in the workshop vault. */
export const borrowerErasure = sqliteTable('borrower_erasure', erasureColumns());
