import type { HandOver, HandOverReceipt } from '#shared/features/cases/hand-over.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { getCase, getTodo, listTodos } from './queries.ts';
import { caseKind, todoKind } from './records.ts';

const MOST_DEPUTIES = 10;

/**
 * Handing case files over to a colleague, all at once or not at all. What somebody else has handed over or closed
 * meanwhile is left as it is and named. Open to-dos go along; appointments belong to those who are booked for them.
 */
export function createHandOver(isCounsellor: (session: Session, id: MemberId) => boolean) {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');

	/** The file, if it is still led by this member and open. */
	function ledBy(session: Session, id: CaseId, owner: MemberId): CaseFile | undefined {
		const found = getCase(vaultOf(session).reader, id)?.caseFile;
		return found && found.ownerId === owner && found.status !== 'closed' ? found : undefined;
	}

	return {
		handOver(session: Session, { from, to, caseIds, keepAsDeputy }: HandOver): Result<HandOverReceipt, 'member'> {
			if (from === to || !isCounsellor(session, to)) return err('member');
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const receipt = { cases: [] as HandOverReceipt['cases'], todoIds: [] as HandOverReceipt['todoIds'] };
				const leftOut: CaseId[] = [];
				for (const id of new Set(caseIds)) {
					const file = ledBy(session, id, from);
					if (!file) {
						leftOut.push(id);
						continue;
					}
					receipt.cases.push({ id, deputyIds: file.deputyIds });
					const change = { ownerId: to, deputyIds: deputiesAfter(file, { from, to, keepAsDeputy }) };
					store.update(caseKind, id, change, session.member);
					for (const todo of listTodos(reader, { ownerId: from, caseId: id, includeDone: false })) {
						store.update(todoKind, todo.id, { ownerId: to }, session.member);
						receipt.todoIds.push(todo.id);
					}
				}
				return ok({ ...receipt, leftOut });
			});
		},
		/** Undo: what has been changed again since then stays. The number of files that are back. */
		takeBack(
			session: Session,
			{ from, to, cases, todoIds }: Pick<HandOver, 'from' | 'to'> & Pick<HandOverReceipt, 'cases' | 'todoIds'>,
		): number {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const back = new Set<CaseId>();
				for (const { id, deputyIds } of cases) {
					if (!ledBy(session, id, to)) continue;
					store.update(caseKind, id, { ownerId: from, deputyIds: [...deputyIds] }, session.member);
					back.add(id);
				}
				for (const id of todoIds) {
					const todo = getTodo(reader, id);
					if (todo?.caseId && back.has(todo.caseId) && todo.ownerId === to)
						store.update(todoKind, id, { ownerId: from }, session.member);
				}
				return back.size;
			});
		},
	};
}

/** The new owner is no deputy of their own; the old one is, if wanted and if there is room. */
function deputiesAfter({ deputyIds }: CaseFile, { from, to, keepAsDeputy }: Omit<HandOver, 'caseIds'>): MemberId[] {
	const others = deputyIds.filter((id) => id !== to && id !== from);
	return keepAsDeputy && others.length < MOST_DEPUTIES ? [...others, from] : others;
}
