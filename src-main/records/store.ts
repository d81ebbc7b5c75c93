import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { decodeCbor, encodeCbor } from '../vaults/envelope.ts';
import { eraser, hasErasures } from './erasing.ts';
import { type HybridClock, timeOf } from './hybrid-clock.ts';
import { type AnyKind, type AppendKind, kindName, type MergeKind, validFields } from './kind.ts';
import { type Bases, editRecord, type Fields, isSame, type Merged, mergeRecord, readRecord, type Scalar } from './merge.ts';
import { forkKeeper } from './open-forks.ts';
import { type RowWriter, rowWriter } from './row-writer.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/**
 * The one write path (design 2): a transaction writes the merge state, the row, the search index and the outgoing
 * change, or none of them. Everything that changes a vault's records goes through here.
 */
export interface RecordStore {
	insert<Kind extends MergeKind>(kind: Kind, id: string, fields: Fields, author: MemberId): void;
	/**
	 * Inserts or updates: for ids that follow from what the record is about (see `derivedId`), which several devices may
	 * create while apart. `about` are the fields that follow from the id as well. Of one that was erased nothing is written.
	 */
	put<Kind extends MergeKind>(kind: Kind, id: string, about: Fields, changes: Fields, author: MemberId): void;
	/** Only the given fields change; nothing is written when they are as they were. `bases`: as for `editRecord`. */
	update<Kind extends MergeKind>(kind: Kind, id: string, changes: Fields, author: MemberId, bases?: Bases): void;
	/**
	 * Sets fields also where they are so already: when two devices decide the same question differently, one of them is
	 * right about every record, and not each about what it changed.
	 */
	affirm<Kind extends MergeKind>(kind: Kind, id: string, changes: Fields, author: MemberId): void;
	/**
	 * Writes the field and says in the same change which values it is decided against, by their ids (see `forks.ts`);
	 * `settled` false: takes that back.
	 */
	decide(kind: MergeKind, id: string, changes: Fields, values: readonly string[], settled: boolean, author: MemberId): void;
	/** Takes the record out of sight; `restore` brings it back as it was. */
	remove(kind: MergeKind, id: string, author: MemberId): void;
	restore(kind: MergeKind, id: string, author: MemberId): void;
	/** Written once, never changed. */
	append(kind: AppendKind, id: string, fields: Record<string, Scalar>, author: MemberId): void;
	/**
	 * For good, on every device: row, merge state, all changes of it, what it is found by, what is open about it, drafts that
	 * name it. Whatever was written elsewhere meanwhile, or arrives later, is passed over. Cannot be taken back.
	 */
	erase(kind: AnyKind, id: string, author: MemberId): void;
	isErased(kind: AnyKind, id: string): boolean;
	/** Changes of other devices, in the order of their feeds, as one; known ones are passed over. `alongside` notes the feed's position. */
	applyRemote(changes: readonly Change[], alongside: () => void): void;
	/** Several writes as one, with one notice at the end. */
	atomically<T>(work: () => T): T;
	/** How many records were written since the vault was opened, by whomever: as long as it stays, nothing here has changed. */
	written(): number;
	readonly search: SearchIndex;
}

/** One change as it is stored and as it travels. */
export interface Change {
	readonly device: DeviceId;
	readonly hlc: string;
	readonly member: MemberId;
	readonly tableName: string;
	readonly recordId: string;
	readonly kind: 'merge' | 'append' | 'erase';
	readonly payload: Uint8Array;
}

/** Fields of the write path itself inside every merged record. */
export const CREATED = '@created';
export const REMOVED = '@removed';

export interface StoreDeps {
	readonly file: SqliteFile;
	readonly kinds: readonly AnyKind[];
	readonly device: DeviceId;
	/** Yjs client number of this vault file. */
	readonly writer: number;
	readonly hybrid: HybridClock;
	/** After commit, with the names of changed tables; `own` when this device wrote them. */
	onCommit(tables: ReadonlySet<string>, own: boolean): void;
}

interface KindOps {
	readonly kind: AnyKind;
	readonly rows: RowWriter;
}

interface How {
	readonly bases?: Bases | undefined;
	readonly affirm?: boolean;
	readonly settled?: Readonly<Record<string, boolean>>;
}

