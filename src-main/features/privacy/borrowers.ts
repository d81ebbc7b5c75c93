import type { DueBorrower, ErasurePreview } from '#shared/features/privacy/model.ts';
import { keptUntil } from '#shared/features/privacy/retention.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, ErasureId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { SubjectPart } from '../../records/subject-part.ts';
import { traceOf } from '../../share/copies.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { countsOf, planOf, sizeOf } from './plan.ts';
import { borrowerErasureKind } from './records.ts';
import { retentionRules } from './rules.ts';
import { type Confirmed, type EraseRefusal, isNumber } from './service.ts';

/** The same for whoever borrows: their loans stay as figures, of somebody who is not known any more. */
export interface BorrowerErasing {
	due(session: Session): DueBorrower[];
	preview(session: Session, id: BorrowerId): ErasurePreview | undefined;
	erase(session: Session, id: BorrowerId, confirmed: Confirmed): Result<ErasureId, EraseRefusal>;
}

export interface BorrowerErasingDeps {
	readonly clock: Clock;
	readonly ids: Ids;
	/** Those of the workshop that go with a borrower. */
	readonly parts: readonly SubjectPart[];
	/** Everybody who is stored, in the order of names, with the last day on which something was lent to them or came back. */
	borrowers(session: Session, id?: BorrowerId): readonly KnownBorrower[];
	lentTo(session: Session, ids: readonly string[]): ReadonlyMap<BorrowerId, { readonly out: number }>;
	/** Loans that stay say nothing in words any more. */
	clearLoans(session: Session, id: BorrowerId): void;
	note(session: Session, kind: 'erased', details: { count: number }): void;
}

interface KnownBorrower {
	readonly id: BorrowerId;
	readonly number: string;
	readonly name: string;
	readonly lastOn: LocalDate;
}

export function createBorrowerErasing({ clock, ids, parts, ...deps }: BorrowerErasingDeps): BorrowerErasing {
	const keepsOf = (count: number) => (count > 0 ? [{ what: 'loan' as const, count }] : []);
	const dueOn = (session: Session, { lastOn }: KnownBorrower) => keptUntil(lastOn, retentionRules.get(session).borrowerMonths);
	const outOf = (session: Session, id: BorrowerId) => deps.lentTo(session, [id]).get(id)?.out ?? 0;

	function look(session: Session, id: BorrowerId) {
		const [borrower] = deps.borrowers(session, id);
		if (!borrower) return undefined;
		const plan = planOf(session, parts, new Map([['borrower', new Set([id])]]), []);
		return { borrower, plan, out: outOf(session, id) };
	}

	return {
		due(session) {
			const today = localDateOf(clock.now());
			return deps
				.borrowers(session)
				.map((one) => ({ ...one, since: dueOn(session, one) }))
				.filter(({ since }) => since <= today)
				.map(({ id, number, name, lastOn, since }) => ({
					...{ borrowerId: id, number, name, why: 'loan' as const, from: lastOn, since },
					keeps: keepsOf(outOf(session, id)),
				}))
				.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
		},
		preview(session, id) {
			const found = look(session, id);
			if (!found) return undefined;
			const { borrower, plan, out } = found;
			return {
				...{ number: borrower.number, name: borrower.name, keeps: keepsOf(out), dueOn: dueOn(session, borrower) },
				...{ counts: countsOf(plan), records: sizeOf(plan), shared: 0, heads: 0, isBorrower: false },
			};
		},
		erase(session, id, { reason, number, records }) {
			const found = look(session, id);
			if (!found) return err('not_found');
			if (found.out > 0) return err('kept');
			if (sizeOf(found.plan) !== records) return err('changed');
			if (!isNumber(number, found.borrower.number)) return err('number');
			const workshop = openVaultOf(session, 'workshop');
			const erasure = ids.next() as ErasureId;
			workshop.store.atomically(() => {
				deps.clearLoans(session, id);
				for (const one of found.plan.erased) workshop.store.erase(one.kind, one.id, session.acting);
				const fields = { reason, counts: countsOf(found.plan), heads: 0, traces: [traceOf(workshop, session.device.id)] };
				workshop.store.append(borrowerErasureKind, erasure, fields as never, session.acting);
			});
			workshop.scrub();
			deps.note(session, 'erased', { count: sizeOf(found.plan) });
			return ok(erasure);
		},
	};
}
