import type { SharePlace } from '#shared/features/share/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { KioskId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import type { ShareTarget } from '../../share/target.ts';
import { KEY_BYTES, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { openGrants } from '../../vaults/grants.ts';
import type { Fact } from '../../vaults/ledger-facts.ts';
import { hasStartKeys, type LedgerState } from '../../vaults/ledger-state.ts';
import { wipeMemberKeys } from '../../vaults/member-keys.ts';
import { type AttemptBrake, removalOf, unlockMember } from '../../vaults/sign-in.ts';
import { kioskFacts } from './enrolment.ts';
import type { KioskFolder } from './kiosk-folder.ts';

/** An empty PC becomes nothing but a kiosk: it keeps the ledger and a signing key, and no key of anybody or anything else. */
export type SetUpRefusal =
	| { readonly kind: 'already_a_site' }
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'removed'; readonly what: 'member' | 'device'; readonly at: number };

export interface SetUpInput {
	readonly folder: SharePlace;
	readonly siteId: SiteId;
	readonly signInName: string;
	readonly passphrase: string;
	readonly name: string;
}

export interface SetUpDeps {
	readonly folder: DataFolder;
	readonly files: KioskFolder;
	readonly brake: AttemptBrake;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly random: Random;
	targetFor(place: SharePlace): ShareTarget;
	/** Signs facts into the share's ledger, on top of whatever it says by now. */
	announce(
		place: { readonly target: ShareTarget; readonly site: SiteId },
		signer: { readonly id: MemberId; readonly secretKey: Uint8Array },
		clock: Clock,
		facts: (ledger: LedgerState) => Fact[],
	): Promise<{ readonly state: LedgerState; readonly files: Map<string, Uint8Array> }>;
}

/** May also throw ShareRefused or TargetError; nothing is left then. */
export async function setUpKiosk(input: SetUpInput, deps: SetUpDeps): Promise<Result<void, SetUpRefusal>> {
	const { folder, files, brake, clock, ids, random } = deps;
	if (folder.readDevice() !== null || files.read() !== null) return err({ kind: 'already_a_site' });
	const waitMs = brake.wait();
	if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
	const target = deps.targetFor(input.folder);
	const { state } = await ledgerFromShare(target, input.siteId);
	const unlocked = await unlockMember(state, input.signInName, input.passphrase);
	// With a start passphrase nobody sets anything up: whoever handed it out knows it.
	if (!unlocked || hasStartKeys(state, unlocked.member)) {
		if (unlocked) wipeMemberKeys(unlocked.keys);
		return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
	}
	brake.succeeded();
	const { member, keys } = unlocked;
	const epochKeys = openGrants(state, member, keys.sealing);
	const seed = random.bytes(KEY_BYTES);
	const signing = signingKeysFrom(seed);
	try {
		const removal = removalOf(state, member, null);
		if (removal) return err({ kind: 'removed', ...removal });
		const kiosk = ids.next() as KioskId;
		const signer = { id: member, secretKey: keys.signing.secretKey };
		const known = await deps.announce({ target, site: input.siteId }, signer, clock, (ledger) => {
			openGrants(ledger, member, keys.sealing, epochKeys);
			return kioskFacts(ledger, kiosk, signing.publicKey, input.name, { epochKeys, random });
		});
		folder.clear();
		folder.writeLedger(known.files);
		files.writeKey(seed);
		// Last: without it nothing here counts.
		files.write({ v: 1, site: input.siteId, kiosk, mode: 'kiosk', only: { share: input.folder } });
		return ok(undefined);
	} finally {
		wipeMemberKeys(keys);
		wipe(seed, signing.secretKey, ...epochKeys.values());
	}
}
