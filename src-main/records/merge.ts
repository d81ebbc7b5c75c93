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
/** By the id of a value that somebody decided against: see `forks.ts`. */
const SETTLED = 'settled';
const textName = (field: string): string => `text:${field}`;

export interface Merged {
	readonly state: Uint8Array;
	/** As `readRecord` gives them. */
	readonly fields: Record<string, Scalar>;
	/** Some field was at some time set by two who had not seen each other: whether that is decided, `forks.ts` tells. */
	readonly isForked: boolean;
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
 * what others wrote since stays. `affirm` writes a field although it is so already. `settled`: values by their ids that
 * this edit decides against (or no longer).
 */
export function editRecord(
	before: Uint8Array | null,
	changes: Changes<Fields>,
	texts: readonly string[],
	writer: number,
	bases: Bases = {},
	affirm = false,
	settled: Readonly<Record<string, boolean>> = {},
): Edit {
	return withRecord(before, (doc) => {
		doc.clientID = writer;
		const known = before ? Y.encodeStateVector(doc) : undefined;
		let isChange = false;
		// Encoded bytes may differ without anything having been written. `update` would tell the same and encode once more.
		doc.once('afterTransaction', ({ beforeState, afterState, deleteSet }: Y.Transaction) => {
			isChange = deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => beforeState.get(client) !== clock);
		});
		doc.transact(() => {
			const map = doc.getMap<Scalar>(FIELDS);
			for (const [field, value] of Object.entries(changes)) {
				if (value === undefined) continue;
				if (texts.includes(field)) editText(doc.getText(textName(field)), String(value ?? ''), bases[field]);
				else if (affirm || !isSame(map.get(field), value)) map.set(field, value);
			}
			for (const [value, isSettled] of Object.entries(settled)) doc.getMap<boolean>(SETTLED).set(value, isSettled);
		});
		const after = merged(doc, texts);
		// What was made just now is all new.
		return { ...after, update: known ? Y.encodeStateAsUpdate(doc, known) : after.state, isChange };
	});
}

/** Order, repetition and grouping of updates do not matter. Throws on bytes that are not a Yjs update. */
export function mergeRecord(before: Uint8Array | null, updates: readonly Uint8Array[], texts: readonly string[]): Merged {
	return withRecord(before, (doc) => {
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		return merged(doc, texts);
	});
}

