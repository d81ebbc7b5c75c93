import type { Business } from '#shared/features/businesses/model.ts';
import type { CaseFile, CaseRow } from '#shared/features/cases/model.ts';
import type { Recipient, Release } from '#shared/features/consents/model.ts';
import type { Partner } from '#shared/features/partners/model.ts';
import { EMPTY_PERSON, type Person } from '#shared/features/people/model.ts';
import {
	isOpenReferral,
	type MissingRelease,
	missingRelease,
	type Override,
	type Referral,
	type ReferralFields,
	type ReferralReminder,
	type ReferralWay,
	type Reply,
	referralState,
	type StoredReferral,
} from '#shared/features/referrals/model.ts';
import { isReleaseOver, remindersOf } from '#shared/features/referrals/reminders.ts';
import { type ToldClient, toldOf, toldOfBusiness } from '#shared/features/referrals/told-facts.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BusinessId, CaseId, MemberId, PersonId, ReferralId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { findReferral, referralsOf } from './queries.ts';
import { referralKind } from './records.ts';

/** Decisions about referrals, and the gate: what nobody has released is not passed on without a reason that is logged. */
export interface ReferralService {
	/** Open ones first, then the newest. */
	ofCase(session: Session, caseId: CaseId): Referral[];
	add(session: Session, caseId: CaseId, fields: ReferralFields): Result<ReferralId, ReferralRefusal>;
	change(session: Session, id: ReferralId, changes: Changes<ReferralFields>): Result<void, ReferralRefusal>;
	send(session: Session, id: ReferralId, sending: Sending): Result<void, ReferralRefusal | MissingRelease>;
	undoSend(session: Session, id: ReferralId): Result<void, ReferralRefusal>;
	override(session: Session, id: ReferralId, reason: string): Result<void, ReferralRefusal>;
	reply(session: Session, id: ReferralId, reply: Reply): Result<void, ReferralRefusal>;
	cancel(session: Session, id: ReferralId, on: LocalDate | null, reason: string | null): Result<void, ReferralRefusal>;
	remove(session: Session, id: ReferralId): Result<void, ReferralRefusal>;
	restore(session: Session, id: ReferralId): Result<void, ReferralRefusal>;
	sheet(
		session: Session,
		id: ReferralId,
	): Result<{ referral: Referral; client: ToldClient; partner: Partner | null }, 'not_found' | MissingRelease>;
	reminders(session: Session): ReferralReminder[];
}

export type ReferralRefusal = 'not_found' | 'closed' | 'dates' | 'recipient' | 'sent' | 'not_sent' | 'cancelled';

export interface Sending {
	readonly sentOn: LocalDate;
	readonly way: ReferralWay;
	readonly replyDueOn: LocalDate | null;
	readonly overrideReason: string | null;
}

export interface ReferralDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	memberName(session: Session, id: MemberId): string;
	person(session: Session, id: PersonId): Person | undefined;
	business(session: Session, id: BusinessId): Business | undefined;
	partner(session: Session, recipient: Recipient): Partner | undefined;
	/** Undefined where there is no such partner. */
	recipientName(session: Session, recipient: Recipient): string | undefined;
	releases(session: Session, caseIds: readonly CaseId[]): Release[];
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	caseFile(session: Session, id: CaseId): CaseFile | undefined;
	/** Current ones that somebody leads. */
	casesOf(session: Session, owner: MemberId): readonly CaseRow[];
	/** To both access logs. */
	notePassed(session: Session, id: CaseId): void;
}

