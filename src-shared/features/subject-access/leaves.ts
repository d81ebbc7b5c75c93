import type { Fields, Json, SubjectRecord } from './model.ts';

/** The single values of a record, each with its place: what can be shown, searched and blackened one by one. */

export type Scalar = string | number | boolean | null;
export interface Leaf {
	/** `text`, `recipient.name`, `topics.0`; in the history `@3.text`, after the number of the change. */
	readonly path: string;
	readonly value: Scalar;
}

const HISTORY = /^@\d+\./;
/** The field that a leaf belongs to, in whichever version. */
export const fieldOf = (path: string): string => path.replace(HISTORY, '').split('.')[0] ?? '';
export const isOfHistory = (path: string): boolean => HISTORY.test(path);
export const historyPrefix = (change: number): string => `@${change}.`;

/** The same fields with other values; the shape stays. */
function mapFields(fields: Fields, prefix: string, change: (leaf: Leaf) => Scalar): Fields {
	const walk = (value: Json, path: string): Json => {
		if (Array.isArray(value)) return value.map((one: Json, at) => walk(one, `${path}.${at}`));
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, `${path}.${key}`)]));
		}
		return change({ path, value: value as Scalar });
	};
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, walk(value, `${prefix}${name}`)]));
}

export function mapLeaves(record: SubjectRecord, change: (leaf: Leaf) => Scalar): SubjectRecord {
	return {
		...record,
		fields: mapFields(record.fields, '', change),
		history: record.history.map((step, at) => ({ ...step, fields: mapFields(step.fields, historyPrefix(at), change) })),
	};
}

export function leavesOf(record: SubjectRecord): Leaf[] {
	const found: Leaf[] = [];
	mapLeaves(record, (leaf) => {
		found.push(leaf);
		return leaf.value;
	});
	return found;
}

/** Leaves of fields without their history, or of one change. */
export function leavesOfFields(fields: Fields, prefix = ''): Leaf[] {
	const found: Leaf[] = [];
	mapFields(fields, prefix, (leaf) => {
		found.push(leaf);
		return leaf.value;
	});
	return found;
}
