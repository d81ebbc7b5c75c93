import { join } from 'node:path';
import { readMigrations } from '#main/database/migrator.ts';
import { FILE_KEY_BYTES } from '#main/database/open.ts';
import { borrowerKind } from '#main/features/borrowers/records.ts';
import { itemKind, itemPhotoKind } from '#main/features/inventory/records.ts';
import { depositKind, lendingRulesKind, loanKind, loanLineKind } from '#main/features/lending/records.ts';
import { holdKind, reservationKind } from '#main/features/reservations/records.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import type { MergeKind } from '#main/records/kind.ts';
import type { Fields } from '#main/records/merge.ts';
import { rowWriter } from '#main/records/row-writer.ts';
import { type OpenVault, openVault } from '#main/vaults/open-vault.ts';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { BorrowerId, DeviceId, ItemId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { AUTHOR } from './invented.ts';
import { MIGRATIONS } from './stores.ts';

/** A workshop after years of lending: 10,000 items, a tenth of them in kits, and 100,000 loans, of which some are out. */
export interface LentWorkshop {
	readonly vault: OpenVault;
	readonly items: readonly ItemId[];
	readonly today: LocalDate;
}

const ITEMS = 10_000;
const KITS = 200;
const PARTS = 5;
const LOANS = 100_000;
const BORROWERS = 2_000;
const OUT = 2_000;
const RESERVATIONS = 1_500;
const WAITED_FOR = 150;
const DAY = 86_400_000;

export function lentWorkshop(path: string): LentWorkshop {
	const vault = workshopVault(path);
	const today = localDateOf(systemClock.now());
	const now = systemClock.now();
	const newIds = (count: number) => Array.from({ length: count }, () => systemIds.next());
	const items = newIds(ITEMS) as ItemId[];
	const borrowers = newIds(BORROWERS) as BorrowerId[];
	vault.file.transaction(() => {
		// What people wait for has a history, which the queue reads.
		const waited = new Set(Array.from({ length: WAITED_FOR }, (_, at) => at * 61 + 3));
		const parts = (at: number) =>
			at < KITS ? Array.from({ length: PARTS }, (_, part) => items[KITS + at * PARTS + part] as ItemId) : [];
		const writeItem = rowWriterOf(vault, itemKind);
		for (const [at, id] of items.entries()) {
			const fields = { ...EMPTY_ITEM, name: `Werkzeug ${at}`, number: `WZ-${String(at).padStart(5, '0')}`, parts: parts(at) };
			const more = {
				state: at % 97 === 0 ? 'maintenance' : 'active',
				testedUntil: at % 3 === 0 ? addDays(today, (at % 500) - 60) : null,
			};
			if (waited.has(at)) vault.store.insert(itemKind, id, { ...fields, ...more } as Fields, AUTHOR);
			else writeItem(id, { ...fields, ...more });
		}
		const writeBorrower = rowWriterOf(vault, borrowerKind);
		for (const [at, id] of borrowers.entries())
			writeBorrower(id, { ...EMPTY_BORROWER, lastName: `Name ${at}`, number: `E-${String(at).padStart(5, '0')}` });
		const [writeLoan, writeLine] = [rowWriterOf(vault, loanKind), rowWriterOf(vault, loanLineKind)];
		const loans = newIds(LOANS);
		const lines = newIds(LOANS);
		for (const [at, id] of loans.entries()) {
			const isOut = at < OUT;
			const issuedAt = now - (isOut ? (at % 25) * DAY : ((at % 1500) + 30) * DAY);
			const itemId = items[(isOut ? at * 5 + 1 : at * 7) % ITEMS];
			const borrowerId = borrowers[at % BORROWERS];
			writeLoan(id, { number: `L-${String(at).padStart(5, '0')}`, borrowerId, kind: 'take_home', issuedAt, issuedBy: AUTHOR });
			const returnedAt = isOut ? null : issuedAt + 9 * DAY;
			writeLine(lines[at] ?? '', { loanId: id, itemId, dueOn: addDays(localDateOf(issuedAt), 14), returnedAt });
		}
		const writeReservation = rowWriterOf(vault, reservationKind);
		for (const [at, id] of newIds(RESERVATIONS).entries()) {
			const fromOn = addDays(today, at % 50);
			const of = { itemId: items[(at * 13) % ITEMS], borrowerId: borrowers[(at * 3) % BORROWERS] };
			writeReservation(id, { ...of, fromOn, untilOn: addDays(fromOn, at % 9) });
		}
		const writeHold = rowWriterOf(vault, holdKind);
		for (const at of waited)
			for (const [place, id] of newIds(2).entries())
				writeHold(id, { itemId: items[at], borrowerId: borrowers[at % BORROWERS], place });
	})();
	return { vault, items, today };
}

/** Rows as the write path leaves them, without their history: 200,000 of those would take minutes. */
function rowWriterOf(vault: OpenVault, kind: MergeKind): (id: string, fields: Record<string, unknown>) => void {
	const rows = rowWriter(vault.file, kind);
	const at = systemClock.now() - 20 * DAY;
	return (id, fields) => {
		const whole = { ...kind.empty, ...fields };
		rows.put({ id, createdAt: at, updatedAt: at, removedAt: null, ...whole, ...kind.derive?.(whole) });
	};
}

function workshopVault(path: string): OpenVault {
	const deps = {
		migrations: new Map(VAULTS.map((vault) => [vault, readMigrations(join(MIGRATIONS, vault))] as const)),
		kinds: [
			...[itemKind, itemPhotoKind, borrowerKind, loanKind, loanLineKind, depositKind, lendingRulesKind],
			...[reservationKind, holdKind],
		],
		clock: systemClock,
		random: systemRandom,
		onCommit: () => {},
	};
	return openVault('workshop', path, systemRandom.bytes(FILE_KEY_BYTES), systemIds.next() as DeviceId, deps, true);
}
