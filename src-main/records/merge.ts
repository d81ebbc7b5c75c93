import diff from 'fast-diff';
import * as Y from 'yjs';

/**
 * Merging of one record (design 2): scalar fields in a Y.Map, where the later of two values for one field wins the same
 * way on every device; long texts as Y.Text, where both people's words survive. Pure: bytes in, bytes out.
 */
export type Scalar = string | number | boolean | null | readonly Scalar[] | { readonly [key: string]: Scalar };
export type Fields = Readonly<Record<string, Scalar>>;

/** Some fields of a record; one that is undefined is left as it is. */
export type Changes<T> = { readonly [Field in keyof T]?: T[Field] | undefined };

const FIELDS = 'fields';
const textName = (field: string): string => `text:${field}`;

export interface Edit {
	readonly state: Uint8Array;
	/** What is new against the state before: the part that travels. */
	readonly update: Uint8Array;
}

/**
 * Sets the given fields. `writer` is the Yjs client number of this vault file: one writer, one number, or documents
 * diverge; it is drawn anew for every restored file.
 */
export function editRecord(before: Uint8Array | null, changes: Changes<Fields>, texts: readonly string[], writer: number): Edit {
	const doc = load(before);
	doc.clientID = writer;
	const known = Y.encodeStateVector(doc);
	doc.transact(() => {
		const map = doc.getMap<Scalar>(FIELDS);
		for (const [field, value] of Object.entries(changes)) {
			if (value === undefined) continue;
			if (texts.includes(field)) editText(doc.getText(textName(field)), String(value ?? ''));
			else if (!isSame(map.get(field), value)) map.set(field, value);
		}
	});
	const edit = { state: Y.encodeStateAsUpdate(doc), update: Y.encodeStateAsUpdate(doc, known) };
	doc.destroy();
	return edit;
}

/** Order, repetition and grouping of updates do not matter. Throws on bytes that are not a Yjs update. */
export function mergeUpdates(before: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array {
	const doc = load(before);
	for (const update of updates) Y.applyUpdate(doc, update);
	const state = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return state;
}

/** Fields as they stand; texts as strings. Fields nobody set are missing. */
export function readRecord(state: Uint8Array, texts: readonly string[]): Record<string, Scalar> {
	const doc = load(state);
	const fields: Record<string, Scalar> = { ...(doc.getMap(FIELDS).toJSON() as Record<string, Scalar>) };
	for (const field of texts) fields[field] = doc.getText(textName(field)).toString();
	doc.destroy();
	return fields;
}

/** Applies updates one after another and tells the fields after each: for history. */
export function* replay(updates: readonly Uint8Array[], texts: readonly string[]): Generator<Record<string, Scalar>> {
	const doc = new Y.Doc();
	for (const update of updates) {
		Y.applyUpdate(doc, update);
		const fields: Record<string, Scalar> = { ...(doc.getMap(FIELDS).toJSON() as Record<string, Scalar>) };
		for (const field of texts) fields[field] = doc.getText(textName(field)).toString();
		yield fields;
	}
	doc.destroy();
}

function load(state: Uint8Array | null): Y.Doc {
	const doc = new Y.Doc();
	if (state) Y.applyUpdate(doc, state);
	return doc;
}

/** Only what differs is deleted and inserted, so that an edit elsewhere in the text is not touched. */
function editText(text: Y.Text, wanted: string): void {
	let at = 0;
	for (const [kind, part] of diff(text.toString(), wanted)) {
		if (kind === diff.DELETE) text.delete(at, part.length);
		else if (kind === diff.INSERT) text.insert(at, part);
		if (kind !== diff.DELETE) at += part.length;
	}
}

export function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (a === undefined || b === undefined || a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
		return false;
	return JSON.stringify(a) === JSON.stringify(b);
}
