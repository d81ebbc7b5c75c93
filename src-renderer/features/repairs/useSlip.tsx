import { useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { RepairSlipSheet } from '#renderer/print/RepairSlipSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import type { Repair } from '#shared/features/repairs/model.ts';
import type { RepairId } from '#shared/kernel/ids.ts';
import { categoryName } from './category-name.ts';

export interface Slip {
	readonly repair: Repair;
	/** The text that was accepted, or is to be. */
	readonly waiver: string;
}

/** What is printed of a repair; null while it is fetched. */
export function useSlip(id: RepairId): Slip | null {
	const repair = useQuery(api.repairs.get.queryOptions({ input: { id } }));
	const accepted = repair.data?.waiverId ?? null;
	const current = useQuery({ ...api.repairs.waiver.queryOptions(), enabled: repair.data !== undefined && accepted === null });
	const named = useQuery({
		...api.repairs.waiverText.queryOptions({ input: { id: accepted as NonNullable<typeof accepted> } }),
		enabled: accepted !== null,
	});
	const waiver = (accepted === null ? current : named).data?.text;
	return repair.data && waiver !== undefined ? { repair: repair.data, waiver } : null;
}

export function SlipPaper({ slip: { repair, waiver } }: { slip: Slip }) {
	const { profile } = useSession();
	const category = repair.category === null ? null : categoryName(repair.category);
	return <RepairSlipSheet repair={repair} category={category} waiver={waiver} profile={profile} />;
}