export function mergeUpdates(before: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array {
	return mergeRecord(before, updates, []).state;
}

/** Fields as they stand; texts as strings. Fields nobody set are missing. */
export function readRecord(state: Uint8Array, texts: readonly string[]): Record<string, Scalar> {
	return withRecord(state, (doc) => fieldsOf(doc, texts));
}

/** Applies updates one after another and tells the fields after each: for history. */
export function* replay(updates: readonly Uint8Array[], texts: readonly string[]): Generator<Record<string, Scalar>> {
	const doc = newDocument();
	for (const update of updates) {
		Y.applyUpdate(doc, update);
		yield fieldsOf(doc, texts);
	}
}

function merged(doc: Y.Doc, texts: readonly string[]): Merged {
	return { state: Y.encodeStateAsUpdate(doc), fields: fieldsOf(doc, texts), isForked: isForked(doc) };
}

/** Every value knows which one it replaced. Where that is not the one beside it, another writer's lies between. */
function isForked(doc: Y.Doc): boolean {
	for (const last of doc.getMap(FIELDS)._map.values()) {
		for (let item = last; item.left; item = item.left) {
			if (!item.origin || !Y.compareIDs(item.origin, item.left.lastId)) return true;
		}
	}
	return false;
}

/** One value of a field, as some change set it. */
export interface Version {
	/** The same on every device. */
	readonly id: string;
	readonly value: Scalar;
	/** The value that stood there for whoever set this one. */
	readonly replaced: string | null;
	/** Which of the updates brought it. */
	readonly update: number;
}

export interface Versions {
	/** By field; the last one stands. */
	readonly fields: ReadonlyMap<string, readonly Version[]>;
	/** Values that somebody decided against. */
	readonly settled: ReadonlySet<string>;
	/** The updates that took such a decision back. */
	readonly undoing: ReadonlySet<number>;
	/** Whether a value was known, and not standing any more, to whoever wrote the update. */
	wasPast(id: string, update: number): boolean;
}

/**
 * Every value that a record's fields ever had. Updates come in the order of their hybrid times: one may carry along what
 * its writer had received and could not place yet, and that belongs to the earlier.
 */
export function versionsOf(updates: readonly Uint8Array[]): Versions {
	// Keeps what was replaced.
	const doc = new Y.Doc({ guid: 'record', gc: false });
	const broughtBy = new Map<string, number>();
	const past: ReturnType<typeof Y.decodeUpdate>['ds'][] = [];
	for (const [at, update] of updates.entries()) {
		Y.applyUpdate(doc, update);
		const { structs, ds } = Y.decodeUpdate(update);
		past.push(ds);
		for (const { id, length } of structs) {
			for (let clock = id.clock; clock < id.clock + length; clock++) {
				const name = nameOf(id.client, clock);
				if (!broughtBy.has(name)) broughtBy.set(name, at);
			}
		}
	}
	const read = (last: Y.Item): Version[] => {
		const found: Version[] = [];
		for (let item: Y.Item | null = last; item; item = item.left) {
			// Values that one writer set one after another lie in one item.
			const values = item.content.getContent() as Scalar[];
			for (let at = values.length - 1; at >= 0; at--) {
				const id = nameOf(item.id.client, item.id.clock + at);
				const before =
					at > 0 ? nameOf(item.id.client, item.id.clock + at - 1) : item.origin && nameOf(item.origin.client, item.origin.clock);
				found.unshift({ id, value: values[at] ?? null, replaced: before, update: broughtBy.get(id) ?? 0 });
			}
		}
		return found;
	};
	const settled = doc.getMap<boolean>(SETTLED);
	const decisions = [...settled._map.values()].flatMap(read);
	return {
		fields: new Map([...doc.getMap<Scalar>(FIELDS)._map].map(([field, last]) => [field, read(last)])),
		settled: new Set([...settled.entries()].filter(([, isSettled]) => isSettled).map(([id]) => id)),
		undoing: new Set(decisions.filter(({ value }) => value === false).map(({ update }) => update)),
		wasPast(id, update) {
			const [client = 0, clock = 0] = id.split('.').map(Number);
			return past[update]?.clients.get(client)?.some((range) => range.clock <= clock && clock < range.clock + range.len) ?? false;
		},
	};
}

const nameOf = (client: number, clock: number): string => `${client}.${clock}`;

function fieldsOf(doc: Y.Doc, texts: readonly string[]): Record<string, Scalar> {
	const fields = doc.getMap(FIELDS).toJSON() as Record<string, Scalar>;
	for (const field of texts) fields[field] = doc.getText(textName(field)).toString();
	return fields;
}

// Without a name of its own a document draws a random one, which costs more than everything else done with it.
const newDocument = () => new Y.Doc({ guid: 'record' });

/** Who only reads. Yjs takes a document's number for one that writes. */
const NOBODY = 0;
/** Making a document draws a random number all the same: the last one is emptied for the next. */
let spare: Y.Doc | null = null;

/** `work` on a record as it stands. When it throws, nobody knows what its document is left with, and it goes. */
function withRecord<T>(state: Uint8Array | null, work: (doc: Y.Doc) => T): T {
	const doc = spare ?? newDocument();
	spare = null;
	doc.clientID = NOBODY;
	if (state) Y.applyUpdate(doc, state);
	const result = work(doc);
	doc.share.clear();
	doc.subdocs.clear();
	doc.store.clients.clear();
	doc.store.pendingStructs = null;
	doc.store.pendingDs = null;
	spare = doc;
	return result;
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
