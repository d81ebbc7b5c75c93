import * as Y from 'yjs';
import { spliceText } from './splice-text.ts';

/**
 * Merging of one record (design 2): scalar fields in a Y.Map, where the later of two values for one field wins the same
 * way on every device; long texts as Y.Text, where both people's words survive. Pure: bytes in, bytes out.
 */
export type Scalar = string | number | boolean | null | readonly Scalar[] | { readonly [key: string]: Scalar };
export type Fields = Readonly<Record<string, Scalar>>;

/** Some fields of a record; one that is undefined is left as it is. */
export type Changes<T> = { readonly [Field in keyof T]?: T[Field] | undefined };

/** Long texts as they stood when somebody began to change them, by field. */
export type Bases = Readonly<Record<string, string>>;

const FIELDS = 'fields';
const textName = (field: string): string => `text:${field}`;

export interface Merged {
	readonly state: Uint8Array;
	/** As `readRecord` gives them. */
	readonly fields: Record<string, Scalar>;
}

export interface Edit extends Merged {
	/** What is new against the state before: the part that travels. */
	readonly update: Uint8Array;
	/** False when everything was as it should be already. */
	readonly isChange: boolean;
}

/**
 * Sets the given fields. `writer` is the Yjs client number of this vault file: one writer, one number, or documents
 * diverge; it is drawn anew for every restored file. `bases` tells the long texts that the given ones were made from:
 * what others wrote since stays. `affirm` writes a field although it is so already.
 */
export function editRecord(
	before: Uint8Array | null,
	changes: Changes<Fields>,
	texts: readonly string[],
	writer: number,
	bases: Bases = {},
	affirm = false,
): Edit {
	const doc = load(before);
	doc.clientID = writer;
	const known = Y.encodeStateVector(doc);
	let isChange = false;
	// Fires only when something was written; encoded bytes may differ without that.
	doc.once('update', () => {
		isChange = true;
	});
	doc.transact(() => {
		const map = doc.getMap<Scalar>(FIELDS);
		for (const [field, value] of Object.entries(changes)) {
			if (value === undefined) continue;
			if (texts.includes(field)) editText(doc.getText(textName(field)), String(value ?? ''), bases[field]);
			else if (affirm || !isSame(map.get(field), value)) map.set(field, value);
		}
	});
	return { ...merged(doc, texts), update: Y.encodeStateAsUpdate(doc, known), isChange };
}

/** Order, repetition and grouping of updates do not matter. Throws on bytes that are not a Yjs update. */
export function mergeRecord(before: Uint8Array | null, updates: readonly Uint8Array[], texts: readonly string[]): Merged {
	const doc = load(before);
	for (const update of updates) Y.applyUpdate(doc, update);
	return merged(doc, texts);
}

export function mergeUpdates(before: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array {
	return mergeRecord(before, updates, []).state;
}

/** Fields as they stand; texts as strings. Fields nobody set are missing. */
export function readRecord(state: Uint8Array, texts: readonly string[]): Record<string, Scalar> {
	return fieldsOf(load(state), texts);
}

/** Applies updates one after another and tells the fields after each: for history. */
export function* replay(updates: readonly Uint8Array[], texts: readonly string[]): Generator<Record<string, Scalar>> {
	const doc = load(null);
	for (const update of updates) {
		Y.applyUpdate(doc, update);
		yield fieldsOf(doc, texts);
	}
}

function merged(doc: Y.Doc, texts: readonly string[]): Merged {
	return { state: Y.encodeStateAsUpdate(doc), fields: fieldsOf(doc, texts) };
}

function fieldsOf(doc: Y.Doc, texts: readonly string[]): Record<string, Scalar> {
	const fields = doc.getMap(FIELDS).toJSON() as Record<string, Scalar>;
	for (const field of texts) fields[field] = doc.getText(textName(field)).toString();
	return fields;
}

function load(state: Uint8Array | null): Y.Doc {
	// Without a name of its own a document draws a random one, which costs more than everything else done with it.
	const doc = new Y.Doc({ guid: 'record' });
	if (state) Y.applyUpdate(doc, state);
	return doc;
}

/** Only what differs is deleted and inserted, so that an edit elsewhere in the text is not touched. */
function editText(text: Y.Text, wanted: string, base: string | undefined): void {
	const current = text.toString();
	// From the end, so that places further ahead stay what they are.
	for (const { at, length, insert } of spliceText(base ?? current, wanted, current).reverse()) {
		if (length > 0) text.delete(at, length);
		if (insert !== '') text.insert(at, insert);
	}
}

export function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (a === undefined || b === undefined || a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
		return false;
	return JSON.stringify(a) === JSON.stringify(b);
}
