import type { Vault } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Procedures } from '../../access.ts';
import type { SqliteFile } from '../../database/open.ts';
import type { Desk } from '../../desk.ts';
import { historyOf, stateAfter } from '../../records/history.ts';
import { kindName, type MergeKind, validFields } from '../../records/kind.ts';
import { readRecord } from '../../records/merge.ts';
import { noAccess, notFound } from '../../refuse.ts';
import { openSealed, sealTo, utf8 } from '../../vaults/crypto.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import type { Session } from '../../vaults/session.ts';
import { asRefusal, type RecordStep, splitChanges } from './restore.ts';

/**
 * Live changes, history and drafts: the same for every feature, so they need no service of their own. The access table
 * lets everybody in who is signed in; whose vault is not open here is refused by the record's or the draft's own vault.
 */
export interface RecordsDeps {
	readonly desk: Desk;
	readonly kinds: readonly MergeKind[];
	readonly now: () => number;
	/** By table: how a record of it is changed by its feature. */
	readonly steps: ReadonlyMap<string, RecordStep>;
	nameOf(session: Session, id: string): string;
}

/** Fields that history tells nothing about: they are sealed, keys, or the write path's own. */
const SILENT_FIELDS = new Set(['privateNote', 'contentKey', 'blob', 'fingerprint', '@created']);

export function recordsRouter({ open, signedIn }: Procedures, { desk, kinds, now, steps, nameOf }: RecordsDeps) {
	const os = signedIn.records;
	return {
		changes: open.records.changes.handler(({ signal }) => desk.changes(signal)),
		history: os.history.handler(({ input, context: { session } }) => {
			const kind = kinds.find((candidate) => kindName(candidate) === input.table);
			if (!kind) return noAccess();
			return historyOf(readable(session, kind.vault).file, kind, input.id).map(({ at, member, device, version, fields }) => ({
				at,
				version,
				member: nameOf(session, member),
				device: nameOf(session, device),
				fields: fields.map((change) => (SILENT_FIELDS.has(change.field) ? { ...change, before: null, after: null } : change)),
			}));
		}),
		restoreTo: os.restoreTo.handler(async ({ input, context: { session } }) => {
			const kind = kinds.find((candidate) => kindName(candidate) === input.table);
			const step = steps.get(input.table);
			if (!kind || !step) return noAccess();
			const { file } = readable(session, kind.vault);
			const past = stateAfter(file, kind, input.id, input.version);
			const present = stateNow(file, kind, input.id);
			if (!past || !present) return notFound();
			const { changes, left } = splitChanges(past, present, step);
			try {
				if (Object.keys(changes).length > 0) await step.take(input.id, changes);
			} catch (error) {
				throw asRefusal(error);
			}
			return { left: left.filter((field) => !SILENT_FIELDS.has(field)) };
		}),
		draft: os.draft.handler(({ input, context: { session } }) => {
			const sealed = readable(session, vaultOfDraft(input.key)).drafts.get(session.member as MemberId, input.key);
			const opened = sealed && openSealed(session.memberKeys.sealing, new Uint8Array(sealed));
			return opened ? new TextDecoder().decode(opened) : null;
		}),
		saveDraft: os.saveDraft.handler(({ input, context: { session } }) => {
			const sealed = sealTo(session.memberKeys.sealing.publicKey, utf8(input.text));
			readable(session, vaultOfDraft(input.key)).drafts.put(session.member, input.key, sealed, now());
		}),
		discardDraft: os.discardDraft.handler(({ input, context: { session } }) => {
			readable(session, vaultOfDraft(input.key)).drafts.discard(session.member, input.key);
		}),
	};
}

function stateNow(file: SqliteFile, kind: MergeKind, id: string): Record<string, unknown> | null {
	const state = file
		.prepare<[string, string], Buffer>('SELECT state FROM record_state WHERE table_name = ? AND record_id = ?')
		.pluck()
		.get(kindName(kind), id) as Buffer | undefined;
	return state ? validFields(kind, readRecord(state, kind.texts)) : null;
}

function readable(session: Session, name: Vault): OpenVault {
	return session.vault(name) ?? noAccess();
}

const OFFICE_DRAFTS = ['offer:', 'attendance:'];
const WORKSHOP_DRAFTS = ['item:', 'desk:', 'borrower:', 'damage:', 'reservation:', 'rules:', 'repair:'];

/** A draft lies where its record will. */
function vaultOfDraft(key: string): Vault {
	if (OFFICE_DRAFTS.some((place) => key.startsWith(place))) return 'office';
	return WORKSHOP_DRAFTS.some((place) => key.startsWith(place)) ? 'workshop' : 'counselling';
}
