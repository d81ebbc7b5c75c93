import type { AccessEvent, AccessKind } from '#shared/features/access-log/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { MemberId, RecordId } from '#shared/kernel/ids.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import type { LedgerState } from '../../vaults/ledger-state.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { eventsStored, type StoredEvent } from './queries.ts';
import { accessEventKind } from './records.ts';
import { type EventContent, openEvent, sealEvent } from './sealed-event.ts';

/**
 * The access log (Zugriffsprotokoll): that somebody read, printed, exported or signed in. It is only ever added to, and
 * never says of which case file; that stands in the file's own log. Everybody's device holds it, administrators open it.
 */
export interface AccessLogService {
	/** Of whoever works here right now. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
	/**
	 * While locked no vault is open: waits in the data folder, sealed, until somebody signs in here. The work is the same
	 * for a known name and an unknown one, and whatever happens to it, the sign-in gets its answer.
	 */
	noteFailure(ledger: LedgerState, member: MemberId | null): void;
	/** Somebody has signed in: notes it, after what waited in the data folder. */
	began(session: Session): void;
	/** Newest first, of at most the last 92 days before `to`. */
	list(session: Session, from: number, to: number): Promise<{ events: AccessEvent[]; unreadable: number }>;
}

export interface AccessLogDeps {
	readonly folder: DataFolder;
	readonly clock: Clock;
	readonly ids: Ids;
	/** Of a member or device. */
	nameOf(session: Session, id: string): string;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** The longest quarter, with the hour that the end of summer time adds. */
const LONGEST_MS = 92 * DAY + HOUR;
/**
 * Failed sign-ins are stored when somebody signs in on that device the next time. They are looked for this much later,
 * and what took even longer counts as having happened that long before, so that nothing is ever out of sight.
 */
const LATE_MS = 31 * DAY;
/** Boxes opened in one go, about 5 ms; other work comes between. */
const AT_ONCE = 50;

export function createAccessLogService({ folder, clock, ids, nameOf }: AccessLogDeps): AccessLogService {
	/** What was opened stays open as long as the session: opening takes a tenth of a millisecond each. */
	const opened = new WeakMap<Session, Map<string, EventContent | null>>();

	/** Written under the site's name: who it was is for administrators to know. */
	function store(session: Session, id: string, sealed: string): void {
		openVaultOf(session, 'office').store.append(accessEventKind, id, { sealed }, session.site as string as MemberId);
	}

	function note(session: Session, kind: AccessKind, details?: { count: number }): void {
		const content = { kind, member: session.acting, count: details?.count ?? null, at: clock.now() };
		store(session, ids.next(), sealEvent(session.ledger, content));
	}

	async function contentOf(session: Session, rows: readonly StoredEvent[]): Promise<Map<string, EventContent | null>> {
		const known = opened.get(session) ?? new Map<string, EventContent | null>();
		opened.set(session, known);
		const unknown = rows.filter(({ id }) => !known.has(id));
		for (const [index, { id, sealed }] of unknown.entries()) {
			if (index > 0 && index % AT_ONCE === 0) await new Promise<void>((resolve) => setImmediate(resolve));
			// Locked meanwhile: its keys are gone, nothing opens any more.
			openVaultOf(session, 'office');
			known.set(id, openEvent(sealed, session.member, session.memberKeys.sealing));
		}
		return known;
	}

	return {
		note,
		noteFailure(ledger, member) {
			const sealed = sealEvent(ledger, { kind: 'sign_in_failed', member, count: null, at: clock.now() });
			try {
				folder.addAttempt({ id: ids.next() as RecordId, sealed });
			} catch {
				// A full disk: whoever mistyped still has to be told that they did.
			}
		},
		began(session) {
			const attempts = folder.readAttempts();
			openVaultOf(session, 'office').store.atomically(() => {
				for (const { id, sealed } of attempts) store(session, id, sealed);
				note(session, 'signed_in');
			});
			folder.clearAttempts();
		},
		async list(session, from, to) {
			const first = Math.max(from, to - LONGEST_MS);
			const rows = eventsStored(openVaultOf(session, 'office').reader, first, to + LATE_MS);
			const contents = await contentOf(session, rows);
			const events: AccessEvent[] = [];
			let unreadable = 0;
			for (const { id, at: storedAt, device } of rows) {
				const content = contents.get(id);
				if (!content) {
					if (storedAt <= to) unreadable += 1;
					continue;
				}
				const at = Math.min(content.at, storedAt);
				const counted = Math.max(at, storedAt - LATE_MS);
				if (counted < first || counted > to) continue;
				const { kind, member, count } = content;
				events.push({
					id,
					at,
					kind,
					member: member === null ? null : nameOf(session, member),
					device: nameOf(session, device),
					count,
				});
			}
			return { events: events.sort((a, b) => b.at - a.at), unreadable };
		},
	};
}