export function createRecordStore({ file, kinds, device, writer, hybrid, onCommit }: StoreDeps): RecordStore {
	const search = createSearchIndex(file);
	const forks = forkKeeper(file, (table) => touch(table));
	const erasing = eraser(file, search);
	const ops = new Map<string, KindOps>();
	for (const kind of kinds) ops.set(kindName(kind), { kind, rows: rowWriter(file, kind) });
	const stateOf = file.prepare<[string, string], { state: Buffer; updated_at: number }>(
		'SELECT state, updated_at FROM record_state WHERE table_name = ? AND record_id = ?',
	);
	const writeState = file.prepare(
		`INSERT INTO record_state (table_name, record_id, state, updated_at) VALUES (?, ?, ?, ?)
		 ON CONFLICT DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at`,
	);
	const writeChange = file.prepare(
		'INSERT OR IGNORE INTO change (device, hlc, member, table_name, record_id, kind, payload, segment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
	);
	let touched: Set<string> | null = null;
	let written = 0;

	function atomically<T>(work: () => T, own = true): T {
		if (touched) return work();
		const tables = new Set<string>();
		touched = tables;
		let result: T;
		try {
			result = file.transaction(work).immediate();
		} finally {
			touched = null;
		}
		if (tables.size > 0) onCommit(tables, own);
		return result;
	}

	function touch(table: string): void {
		touched?.add(table);
		written += 1;
	}

	function opsOf(kind: AnyKind): KindOps {
		const found = ops.get(kindName(kind));
		if (!found) throw new Error(`kind ${kindName(kind)} is not declared for this vault`);
		return found;
	}

	/** True when the change was not known yet. */
	function note(change: Change, segment: number | null): boolean {
		const { device: by, hlc, member, tableName, recordId, kind, payload } = change;
		return writeChange.run(by, hlc, member, tableName, recordId, kind, payload, segment).changes > 0;
	}

	function project(
		kind: MergeKind,
		recordId: string,
		{ state, fields: stored, isForked }: Merged,
		updatedAt: number,
		isNew: boolean,
	): void {
		const name = kindName(kind);
		writeState.run(name, recordId, state, updatedAt);
		touch(name);
		if (isForked) forks.refresh(kind, recordId);
		const createdAt = stored[CREATED];
		// Its first change has not arrived yet (feeds of different devices overtake each other): no row until it has.
		if (typeof createdAt !== 'number') return;
		const fields = validFields(kind, stored);
		const removedAt = typeof stored[REMOVED] === 'number' ? stored[REMOVED] : null;
		const { rows } = opsOf(kind);
		rows[isNew ? 'put' : 'change']({ id: recordId, createdAt, updatedAt, removedAt, ...fields, ...kind.derive?.(fields) });
		if (kind.words) search.put(name, recordId, removedAt === null ? kind.words(fields) : '');
	}

	/** `mustExist` null: either way. */
	function edit(kind: MergeKind, id: string, changes: Fields, author: MemberId, mustExist: boolean | null, how: How = {}): void {
		atomically(() => {
			const name = kindName(kind);
			const before = stateOf.get(name, id);
			if (erasing.isErased(name, id)) {
				// Its id follows from what it is about, and that is gone.
				if (mustExist === null) return;
				throw new Error(`record of ${name} was erased`);
			}
			if (mustExist !== null && mustExist !== (before !== undefined))
				throw new Error(`record of ${name} ${mustExist ? 'is missing' : 'exists'}`);
			const edited = editRecord(before?.state ?? null, changes, kind.texts, writer, how.bases, how.affirm, how.settled);
			if (before && !edited.isChange) return;
			const hlc = hybrid.next();
			note({ device, hlc, member: author, tableName: name, recordId: id, kind: 'merge', payload: edited.update }, null);
			project(kind, id, edited, timeOf(hlc), !before);
		});
	}

	/** `fields` undefined: of no shape that this version knows. */
	function writeAppended(kind: AppendKind, change: Change, fields: Record<string, unknown> | undefined): void {
		touch(change.tableName);
		if (!fields) return;
		const at = timeOf(change.hlc);
		opsOf(kind).rows.put({ ...fields, id: change.recordId, at, member: change.member, device: change.device });
	}

	function applyToRecord(name: string, recordId: string, changes: readonly Change[]): void {
		const kind = ops.get(name)?.kind;
		// Of a kind this version does not know: kept in `change` for the day it does.
		if (!kind) return;
		if (!kind.merging) {
			for (const change of changes) writeAppended(kind, change, kind.fields.safeParse(decodeCbor(change.payload)).data);
			return;
		}
		const before = stateOf.get(name, recordId);
		const merged = mergeRecord(
			before?.state ?? null,
			changes.map((change) => change.payload),
			kind.texts,
		);
		const latest = Math.max(before?.updated_at ?? 0, ...changes.map((change) => timeOf(change.hlc)));
		project(kind, recordId, merged, latest, !before);
	}

	return {
		search,
		atomically: (work) => atomically(work),
		written: () => written,
		insert(kind, id, fields, author) {
			const set = Object.entries(fields).filter(([field, value]) => !isSame(value, kind.empty[field]));
			const hlc = hybrid.next();
			edit(kind, id, { [CREATED]: timeOf(hlc), ...Object.fromEntries(set) }, author, false);
		},
		put(kind, id, about, changes, author) {
			const before = stateOf.get(kindName(kind), id);
			// Another device's change of it can be here before what created it.
			const isNew = before === undefined || typeof readRecord(before.state, kind.texts)[CREATED] !== 'number';
			edit(kind, id, { ...(isNew && { [CREATED]: timeOf(hybrid.next()), ...about }), ...changes }, author, null);
		},
		update: (kind, id, changes, author, bases) => edit(kind, id, changes, author, true, { bases }),
		affirm: (kind, id, changes, author) => edit(kind, id, changes, author, true, { affirm: true }),
		decide: (kind, id, changes, values, isSettled, author) =>
			edit(kind, id, changes, author, true, {
				affirm: true,
				settled: Object.fromEntries(values.map((value) => [value, isSettled])),
			}),
		remove: (kind, id, author) => edit(kind, id, { [REMOVED]: timeOf(hybrid.next()) }, author, true),
		restore: (kind, id, author) => edit(kind, id, { [REMOVED]: null }, author, true),
		append(kind, id, fields, author) {
			const tableName = kindName(kind);
			// From another device it is kept for a version that knows it; written here it is a fault, and nothing may be lost.
			const fitting = kind.fields.safeParse(fields);
			if (!fitting.success) throw new Error(`fields of ${tableName} do not fit`);
			const hlc = hybrid.next();
			const change: Change = {
				device,
				hlc,
				member: author,
				tableName,
				recordId: id,
				kind: 'append',
				payload: encodeCbor(fields),
			};
			atomically(() => {
				if (erasing.isErased(tableName, id)) throw new Error(`record of ${tableName} was erased`);
				note(change, null);
				writeAppended(kind, change, fitting.data);
			});
		},
		erase(kind, id, author) {
			const tableName = kindName(kind);
			atomically(() => {
				if (erasing.isErased(tableName, id)) return;
				const hlc = hybrid.next();
				note({ device, hlc, member: author, tableName, recordId: id, kind: 'erase', payload: new Uint8Array() }, null);
				erasing.erase(tableName, id, opsOf(kind).kind);
				touch(tableName);
			});
		},
		isErased: (kind, id) => erasing.isErased(kindName(kind), id),
		applyRemote(changes, alongside) {
			atomically(() => {
				const byRecord = new Map<string, Change[]>();
				let someErased = hasErasures(file);
				for (const change of changes) {
					const { tableName, recordId, hlc } = change;
					hybrid.see(hlc);
					const key = `${tableName} ${recordId}`;
					if (change.kind === 'erase') {
						if (!note(change, 0)) continue;
						byRecord.delete(key);
						someErased = true;
						erasing.erase(tableName, recordId, ops.get(tableName)?.kind);
						touch(tableName);
						continue;
					}
					if (someErased && erasing.isErased(tableName, recordId)) {
						erasing.passOver(hlc);
						continue;
					}
					if (!note(change, 0)) continue;
					const group = byRecord.get(key);
					if (group) group.push(change);
					else byRecord.set(key, [change]);
				}
				for (const group of byRecord.values()) {
					const first = group[0];
					if (first) applyToRecord(first.tableName, first.recordId, group);
				}
				alongside();
			}, false);
		},
	};
}
