import { getTableName } from 'drizzle-orm';
import type { AnySQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { Vault } from '#shared/features/members/model.ts';
import type { Fields } from './merge.ts';

/**
 * What a feature declares about a kind of record. From that it gets storage, merging between PCs, history, search and
 * backup. Its table needs the columns `id`, `createdAt`, `updatedAt`, `removedAt` (for merge kinds) or `id`, `at`,
 * `member`, `device` (for append kinds) besides its fields; no unique or foreign key constraints, because records
 * arrive in any order and two PCs may use the same number: that is for the feature to notice, not for SQLite to refuse.
 */
export interface MergeKind<Shape extends z.ZodObject = z.ZodObject> {
	readonly merging: true;
	readonly vault: Vault;
	readonly table: AnySQLiteTable;
	/** Every stored field. What another device sends is checked against it, field by field. */
	readonly fields: Shape;
	/** What a field is while nobody has set it (or what came for it is not valid). Only differences are stored. */
	readonly empty: z.infer<Shape>;
	/** Fields where two people's texts are woven together instead of one winning. */
	readonly texts: readonly (keyof z.infer<Shape> & string)[];
	/**
	 * Fields about which nobody is asked when two PCs set them apart: what says to what the record belongs, what Kontor
	 * keeps in order itself (numbers, states that follow from events), and what is sealed. One value wins, history keeps
	 * both. About every other field somebody decides: see `forks.ts`.
	 */
	readonly unasked?: 'all' | readonly (keyof z.infer<Shape> & string)[];
	/** Columns computed from the fields, for sorting and finding. */
	derive?(fields: z.infer<Shape>): Fields;
	/** The blob that holds its content, which goes with it; empty for none. */
	blob?(fields: z.infer<Shape>): string;
	/** Words to find it by; null when it is not searchable. */
	words?(fields: z.infer<Shape>): string;
}

export interface AppendKind<Shape extends z.ZodObject = z.ZodObject> {
	readonly merging: false;
	readonly vault: Vault;
	readonly table: AnySQLiteTable;
	readonly fields: Shape;
}

// biome-ignore lint/suspicious/noExplicitAny: kinds of all shapes live in one list; each is typed where it is declared
export type AnyKind = MergeKind<any> | AppendKind<any>;

export function mergeKind<Shape extends z.ZodObject>(kind: Omit<MergeKind<Shape>, 'merging'>): MergeKind<Shape> {
	return { ...kind, merging: true };
}

export function appendKind<Shape extends z.ZodObject>(kind: Omit<AppendKind<Shape>, 'merging'>): AppendKind<Shape> {
	return { ...kind, merging: false };
}

export const kindName = (kind: AnyKind): string => getTableName(kind.table);

/** What an id falls back to that another device sent wrongly: that of nobody and nothing. */
export const NO_ID = '00000000-0000-7000-8000-000000000000';

/** Fields as they are stored, completed and checked; one that another device sent wrongly counts as not set. */
export function validFields(kind: MergeKind, stored: Fields): Record<string, unknown> {
	const raw: Record<string, unknown> = {};
	for (const field of Object.keys(kind.fields.shape)) raw[field] = stored[field] ?? kind.empty[field];
	const whole = kind.fields.safeParse(raw);
	if (whole.success) return whole.data;
	for (const [field, schema] of Object.entries(kind.fields.shape) as [string, z.ZodType][]) {
		const parsed = schema.safeParse(raw[field]);
		raw[field] = parsed.success ? parsed.data : kind.empty[field];
	}
	return raw;
}
