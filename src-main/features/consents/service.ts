import { type Client, clientOf, type MaybeClient } from '#shared/features/cases/client.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type {
	Consent,
	ConsentFields,
	ConsentPurpose,
	Recipient,
	Release,
	ReleaseFields,
} from '#shared/features/consents/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BusinessId, CaseId, ConsentId, PersonId, ReleaseId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { consentsOf, findConsent, findRelease, releasesOf, type StoredRelease } from './queries.ts';
import { consentKind, releaseKind } from './records.ts';

/**
 * Decisions about consents, which belong to a person or a business, and releases from confidentiality, which belong to a case file.
 * What is withdrawn is never refused.
 */
export interface ConsentService {
	/** The newest decision first. */
	ofClient(session: Session, client: Client): Consent[];
	/** Not found: nobody, both, or who is not there. */
	give(
		session: Session,
		fields: Omit<ConsentFields, 'purpose' | 'personId' | 'businessId'> &
			MaybeClient & { readonly purposes: readonly ConsentPurpose[] },
	): Result<ConsentId[], 'not_found' | 'dates'>;
	withdraw(session: Session, id: ConsentId, on: LocalDate | null): Result<void, 'not_found' | 'dates'>;
	/** False when there is none. */
	setEvidence(session: Session, id: ConsentId, evidence: string | null): boolean;
	remove(session: Session, id: ConsentId): boolean;
	restore(session: Session, id: ConsentId): boolean;

	/** Of some cases, the newest first. */
	releases(session: Session, caseIds: readonly CaseId[]): Release[];
	addRelease(session: Session, caseId: CaseId, fields: ReleaseFields): Result<ReleaseId, ReleaseRefusal>;
	setReleaseEvidence(session: Session, id: ReleaseId, evidence: string | null): Result<void, ReleaseRefusal>;
	withdrawRelease(session: Session, id: ReleaseId, on: LocalDate | null): Result<void, ReleaseRefusal>;
	removeRelease(session: Session, id: ReleaseId): Result<void, ReleaseRefusal>;
	restoreRelease(session: Session, id: ReleaseId): Result<void, ReleaseRefusal>;
}

export type ReleaseRefusal = 'not_found' | 'closed' | 'dates' | 'recipient';

export interface ConsentDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	personExists(session: Session, id: PersonId): boolean;
	businessExists(session: Session, id: BusinessId): boolean;
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Undefined where there is no such partner. */
	recipientName(session: Session, recipient: Recipient): string | undefined;
}

export function createConsentService(deps: ConsentDeps): ConsentService {
	const { ids, clock, personExists, businessExists, writable, recipientName } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const today = () => localDateOf(clock.now());

	function ifThere(session: Session, id: ConsentId, write: (vault: OpenVault) => void): boolean {
		const vault = vaultOf(session);
		if (!findConsent(vault.reader, id)) return false;
		write(vault);
		return true;
	}

	/** What may only be done in a file that is not closed. */
	function ifOpen(
		session: Session,
		id: ReleaseId,
		write: (release: StoredRelease) => Result<void, ReleaseRefusal>,
	): Result<void, ReleaseRefusal> {
		const { store, reader } = vaultOf(session);
		return store.atomically(() => {
			const found = findRelease(reader, id);
			if (!found) return err('not_found');
			const file = writable(session, found.caseId);
			return file.ok ? write(found) : file;
		});
	}

	function problemWith(
		session: Session,
		{ recipient, givenOn, validFrom, validUntil }: Pick<ReleaseFields, 'recipient' | 'givenOn' | 'validFrom' | 'validUntil'>,
	): 'dates' | 'recipient' | null {
		if (givenOn > today() || validUntil < validFrom) return 'dates';
		return recipientName(session, recipient) === undefined ? 'recipient' : null;
	}

	const isBadEnd = (begun: LocalDate, on: LocalDate | null) => on !== null && (on < begun || on > today());

	return {
		ofClient: (session, client) => consentsOf(vaultOf(session).reader, client),
		give(session, { purposes, personId, businessId, ...fields }) {
			const client = clientOf({ personId, businessId });
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const isThere =
					client?.businessId === null
						? personExists(session, client.personId)
						: client && businessExists(session, client.businessId);
				if (!client || !isThere) return err('not_found');
				if (fields.decidedOn > today()) return err('dates');
				const given = [...new Set(purposes)].map((purpose) => {
					const id = ids.next() as ConsentId;
					store.insert(consentKind, id, { ...fields, ...client, purpose, withdrawnOn: null }, session.member);
					return id;
				});
				return ok(given);
			});
		},
		withdraw(session, id, on) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const found = findConsent(reader, id);
				if (!found) return err('not_found');
				if (isBadEnd(found.decidedOn, on)) return err('dates');
				store.update(consentKind, id, { withdrawnOn: on }, session.member);
				return ok(undefined);
			});
		},
		setEvidence: (session, id, evidence) =>
			ifThere(session, id, ({ store }) => store.update(consentKind, id, { evidence }, session.member)),
		remove: (session, id) => ifThere(session, id, ({ store }) => store.remove(consentKind, id, session.member)),
		restore: (session, id) => ifThere(session, id, ({ store }) => store.restore(consentKind, id, session.member)),

		releases: (session, caseIds) =>
			releasesOf(vaultOf(session).reader, caseIds).map((release) => ({
				...release,
				recipientName: recipientName(session, release.recipient) ?? '–',
			})),
		addRelease(session, caseId, fields) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const file = writable(session, caseId);
				if (!file.ok) return file;
				const problem = problemWith(session, fields);
				if (problem) return err(problem);
				const id = ids.next() as ReleaseId;
				store.insert(releaseKind, id, { ...fields, caseId, withdrawnOn: null }, session.member);
				return ok(id);
			});
		},
		setReleaseEvidence: (session, id, evidence) =>
			ifOpen(session, id, () => ok(vaultOf(session).store.update(releaseKind, id, { evidence }, session.member))),
		withdrawRelease(session, id, on) {
			const { store, reader } = vaultOf(session);
			const withdraw = ({ givenOn }: StoredRelease) =>
				isBadEnd(givenOn, on) ? err('dates') : ok(store.update(releaseKind, id, { withdrawnOn: on }, session.member));
			if (on === null) return ifOpen(session, id, withdraw);
			// Withdrawing is the client's right at any time: not even a closed file stands against it.
			return store.atomically(() => {
				const found = findRelease(reader, id);
				return found ? withdraw(found) : err('not_found');
			});
		},
		removeRelease: (session, id) => ifOpen(session, id, () => ok(vaultOf(session).store.remove(releaseKind, id, session.member))),
		restoreRelease: (session, id) =>
			ifOpen(session, id, () => ok(vaultOf(session).store.restore(releaseKind, id, session.member))),
	};
}
