import type { SqliteFile } from '../database/open.ts';
import { type AnyKind, kindName } from '../records/kind.ts';
import type { OpenVault } from '../vaults/open-vault.ts';

/**
 * Is a vault built from the share the one that is in use? Work goes on meanwhile, here and elsewhere, so a row may differ
 * because one of the two has heard more; it may not differ when both have heard the same changes of its record.
 */
export interface Comparison {
	readonly rows: number;
	/** The first table in which something is different. */
	readonly different: string | null;
}

const ROWS_PER_TURN = 500;
const MOST_SUSPECTS = 5000;

export interface FeedPositions {
	readonly [device: string]: number;
}

/** How far the vault has read every feed, and how far its own has left. */
export function feedPositions({ file }: OpenVault, own: string): FeedPositions {
	const others = file.prepare<[], { device: string; seq: number }>('SELECT device, seq FROM feed').all();
	const sent = file.prepare('SELECT max(seq) FROM outgoing WHERE sent').pluck().get() as number | null;
	return { ...Object.fromEntries(others.map(({ device, seq }) => [device, seq])), ...(sent !== null && { [own]: sent }) };
}

export async function compareVaults(
	copy: OpenVault,
	live: OpenVault,
	own: string,
	kinds: readonly AnyKind[],
	{ onRows, isCancelled }: { onRows(rows: number): void; isCancelled(): boolean },
): Promise<Comparison> {
	let rows = 0;
	for (const kind of kinds) {
		if (kind.vault !== live.name) continue;
		const table = kindName(kind);
		const suspects = new Set<string>();
		let last = '';
		for (;;) {
			if (isCancelled()) return { rows, different: null };
			const [theirs, ours] = [pageOf(copy.file, table, last), pageOf(live.file, table, last)];
			// As far as both pages reach: what lies behind the shorter one's end comes with the next.
			const end = endOfPages(theirs, ours);
			for (const id of new Set([...theirs.keys(), ...ours.keys()])) {
				if (end !== null && id > end) continue;
				rows += 1;
				if (theirs.get(id) !== ours.get(id) && suspects.size < MOST_SUSPECTS) suspects.add(id);
			}
			onRows(rows);
			if (end === null) break;
			last = end;
			await new Promise<void>((resolve) => setImmediate(resolve));
		}
		for (const id of suspects) if (isReallyDifferent(copy, live, own, table, id)) return { rows, different: table };
	}
	return { rows, different: null };
}

function pageOf(file: SqliteFile, table: string, after: string): Map<string, string> {
	const rows = file
		.prepare<[string], { id: string }>(`SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT ${ROWS_PER_TURN}`)
		.all(after);
	return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
}

/** Null: both are at their end. */
function endOfPages(...pages: readonly ReadonlyMap<string, string>[]): string | null {
	const ends = pages.flatMap((page) => (page.size === ROWS_PER_TURN ? [[...page.keys()].at(-1) ?? ''] : []));
	return ends.sort()[0] ?? null;
}

function isReallyDifferent(copy: OpenVault, live: OpenVault, own: string, table: string, id: string): boolean {
	const rowOf = ({ file }: OpenVault) => JSON.stringify(file.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) ?? null);
	if (rowOf(copy) === rowOf(live)) return false;
	const [inCopy, inLive] = changesThatCount(changesOf(copy, table, id), changesOf(live, table, id));
	const onlyLive = [...inLive].filter(([name]) => !inCopy.has(name)).map(([, change]) => change);
	const onlyCopy = [...inCopy].filter(([name]) => !inLive.has(name)).map(([, change]) => change);
	if (onlyLive.length === 0 && onlyCopy.length === 0) return true;
	const [copyAt, liveAt] = [feedPositions(copy, own), feedPositions(live, own)];
	const isNewer = (there: FeedPositions, elsewhere: FeedPositions, device: string) =>
		(there[device] ?? 0) > (elsewhere[device] ?? 0);
	// Known to one of the two alone is only what has come after the other one's end.
	return (
		onlyLive.some(
			({ device, segment }) =>
				!(device === own ? segment === null || segment > (copyAt[own] ?? 0) : isNewer(liveAt, copyAt, device)),
		) || onlyCopy.some(({ device }) => !isNewer(copyAt, liveAt, device))
	);
}

type Changes = ReadonlyMap<string, KnownChange>;

/** Where one of the two has heard that a record was erased, nothing else of it matters. */
function changesThatCount(...both: [Changes, Changes]): [Changes, Changes] {
	if (!both.some((changes) => [...changes.values()].some(({ kind }) => kind === 'erase'))) return both;
	const erasing = (changes: Changes) => new Map([...changes].filter(([, { kind }]) => kind === 'erase'));
	return [erasing(both[0]), erasing(both[1])];
}

interface KnownChange {
	readonly kind: string;
	readonly device: string;
	readonly segment: number | null;
}

function changesOf({ file }: OpenVault, table: string, id: string): Changes {
	const rows = file
		.prepare<[string, string], KnownChange & { hlc: string }>(
			'SELECT device, hlc, kind, segment FROM change WHERE table_name = ? AND record_id = ?',
		)
		.all(table, id);
	return new Map(rows.map((row) => [`${row.device} ${row.hlc}`, row]));
}
