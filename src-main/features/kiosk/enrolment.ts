import type { Kiosk } from '#shared/features/kiosk/model.ts';
import type { Ids, Random } from '#shared/kernel/environment.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { KioskId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { inboxPosition } from '../../share/inbox.ts';
import { KEY_BYTES, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import { fingerprintOf } from '../../vaults/fingerprint.ts';
import { inboxFact, keyOf, openProfile, sealProfile } from '../../vaults/grants.ts';
import { type Fact, RECOVERY } from '../../vaults/ledger-facts.ts';
import type { KioskState, LedgerState } from '../../vaults/ledger-state.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { KioskFolder } from './kiosk-folder.ts';

/** Which kiosks the site has. What changes the ledger may also throw ShareRefused or TargetError; then nothing has changed. */
export interface KioskEnrolment {
	list(session: Session): Kiosk[];
	here(session: Session): Kiosk | null;
	enrol(session: Session, name: string): Promise<Result<void, 'enrolled' | 'name_taken'>>;
	approve(session: Session, id: KioskId, fingerprint: string): Promise<Result<void, 'not_found' | 'other_fingerprint'>>;
	remove(session: Session, id: KioskId): Promise<Result<void, 'not_found'>>;
	rename(session: Session, id: KioskId, name: string): Promise<Result<void, 'not_found' | 'name_taken'>>;
}

export interface EnrolmentDeps {
	readonly desk: Desk;
	readonly files: KioskFolder;
	readonly ids: Ids;
	readonly random: Random;
	nameOf(session: Session, id: string): string;
}

/** A kiosk in the ledger, and the inbox it seals to where nobody has said that yet. */
export function kioskFacts(
	ledger: LedgerState,
	kiosk: KioskId,
	signPublic: Uint8Array,
	name: string,
	{ epochKeys, random }: { readonly epochKeys: Session['epochKeys']; readonly random: Random },
): Fact[] {
	const office = keyOf(epochKeys, 'office', ledger.epochs.get('office') ?? 1);
	const epoch = ledger.epochs.get('workshop') ?? 1;
	const inbox = ledger.inboxes.has(epoch) ? [] : [inboxFact(epoch, keyOf(epochKeys, 'workshop', epoch))];
	return [...inbox, { fact: 'kiosk', kiosk, signPublic, profile: sealProfile(office, kiosk, { name }, random) }];
}

export function createKioskEnrolment({ desk, files, ids, random, nameOf }: EnrolmentDeps): KioskEnrolment {
	const kioskName = (session: Session, { kiosk, profile }: KioskState) =>
		String(openProfile(session.epochKeys, kiosk, profile)?.name ?? '');
	const ownId = (session: Session): KioskId | null => {
		const file = files.read();
		return file !== null && file !== 'damaged' && file.site === session.site ? file.kiosk : null;
	};

	async function sign<Refusal>(build: (ledger: LedgerState) => Result<Fact[], Refusal>): Promise<Result<void, Refusal>> {
		const sync = desk.sync();
		if (!sync) throw new Error('no session');
		let result: Result<void, Refusal> = ok(undefined);
		await sync.addToLedger((ledger) => {
			const made = build(ledger);
			result = made.ok ? ok(undefined) : made;
			return made.ok ? made.value : [];
		});
		return result;
	}

	function change<Refusal>(
		id: KioskId,
		build: (kiosk: KioskState, ledger: LedgerState) => Result<Fact[], Refusal>,
	): Promise<Result<void, Refusal | 'not_found'>> {
		return sign<Refusal | 'not_found'>((ledger) => {
			const kiosk = ledger.kiosks.get(id);
			return kiosk && !kiosk.removed ? build(kiosk, ledger) : err('not_found');
		});
	}

	const isTaken = (session: Session, ledger: LedgerState, name: string, except: KioskId | null) =>
		[...ledger.kiosks.values()].some(
			(other) => other.removed === null && other.kiosk !== except && fold(kioskName(session, other)) === fold(name),
		);

	const list = (session: Session): Kiosk[] => {
		const own = ownId(session);
		return [...session.ledger.kiosks.values()].map((state): Kiosk => {
			const { kiosk: id, signPublic, addedBy } = state;
			return {
				id,
				name: kioskName(session, state),
				isThis: id === own,
				state: state.removed ? 'removed' : state.approvedAt === null ? 'waiting' : 'approved',
				fingerprint: fingerprintOf(session.site, id, signPublic),
				addedAt: state.since,
				addedBy: addedBy === RECOVERY ? null : nameOf(session, addedBy),
				removedAt: state.removed?.at ?? null,
			};
		});
	};
	const here = (session: Session) => list(session).find(({ isThis }) => isThis) ?? null;

	return {
		list,
		here,
		async enrol(session, name) {
			const before = here(session);
			if (before && before.state !== 'removed') return err('enrolled');
			const kiosk = ids.next() as KioskId;
			const seed = random.bytes(KEY_BYTES);
			const keys = signingKeysFrom(seed);
			// The key first: a kiosk that the ledger knows and that has lost its key would be of no use.
			files.clear();
			files.writeKey(seed);
			files.write({ v: 1, site: session.site, kiosk, mode: 'office', only: null });
			wipe(seed, keys.secretKey);
			try {
				const signed = await sign<'name_taken'>((ledger) =>
					isTaken(session, ledger, name, null)
						? err('name_taken')
						: ok(kioskFacts(ledger, kiosk, keys.publicKey, name, { epochKeys: session.epochKeys, random })),
				);
				if (!signed.ok) files.clear();
				return signed;
			} catch (error) {
				files.clear();
				throw error;
			}
		},
		approve: (session, id, fingerprint) =>
			change(id, ({ kiosk, signPublic, approvedAt }) => {
				if (fingerprintOf(session.site, kiosk, signPublic) !== fingerprint) return err('other_fingerprint');
				return ok(approvedAt === null ? [{ fact: 'kiosk_approved', kiosk }] : []);
			}),
		remove: (session, id) =>
			change(id, ({ kiosk, approvedAt }) => {
				const last = approvedAt === null ? 0 : inboxPosition(openVaultOf(session, 'workshop'), kiosk).seq;
				return ok([{ fact: 'kiosk_removed', kiosk, last }]);
			}),
		rename: (session, id, name) =>
			change<'name_taken'>(id, (_kiosk, ledger) => {
				if (isTaken(session, ledger, name, id)) return err('name_taken');
				const office = keyOf(session.epochKeys, 'office', ledger.epochs.get('office') ?? 1);
				return ok([{ fact: 'kiosk_renamed', kiosk: id, profile: sealProfile(office, id, { name }, random) }]);
			}),
	};
}
