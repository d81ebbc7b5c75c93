import { readMigrations } from '#main/database/migrator.ts';
import { borrowerKind } from '#main/features/borrowers/records.ts';
import { itemKind } from '#main/features/inventory/records.ts';
import { loanKind, loanLineKind } from '#main/features/lending/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { holdKind, reservationKind } from '#main/features/reservations/records.ts';
import { stocktakeKind, stocktakeScanKind } from '#main/features/stocktake/records.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { rowWriter } from '#main/records/row-writer.ts';
import { type DataFolder, dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import { openSession, openVaultOf, type Session } from '#main/vaults/session.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { BorrowerId, ItemId, StocktakeId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { MEMBER } from './bench-backend.ts';
import { MIGRATIONS } from './stores.ts';

/** A workshop that has lent for years, written into the vault of a site that was founded already and is locked. */

export const ITEMS = 10_000;
export const LOANS = 100_000;
const BORROWERS = 2000;
/** One of so many items is a kit of four others. */
const KIT_EVERY = 40;
const PARTS = 4;
/** So many of the newest loans are out. */
const OUT = 800;
const RESERVATIONS = 300;
const SHELVES = 80;
const HOUR = 3_600_000;
const YEARS_IN_HOURS = 3 * 365 * 24;

export interface ManyLoans {
	readonly items: readonly (Shelved & { readonly isOut: boolean })[];
	readonly borrowers: readonly { readonly id: BorrowerId; readonly number: string }[];
	/** One that every other item has been counted in. */
	readonly stocktakeId: StocktakeId;
}

interface Shelved {
	readonly id: ItemId;
	readonly number: string;
	readonly isKit: boolean;
	readonly location: string;
}

export async function lendForYears(dataDir: string): Promise<ManyLoans> {
	const session = await unlocked(dataFolder(dataDir));
	const vault = openVaultOf(session, 'workshop');
	const items = vault.store.atomically(() => writeItems(vault, session));
	const borrowers = vault.store.atomically(() => writeBorrowers(vault, session));
	const out = vault.file.transaction(() => writeLoans(vault, session, items, borrowers))();
	vault.store.atomically(() => writeClaims(vault, session, items, borrowers));
	const stocktakeId = vault.store.atomically(() => countEveryOther(vault, session, items));
	session.end();
	return { items: items.map((item) => ({ ...item, isOut: out.has(item.id) })), borrowers, stocktakeId };
}

/** Signed in without a backend around it, to fill what a PC has. */
export async function unlocked(folder: DataFolder): Promise<Session> {
	const ledger = readLedger(folder.readLedger());
	const device = folder.readDevice();
	if (!ledger.ok || device === null || device === 'damaged') throw new Error('no site to lend in');
	const member = await unlockMember(ledger.value, MEMBER.signInName, MEMBER.passphrase);
	if (!member) throw new Error('the member is not there');
	const epochKeys = openGrants(ledger.value, member.member, member.keys.sealing);
	const opened = { ledger: ledger.value, member: member.member, memberKeys: member.keys, epochKeys, device: device.device };
	return openSession(folder, opened, {
		migrations: new Map(VAULTS.map((vault) => [vault, readMigrations(`${MIGRATIONS}/${vault}`)] as const)),
		kinds: [
			...[personKind, itemKind, borrowerKind, loanKind, loanLineKind, reservationKind, holdKind],
			...[stocktakeKind, stocktakeScanKind],
		],
		clock: systemClock,
		random: systemRandom,
		onCommit: () => {},
	});
}

function writeItems({ store }: OpenVault, { acting }: Session): Shelved[] {
	const ids = Array.from({ length: ITEMS }, () => systemIds.next() as ItemId);
	return ids.map((id, at) => {
		const isKit = at % KIT_EVERY === 0;
		const number = `WZ-${String(at + 1).padStart(5, '0')}`;
		const location = `Regal ${at % SHELVES}`;
		const fields = {
			...{ number, location },
			name: `Akkuschrauber ${at}`,
			category: `Kategorie ${at % 12}`,
			accessories: ['Koffer', 'Ladegerät'],
		};
		store.insert(itemKind, id, { ...fields, parts: isKit ? ids.slice(at + 1, at + 1 + PARTS) : [] }, acting);
		return { id, number, isKit, location };
	});
}

function writeBorrowers({ store }: OpenVault, { acting }: Session) {
	return Array.from({ length: BORROWERS }, (_, at) => {
		const id = systemIds.next() as BorrowerId;
		const number = `E-${String(at + 1).padStart(5, '0')}`;
		store.insert(borrowerKind, id, { number, firstName: 'Ada', lastName: `Yılmaz ${at}`, city: 'Ratingen' }, acting);
		return { id, number };
	});
}

/**
 * Only rows: what answers at the desk reads nothing else, and a hundred thousand changes more would say nothing but that
 * writing them takes long. The ids of the items that are out.
 */
function writeLoans(
	{ file }: OpenVault,
	{ acting }: Session,
	items: readonly { readonly id: ItemId; readonly isKit: boolean }[],
	borrowers: readonly { readonly id: BorrowerId }[],
): Set<ItemId> {
	const [loans, lines] = [rowWriter(file, loanKind), rowWriter(file, loanLineKind)];
	const now = systemClock.now();
	const out = new Set<ItemId>();
	for (let at = 0; at < LOANS; at++) {
		const issuedAt = now - Math.floor(((LOANS - at) / LOANS) * YEARS_IN_HOURS) * HOUR;
		const stamps = { createdAt: issuedAt, updatedAt: issuedAt, removedAt: null };
		const loanId = systemIds.next();
		// 7919 is prime: all over the inventory, and the newest ones each of something else.
		const item = items[(at * 7919) % ITEMS];
		const borrower = borrowers[(at * 31) % BORROWERS];
		if (!item || !borrower) continue;
		const isOut = at >= LOANS - OUT && !item.isKit;
		const number = { number: `L-${String(at + 1).padStart(5, '0')}`, numberValue: at + 1 };
		const fields = { kind: at % 5 === 0 ? 'in_house' : 'take_home', borrowerId: borrower.id, issuedAt, issuedBy: acting };
		loans.put({ ...loanKind.empty, ...stamps, ...number, ...fields, id: loanId });
		const dueOn = addDays(localDateOf(issuedAt), 14);
		const returned = isOut ? {} : { returnedAt: issuedAt + 9 * 24 * HOUR, returnedBy: acting };
		const line = { loanId, itemId: item.id, dueOn, accessoriesOut: ['Koffer', 'Ladegerät'], ...returned };
		lines.put({ ...loanLineKind.empty, ...stamps, ...line, id: systemIds.next() });
		if (isOut) out.add(item.id);
	}
	return out;
}

function writeClaims(
	{ store }: OpenVault,
	{ acting }: Session,
	items: readonly { readonly id: ItemId }[],
	borrowers: readonly { readonly id: BorrowerId }[],
): void {
	const today = localDateOf(systemClock.now());
	for (let at = 0; at < RESERVATIONS; at++) {
		const of = { itemId: items[at * 17]?.id ?? '', borrowerId: borrowers[at * 5]?.id ?? '' };
		const fromOn = addDays(today, at % 30);
		store.insert(reservationKind, systemIds.next(), { ...of, fromOn, untilOn: addDays(fromOn, 5) }, acting);
		store.insert(holdKind, systemIds.next(), of, acting);
	}
}

/** Now and then one lies on the shelf beside its own. */
function countEveryOther({ store }: OpenVault, { acting }: Session, items: readonly Shelved[]): StocktakeId {
	const stocktakeId = systemIds.next() as StocktakeId;
	store.insert(stocktakeKind, stocktakeId, { name: 'Inventur', startedBy: acting }, acting);
	for (let at = 0; at < items.length; at += 2) {
		const { id: itemId, number: code, location } = items[at] as Shelved;
		const shelf = at % 50 === 0 ? `Regal ${(at + 1) % SHELVES}` : location;
		store.append(stocktakeScanKind, systemIds.next(), { stocktakeId, code, itemId, shelf }, acting);
	}
	return stocktakeId;
}
