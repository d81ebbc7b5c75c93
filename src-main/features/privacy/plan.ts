import type { AnyKind } from '../../records/kind.ts';
import { kindName } from '../../records/kind.ts';
import { idsOfPart, type SubjectPart, type SubjectScope } from '../../records/subject-part.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';

/** Exactly what goes when somebody is erased: told by the same parts as what they get to see of it on request. */
export interface ErasurePlan {
	/** By the table that they were found in. */
	readonly found: SubjectScope;
	readonly erased: readonly Planned[];
	/** They name others besides. */
	readonly shared: readonly Planned[];
	/** Only a name says that it is about them. */
	readonly named: readonly Planned[];
}

export interface Planned {
	readonly kind: AnyKind;
	readonly id: string;
}

/** `start`: whom it is about, by table. Of parts in vaults that are not open nothing is found. */
export function planOf(
	session: Session,
	parts: readonly SubjectPart[],
	start: SubjectScope,
	names: readonly string[],
): ErasurePlan {
	const found: SubjectScope = new Map([...start].map(([table, ids]) => [table, new Set(ids)]));
	const erased: Planned[] = [];
	const shared: Planned[] = [];
	const named: Planned[] = [];
	for (const part of parts) {
		const { kind } = part;
		const table = kindName(kind);
		for (const { id, others, isOnlyNamed } of idsOfPart(openVaultOf(session, kind.vault), part, found, names)) {
			const into = isOnlyNamed ? named : others.length > 0 ? shared : erased;
			if (!into.some((one) => one.id === id && one.kind === kind)) into.push({ kind, id });
			if (into === erased) found.set(table, (found.get(table) ?? new Set()).add(id));
		}
	}
	return { found, erased, shared, named };
}

export function countsOf({ erased }: ErasurePlan): { table: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const { kind } of erased) counts.set(kindName(kind), (counts.get(kindName(kind)) ?? 0) + 1);
	return [...counts].map(([table, count]) => ({ table, count }));
}

/** What somebody has to have seen of it before they may say that it goes. */
export const sizeOf = ({ erased, shared, named }: ErasurePlan): number => erased.length + shared.length + named.length;
