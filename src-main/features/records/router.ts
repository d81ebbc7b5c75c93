import type { Vault } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Procedures } from '../../access.ts';
import type { Desk } from '../../desk.ts';
import { historyOf } from '../../records/history.ts';
import { kindName, type MergeKind } from '../../records/kind.ts';
import { noAccess } from '../../refuse.ts';
import { openSealed, sealTo, utf8 } from '../../vaults/crypto.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import type { Session } from '../../vaults/session.ts';

/**
 * Live changes, history and drafts: the same for every feature, so they need no service of their own. The access table
 * lets everybody in who is signed in; whose vault is not open here is refused by the record's or the draft's own vault.
 */
export interface RecordsDeps {
	readonly desk: Desk;
	readonly kinds: readonly MergeKind[];
	readonly now: () => number;
	nameOf(session: Session, id: string): string;
}

/** Fields that history tells nothing about: they are sealed, keys, or the write path's own. */
const SILENT_FIELDS = new Set(['privateNote', 'contentKey', 'blob', 'fingerprint', '@created']);

export function recordsRouter({ open, signedIn }: Procedures, { desk, kinds, now, nameOf }: RecordsDeps) {
	const os = signedIn.records;
	return {
		changes: open.records.changes.handler(({ signal }) => desk.changes(signal)),
		history: os.history.handler(({ input, context: { session } }) => {
			const kind = kinds.find((candidate) => kindName(candidate) === input.table);
			if (!kind) return noAccess();
			return historyOf(readable(session, kind.vault).file, kind, input.id).map(({ at, member, device, fields }) => ({
				at,
				member: nameOf(session, member),
				device: nameOf(session, device),
				fields: fields.map((change) => (SILENT_FIELDS.has(change.field) ? { ...change, before: null, after: null } : change)),
			}));
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

function readable(session: Session, name: Vault): OpenVault {
	return session.vault(name) ?? noAccess();
}

const OFFICE_DRAFTS = ['offer:', 'attendance:'];
const WORKSHOP_DRAFTS = ['item:', 'desk:', 'borrower:', 'damage:', 'reservation:', 'rules:'];

/** A draft lies where its record will. */
function vaultOfDraft(key: string): Vault {
	if (OFFICE_DRAFTS.some((place) => key.startsWith(place))) return 'office';
	return WORKSHOP_DRAFTS.some((place) => key.startsWith(place)) ? 'workshop' : 'counselling';
}
