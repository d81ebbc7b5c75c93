import type { Progress } from '#shared/contract-base.ts';
import type { Client } from '#shared/features/cases/client.ts';
import type { BorrowerId, BusinessId, CaseId, FunderProgrammeId, MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { noteHoldings } from '../../share/only-here.ts';
import { type KeyDeps, type NewMember, newMemberFacts } from '../../vaults/administration.ts';
import { sealTo, utf8, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { extended, foundSite } from '../../vaults/found-site.ts';
import { openGrants } from '../../vaults/grants.ts';
import { writeEntry } from '../../vaults/ledger.ts';
import { RECOVERY } from '../../vaults/ledger-facts.ts';
import { type MemberKeys, memberKeysFrom, wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { FLOOR_COST } from '../../vaults/passphrase-key.ts';
import { openSession, openVaultOf, type Session } from '../../vaults/session.ts';
import { siteProfileKind } from './records.ts';
import { sampleOffice } from './sample/sample-office.ts';
import { writeFoundedSite } from './service.ts';

/** The invented office: a real site with real encryption, whose passphrases happen to be printed on the sign-in screen. */
export interface SampleService {
	/** Ends signed out, ready to sign in as anybody. */
	create(report: (progress: Progress) => void): Promise<Result<void, 'already_a_site'>>;
	/** Throws the invented office out. False at a real site. */
	discard(): boolean;
}

/** What the features write for the sample. */
export interface SampleWriters {
	writePeople(session: Session, people: SampleContent['people'], author: MemberId): PersonId[];
	linkBorrower(session: Session, person: PersonId, borrower: BorrowerId): void;
	/** Rooms, offers and their sessions; gives the rooms for counselling. `members` in the order of the content's. */
	writeProgramme(
		session: Session,
		programme: SampleContent['programme'],
		members: readonly MemberId[],
		author: MemberId,
	): RoomId[];
	/** What lies in the case files as files. */
	writeDocuments(
		session: Session,
		documents: SampleContent['documents'],
		written: { cases: readonly { id: CaseId }[]; members: readonly MemberId[] },
	): Promise<void>;
	/** Programmes that pay for the counselling, in the order of the content's. */
	writeFunding(session: Session, programmes: SampleContent['funding']['programmes'], author: MemberId): FunderProgrammeId[];
	writeCase(
		session: Session,
		item: Omit<SampleContent['cases'][number], 'personIndex' | 'programmeIndex'>,
		about: { client: Client; programmeId: FunderProgrammeId | null },
		authors: readonly SampleAuthor[],
	): CaseId;
	/** `people` in the order of the content's. */
	writeBusiness(
		session: Session,
		business: SampleContent['businesses'][number],
		people: readonly PersonId[],
		author: MemberId,
	): BusinessId;
	writeParticipations(
		session: Session,
		participations: SampleContent['funding']['participations'],
		written: {
			cases: readonly { personId: PersonId }[];
			members: readonly MemberId[];
			programmes: readonly FunderProgrammeId[];
		},
	): void;
	/** Appointments, who waits for one, and absences. */
	writeSchedule(
		session: Session,
		schedule: SampleContent['schedule'],
		written: { cases: readonly { id: CaseId; personId: PersonId }[]; members: readonly MemberId[]; rooms: readonly RoomId[] },
	): void;
	/** What hangs on case files: letters, applications. */
	writeCasework(
		session: Session,
		casework: SampleContent['casework'],
		written: { cases: readonly { id: CaseId }[]; members: readonly MemberId[] },
	): void;
	/** Partners, consents, releases and referrals. */
	writePassingOn(
		session: Session,
		content: Pick<SampleContent, 'partners' | 'passingOn'>,
		cases: readonly { id: CaseId; personId: PersonId; owner: MemberId }[],
		author: MemberId,
	): void;
	/** Items, and what happened with them; gives the borrowers. */
	/** `members` in the order of the content's. */
	writeWorkshop(
		session: Session,
		content: Pick<SampleContent, 'items' | 'workshop'>,
		author: MemberId,
		members: readonly MemberId[],
	): BorrowerId[];
}
export type SampleContent = ReturnType<typeof sampleOffice>;
export interface SampleAuthor {
	readonly id: MemberId;
	seal(note: string): string;
}

export interface SampleDeps extends KeyDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly vaults: VaultDeps;
	readonly writers: SampleWriters;
}

/** The same office every time, relative to today. */
const SEED = 2026;

export function createSampleService(deps: SampleDeps): SampleService {
	const { folder, desk, vaults, writers, clock } = deps;
	return {
		async create(report) {
			if (folder.readDevice() !== null) return err('already_a_site');
			const office = sampleOffice(SEED, localDateOf(clock.now()));
			const everyone: NewMember[] = office.members.map((member) => ({ ...member, start: false }));
			const first = everyone.find(({ roles }) => roles.includes('administrator'));
			if (!first) throw new Error('the sample office has no administrator');
			report({ step: 'members', done: 0, total: everyone.length });
			// Nothing here is worth guessing for: the cheapest cost that is still accepted makes signing in quick.
			const keyDeps = { ...deps, cost: FLOOR_COST };
			const founded = await foundSite(first, 'Beispiel-PC', keyDeps);
			const kit = memberKeysFrom(founded.kitSecret);
			const epochKeys = openGrants(founded.ledger, RECOVERY, kit.sealing);
			writeFoundedSite(folder, { ...founded, epochKeys }, vaults);

			const keysOf = new Map<string, { id: MemberId; keys: MemberKeys }>([
				[first.signInName, { id: founded.member, keys: founded.memberKeys }],
			]);
			const facts = [];
			for (const member of everyone) {
				if (member === first) continue;
				const made = await newMemberFacts(founded.ledger, member, epochKeys, keyDeps);
				keysOf.set(member.signInName, { id: made.member, keys: made.keys });
				facts.push(...made.facts);
				report({ step: 'members', done: keysOf.size, total: everyone.length });
			}
			const entry = writeEntry(founded.ledger, { id: RECOVERY, secretKey: kit.signing.secretKey }, clock.now(), facts);
			const ledger = extended(founded.ledger, entry);
			folder.addToLedger([entry]);

			const authors = everyone.map(({ signInName }): SampleAuthor => {
				const author = keysOf.get(signInName);
				if (!author) throw new Error('sample member without keys');
				const { publicKey } = author.keys.sealing;
				return { id: author.id, seal: (note) => Buffer.from(sealTo(publicKey, utf8(note))).toString('base64') };
			});
			const writer = keysOf.get(everyone.find(({ roles }) => roles.includes('counsellor'))?.signInName ?? '');
			if (!writer) throw new Error('the sample office has no counsellor');
			const opened = { ledger, member: writer.id, memberKeys: writer.keys, epochKeys, device: founded.device };
			const session = openSession(folder, opened, vaults);
			try {
				openVaultOf(session, 'office').store.insert(siteProfileKind, session.site, office.profile, writer.id);
				const members = authors.map(({ id }) => id);
				const rooms = openVaultOf(session, 'office').store.atomically(() =>
					writers.writeProgramme(session, office.programme, members, writer.id),
				);
				const programmes = openVaultOf(session, 'office').store.atomically(() =>
					writers.writeFunding(session, office.funding.programmes, writer.id),
				);
				const people = openVaultOf(session, 'counselling').store.atomically(() =>
					writers.writePeople(session, office.people, writer.id),
				);
				const volunteer = keysOf.get(everyone.find(({ roles }) => roles.includes('volunteer'))?.signInName ?? '') ?? writer;
				const borrowers = openVaultOf(session, 'workshop').store.atomically(() =>
					writers.writeWorkshop(session, office, volunteer.id, members),
				);
				const { store: counselling } = openVaultOf(session, 'counselling');
				counselling.atomically(() => {
					const borrowing = office.borrowing.map(({ person }) => person);
					const others = writers.writePeople(session, [...borrowing, ...office.doubles], writer.id);
					for (const [at, { borrowerIndex }] of office.borrowing.entries()) {
						const [person, borrower] = [others[at], borrowers[borrowerIndex]];
						if (person && borrower) writers.linkBorrower(session, person, borrower);
					}
				});
				const cases: { id: CaseId; personId: PersonId; owner: MemberId }[] = [];
				for (const [at, item] of office.cases.entries()) {
					const personId = people[item.personIndex];
					if (!personId) throw new Error('sample person is missing');
					const { store } = openVaultOf(session, 'counselling');
					const programmeId = item.programmeIndex === null ? null : (programmes[item.programmeIndex] ?? null);
					const client: Client = { personId, businessId: null };
					const write = () => writers.writeCase(session, item, { client, programmeId }, authors);
					const id = store.atomically(write);
					cases.push({ id, personId, owner: members[item.ownerIndex] ?? writer.id });
					report({ step: 'cases', done: at + 1, total: office.cases.length });
					await new Promise<void>((resolve) => setImmediate(resolve));
				}
				counselling.atomically(() => {
					for (const business of office.businesses) {
						const businessId = writers.writeBusiness(session, business, people, writer.id);
						writers.writeCase(session, business.file, { client: { personId: null, businessId }, programmeId: null }, authors);
					}
				});
				counselling.atomically(() => {
					const [personId] = writers.writePeople(session, [office.longAgo.person], writer.id);
					if (!personId) throw new Error('sample person is missing');
					const client: Client = { personId, businessId: null };
					writers.writeCase(session, office.longAgo.file, { client, programmeId: null }, authors);
				});
				openVaultOf(session, 'counselling').store.atomically(() => {
					writers.writeCasework(session, office.casework, { cases, members });
					writers.writeParticipations(session, office.funding.participations, { cases, members, programmes });
				});
				writers.writeSchedule(session, office.schedule, { cases, members, rooms });
				writers.writePassingOn(session, office, cases, writer.id);
				await writers.writeDocuments(session, office.documents, { cases, members });
				noteHoldings(session);
			} finally {
				session.end();
				for (const { keys } of keysOf.values()) wipeMemberKeys(keys);
				wipeMemberKeys(kit);
				wipe(founded.kitSecret, founded.deviceSeed);
			}
			const signInNames = everyone.map(({ signInName }) => signInName);
			folder.writeDevice({ site: ledger.site, device: founded.device, signInNames, share: null, sample: true });
			desk.tell({ kind: 'session' });
			return ok(undefined);
		},
		discard() {
			const device = folder.readDevice();
			if (device === null || device === 'damaged' || !device.sample) return false;
			void desk.end();
			folder.clear();
			desk.tell({ kind: 'session' });
			return true;
		},
	};
}
