import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { RepairRow, RepairStage } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import type { MemberId, RepairId } from '#shared/kernel/ids.ts';
import { refreshRepairs } from './refresh-repairs.ts';
import type { stepTexts } from './step-texts.ts';

/** Steps of a repair as one click, each with its way back. */
type Words = (typeof stepTexts)['de'];
type Which = Pick<RepairRow, 'id' | 'number' | 'item'>;

const back = (undo: () => Promise<unknown>) => async () => {
	await undo();
	await refreshRepairs();
};

export async function takeRepair({ id, number, item }: Which, t: Words): Promise<void> {
	try {
		const { before } = await client.repairs.take({ id });
		await refreshRepairs();
		showUndo(
			t.taken(number, item),
			back(() => client.repairs.leave({ id, before })),
		);
	} catch (error) {
		showError(error);
	}
}

export async function moveRepair({ id, number }: Which, to: Exclude<RepairStage, 'done'>, t: Words): Promise<void> {
	try {
		const { before, helpers } = await client.repairs.move({ id, to, helpers: [] });
		await refreshRepairs();
		if (before === to) return;
		showUndo(
			t.moved(number, to),
			back(() => goBack(id, before, helpers)),
		);
	} catch (error) {
		showError(error);
	}
}

/** Throws what it is refused with. */
export async function finishRepair(
	{ id, number }: Which,
	outcome: { result: RepairResult; barrier: RepairBarrier | null },
	t: Words,
): Promise<void> {
	const { before } = await client.repairs.finish({ id, ...outcome });
	await refreshRepairs();
	if (before === 'done') return;
	showUndo(
		t.finished(number),
		back(() => goBack(id, before, [])),
	);
}

const goBack = async (id: RepairId, before: RepairStage, helpers: MemberId[]) => {
	if (before !== 'done') await client.repairs.move({ id, to: before, helpers });
};
