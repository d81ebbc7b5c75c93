import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { leavesOfFields, type Scalar } from './leaves.ts';
import type { Extract, Fields, Identity, Json, MarkReason, SubjectRecord, SubjectSection } from './model.ts';

/**
 * The machine-readable copy (Art. 15 (3), Art. 20 DSGVO): `kontor-auskunft`, version 1. Instants are ISO 8601 in UTC,
 * days `YYYY-MM-DD`; what is stored as a code is told with its meaning. A blackened passage is `██`.
 */
const FILE_FORMAT = 'kontor-auskunft';
const FILE_VERSION = 1;

export interface FileWords {
	section(section: SubjectSection): string;
	label(table: string, path: string): string;
	/** What a value means; undefined where it says so itself. */
	meaning(table: string, path: string, value: Scalar): string | undefined;
	reason(reason: MarkReason): string;
}

export interface FileFacts {
	readonly at: number;
	readonly organisation: string;
	readonly person: { readonly name: string; readonly number: string };
	readonly identity: Identity;
	readonly madeBy: string;
	readonly information: readonly { readonly title: string; readonly text: string }[];
	readonly reasons: readonly MarkReason[];
	/** Documents by their id: where in the archive the content lies, or why it is not given along. */
	readonly documents: ReadonlyMap<string, { readonly file: string } | { readonly withheld: MarkReason }>;
	/** In words: what is stored but no part of it. */
	readonly notIncluded: readonly string[];
}

const iso = (at: number): string => new Date(at).toISOString();
/** Fields that hold an instant as ms UTC. */
export const isInstant = (path: string): boolean => /(^|\.)(at|[a-z]+At)$/.test(path);

export function fileOf(extract: Extract, facts: FileFacts, words: FileWords): Json {
	const { names } = extract;
	const fieldsOf = (table: string, fields: Fields): Json[] =>
		Object.entries(fields).map(([field, value]) => ({
			field,
			label: words.label(table, field),
			value: withIso(value, field),
			...meaningOf(leavesOfFields({ [field]: value }), table),
		}));
	const meaningOf = (leaves: readonly { path: string; value: Scalar }[], table: string) => {
		const told = leaves.flatMap(({ path, value }): [string, string][] => {
			const meaning = (typeof value === 'string' ? names[value] : undefined) ?? words.meaning(table, path, value);
			return meaning === undefined ? [] : [[path, meaning]];
		});
		return told.length === 0 ? {} : { meaning: Object.fromEntries(told) };
	};
	const recordOf = (record: SubjectRecord): Json => ({
		table: record.table,
		id: record.id,
		...(record.fileNumber === null ? {} : { caseFile: record.fileNumber }),
		writtenAt: iso(record.createdAt),
		...(record.by === null ? {} : { by: record.by, device: record.device ?? '' }),
		...(record.removedAt === null ? {} : { deletedAt: iso(record.removedAt) }),
		...contentOf(record),
		fields: fieldsOf(record.table, record.fields),
		changes: record.history.map(({ at, by, device, fields, current }) => ({
			at: iso(at),
			by,
			device,
			earlierValues: fieldsOf(record.table, fields),
			presentValues: current,
		})),
	});
	const contentOf = ({ id }: SubjectRecord): { [key: string]: Json } => {
		const found = facts.documents.get(id);
		if (!found) return {};
		return 'file' in found ? { content: found.file } : { contentWithheld: words.reason(found.withheld) };
	};
	return {
		format: FILE_FORMAT,
		version: FILE_VERSION,
		createdAt: iso(facts.at),
		organisation: facts.organisation,
		madeBy: facts.madeBy,
		person: facts.person,
		identity: { proof: facts.identity.proof, checkedOn: facts.identity.checkedOn },
		information: facts.information.map((one) => ({ ...one })),
		blackened: countReasons(facts.reasons).map(({ reason, count }) => ({ count, because: words.reason(reason) })),
		notIncluded: [...facts.notIncluded],
		sections: extract.sections.map(({ section, records }) => ({
			section,
			title: words.section(section),
			records: records.map(recordOf),
		})),
	};
}

/** How many passages for which reason, the most frequent first. */
export function countReasons(reasons: readonly MarkReason[]): { reason: MarkReason; count: number }[] {
	const counts = new Map<MarkReason, number>();
	for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}

function withIso(value: Json, path: string): Json {
	if (Array.isArray(value)) return value.map((one: Json, at) => withIso(one, `${path}.${at}`));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIso(one, `${path}.${key}`)]));
	}
	return typeof value === 'number' && isInstant(path) ? iso(value) : value;
}

/** Says nothing of the person: it is seen by whoever looks at the folder. */
export const archiveName = (at: number): string => `Auskunft ${localDateOf(at) satisfies LocalDate}.zip`;