export function createReferralService(deps: ReferralDeps): ReferralService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const today = () => localDateOf(deps.clock.now());

	function shown(session: Session, referral: StoredReferral, releases: readonly Release[]): Referral {
		return {
			...referral,
			recipientName: deps.recipientName(session, referral.recipient) ?? '–',
			authorName: deps.memberName(session, referral.authorId),
			overriddenByName: referral.override && deps.memberName(session, referral.override.by),
			state: referralState(referral),
			missing: missingRelease(referral, releases, today()),
			isReleaseOver: isReleaseOver(referral, releases, today()),
		};
	}

	/** What may only be done in a file that is not closed, to a referral that is there. */
	function ifOpen<E>(
		session: Session,
		id: ReferralId,
		write: (referral: StoredReferral) => Result<Fields, E>,
	): Result<void, E | ReferralRefusal> {
		const { store, reader } = vaultOf(session);
		return store.atomically((): Result<void, E | ReferralRefusal> => {
			const found = findReferral(reader, id);
			if (!found || found.isRemoved) return err('not_found');
			const file = deps.writable(session, found.caseId);
			if (!file.ok) return file;
			const written = write(found);
			if (!written.ok) return written;
			store.update(referralKind, id, written.value, session.member);
			return ok(undefined);
		});
	}

	/** As `ifOpen`, but not once it was taken back. */
	const ifStanding = <E>(session: Session, id: ReferralId, write: (referral: StoredReferral) => Result<Fields, E>) =>
		ifOpen<E | 'cancelled'>(session, id, (referral) => (referral.cancelledOn === null ? write(referral) : err('cancelled')));

	function overrideOf(session: Session, { caseId, recipient, topics }: StoredReferral, reason: string): Override {
		deps.notePassed(session, caseId);
		return { reason, by: session.member, at: deps.clock.now(), recipient, topics };
	}

	const knowsRecipient = (session: Session, recipient: Recipient | undefined) =>
		recipient === undefined || deps.recipientName(session, recipient) !== undefined;

	return {
		ofCase(session, caseId) {
			const releases = deps.releases(session, [caseId]);
			const all = referralsOf(vaultOf(session).reader, [caseId]).map((referral) => shown(session, referral, releases));
			return [...all.filter(isOpenReferral), ...all.filter((referral) => !isOpenReferral(referral))];
		},
		add(session, caseId, fields) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const file = deps.writable(session, caseId);
				if (!file.ok) return file;
				if (!knowsRecipient(session, fields.recipient)) return err('recipient');
				const id = deps.ids.next() as ReferralId;
				const unsent = { way: null, sentOn: null, answeredOn: null, replyText: '', outcome: null };
				const standing = { cancelledOn: null, cancelReason: null, override: null };
				const prepared = { caseId, authorId: session.member, preparedOn: today() };
				store.insert(referralKind, id, { ...fields, ...prepared, ...unsent, ...standing }, session.member);
				return ok(id);
			});
		},
		change: (session, id, changes) =>
			ifStanding(session, id, ({ sentOn }) => {
				if (sentOn !== null && (changes.recipient !== undefined || changes.topics !== undefined)) return err('sent');
				return knowsRecipient(session, changes.recipient) ? ok(changes as Fields) : err('recipient');
			}),
		send: (session, id, { sentOn, way, replyDueOn, overrideReason }) =>
			ifStanding<ReferralRefusal | MissingRelease>(session, id, (referral) => {
				if (referral.sentOn !== null) return err('sent');
				if (sentOn > today()) return err('dates');
				const missing = missingRelease({ ...referral, sentOn }, deps.releases(session, [referral.caseId]), today());
				if (missing !== null && overrideReason === null) return err(missing);
				// A reason for what is released anyway is none.
				const override = missing !== null && overrideReason !== null ? overrideOf(session, referral, overrideReason) : undefined;
				return ok({ sentOn, way, replyDueOn, ...(override && { override }) } as Fields);
			}),
		undoSend: (session, id) =>
			ifStanding(session, id, ({ sentOn, answeredOn, outcome }) => {
				if (sentOn === null) return err('not_sent');
				return answeredOn === null && outcome === null ? ok({ sentOn: null, way: null }) : err('sent');
			}),
		override: (session, id, reason) =>
			ifStanding(session, id, (referral) => {
				const missing = missingRelease(referral, deps.releases(session, [referral.caseId]), today());
				return ok(missing === null ? {} : ({ override: overrideOf(session, referral, reason) } as Fields));
			}),
		reply: (session, id, { answeredOn, replyText, outcome }) =>
			ifStanding(session, id, ({ sentOn }) => {
				if (sentOn === null) return err('not_sent');
				if (answeredOn !== null && (answeredOn < sentOn || answeredOn > today())) return err('dates');
				return ok({ answeredOn, replyText, outcome });
			}),
		cancel: (session, id, on, reason) =>
			ifOpen(session, id, () => (on !== null && on > today() ? err('dates') : ok({ cancelledOn: on, cancelReason: reason }))),
		remove(session, id) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const checked = ifOpen(session, id, ({ sentOn }) => (sentOn === null ? ok({}) : err('sent')));
				if (checked.ok) store.remove(referralKind, id, session.member);
				return checked;
			});
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const found = findReferral(reader, id);
				if (!found) return err('not_found');
				const file = deps.writable(session, found.caseId);
				if (!file.ok) return file;
				return ok(store.restore(referralKind, id, session.member));
			});
		},
		sheet(session, id) {
			const found = findReferral(vaultOf(session).reader, id);
			const file = found && !found.isRemoved ? deps.caseFile(session, found.caseId) : undefined;
			if (!found || !file) return err('not_found');
			const person = file.personId === null ? undefined : deps.person(session, file.personId);
			const business = file.businessId === null ? undefined : deps.business(session, file.businessId);
			if (!person && !business) return err('not_found');
			const referral = shown(session, found, deps.releases(session, [found.caseId]));
			if (referral.missing !== null) return err(referral.missing);
			// With a reason only what that reason was given for: `isOverridden` holds for all of the topics or not at all.
			const partner = deps.partner(session, found.recipient) ?? null;
			const client: ToldClient = {
				person: person ? toldOf(person, found.topics, EMPTY_PERSON) : null,
				business: business ? toldOfBusiness(business, found.topics) : null,
			};
			return ok({ referral, client, partner });
		},
		reminders(session) {
			const cases = deps.casesOf(session, session.member);
			const caseIds = cases.map(({ id }) => id);
			const releases = Map.groupBy(deps.releases(session, caseIds), ({ caseId }) => caseId);
			const referrals = Map.groupBy(referralsOf(vaultOf(session).reader, caseIds), ({ caseId }) => caseId);
			return cases
				.flatMap(({ id, clientName }) =>
					remindersOf(releases.get(id) ?? [], referrals.get(id) ?? [], today()).map(
						({ recipient, ...reminder }): ReferralReminder => ({
							...{ ...reminder, caseId: id, clientName },
							recipientName: deps.recipientName(session, recipient) ?? '–',
						}),
					),
				)
				.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
		},
	};
}
