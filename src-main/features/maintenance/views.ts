import { type Damage, isOpen } from '#shared/features/maintenance/model.ts';
import { foldedWords, sortKey } from '#shared/kernel/fold.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { MaintenanceDeps } from './deps.ts';
import { type Listing, listDamages, type StoredDamage } from './queries.ts';

/** Cases as the screen shows them: with the names of items, loans and borrowers. What is gone is a question mark. */
export function damageViews({ itemNames, loans, borrowerNames }: MaintenanceDeps) {
	function named(session: Session, cases: readonly StoredDamage[]): Damage[] {
		const itemOf = new Map(itemNames(session, [...new Set(cases.map(({ itemId }) => itemId))]).map((item) => [item.id, item]));
		const loanIds = new Set(cases.flatMap(({ loanId }) => loanId ?? []));
		const loanOf = new Map(loans(session, [...loanIds]).map((loan) => [loan.id, loan]));
		const nameOf = borrowerNames(session, [...new Set([...loanOf.values()].map(({ borrowerId }) => borrowerId))]);
		return cases.map((one) => {
			const item = itemOf.get(one.itemId);
			const loan = one.loanId === null ? undefined : loanOf.get(one.loanId);
			return {
				...one,
				itemNumber: item?.number ?? '?',
				itemName: item?.name ?? '?',
				borrower: loan ? { id: loan.borrowerId, name: nameOf.get(loan.borrowerId) ?? '?' } : null,
				loanNumber: loan?.number ?? null,
			};
		});
	}

	return {
		named,
		/** In the order of the list, open ones first. */
		listed(session: Session, { text, sort, ...of }: Listing): Damage[] {
			const typed = foldedWords(text);
			const all = named(session, listDamages(openVaultOf(session, 'workshop').reader, of));
			const found = all.filter((one) => {
				if (typed.length === 0) return true;
				const words = foldedWords(wordsOf(one));
				return typed.every((part) => words.some((word) => word.startsWith(part)));
			});
			const key = keyFor(sort.by);
			const direction = sort.descending ? -1 : 1;
			return found
				.map((one) => ({ one, key: key(one) }))
				.sort(
					(a, b) =>
						Number(isOpen(b.one.stage)) - Number(isOpen(a.one.stage)) ||
						Number(a.key === '') - Number(b.key === '') ||
						(a.key < b.key ? -direction : a.key > b.key ? direction : 0),
				)
				.map(({ one }) => one);
		},
	};
}

const wordsOf = ({ itemNumber, itemName, description, accessories, borrower, loanNumber }: Damage): string =>
	[
		...[itemNumber, itemNumber.replace(/\D+0*/, ''), itemName, description],
		...accessories,
		...[borrower?.name ?? '', loanNumber ?? ''],
	].join(' ');

/** Texts whose order is that of the list; empty ones stand at the end, whichever way it is turned. */
function keyFor(by: Listing['sort']['by']): (damage: Damage) => string {
	switch (by) {
		case 'foundOn':
			return ({ foundOn, createdAt }) => `${foundOn} ${String(createdAt).padStart(16, '0')}`;
		case 'item':
			return ({ itemName, itemNumber }) => sortKey(`${itemName} ${itemNumber}`);
		case 'borrower':
			return ({ borrower }) => (borrower ? sortKey(borrower.name) : '');
		case 'cost':
			return ({ costCents }) => (costCents === null ? '' : String(costCents).padStart(12, '0'));
	}
}
