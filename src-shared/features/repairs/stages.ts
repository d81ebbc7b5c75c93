import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ElectricalTest, RepairCategory, RepairPower, RepairStage, Standing } from './model.ts';
import type { RepairBarrier, RepairResult } from './open-repair.ts';

/** The laws of a repair's way. Every step can be taken back by a step; what a merge breaks is told by `isUnsafe`. */

/** Everything can be finished, and whatever is finished can be opened again where it was. */
const NEXT: Record<RepairStage, readonly RepairStage[]> = {
	waiting: ['in_work', 'done'],
	in_work: ['waiting', 'needs_parts', 'testing', 'done'],
	needs_parts: ['in_work', 'testing', 'done'],
	testing: ['in_work', 'needs_parts', 'done'],
	done: ['waiting', 'in_work', 'needs_parts', 'testing'],
};

export const nextStages = (stage: RepairStage): readonly RepairStage[] => NEXT[stage];

export const WAITING: Standing = { stage: 'waiting', result: null, barrier: null, takenAt: null, doneAt: null };

/** To another stage than done; null: there is no such step. `now` in ms UTC. */
export function moved(standing: Standing, to: Exclude<RepairStage, 'done'>, now: number): Standing | null {
	if (standing.stage === to) return standing;
	if (!NEXT[standing.stage].includes(to)) return null;
	const takenAt = to === 'waiting' ? null : (standing.takenAt ?? now);
	return { stage: to, result: null, barrier: null, takenAt, doneAt: null };
}

export interface Outcome {
	readonly result: RepairResult;
	readonly barrier: RepairBarrier | null;
}

/** What of a repair decides whether it is safe to hand out. */
export interface Tested {
	readonly power: RepairPower;
	readonly electricalTest: Pick<ElectricalTest, 'result'> | null;
}

/** A mains device without a passed test is not handed out as repaired; the end of life has a reason, and nothing else has. */
export function finished(
	standing: Standing,
	{ result, barrier }: Outcome,
	tested: Tested,
	now: number,
): Result<Standing, 'untested' | 'barrier'> {
	if (result === 'Fixed' && lacksTest(tested)) return err('untested');
	if ((result === 'End of life') !== (barrier !== null)) return err('barrier');
	return ok({ stage: 'done', result, barrier, takenAt: standing.takenAt, doneAt: standing.doneAt ?? now });
}

export const lacksTest = ({ power, electricalTest }: Tested): boolean =>
	power === 'mains' && (electricalTest === null || electricalTest.result === 'fail');

/** Went out as repaired and must not have: two PCs wrote that down while they were apart. */
export const isUnsafe = (repair: Tested & Pick<Standing, 'result'>): boolean => repair.result === 'Fixed' && lacksTest(repair);

/** What has no power has no powered category, and what has some belongs to no group without. */
export function fittingCategory(category: RepairCategory | null, power: RepairPower): RepairCategory | null {
	if (category === null) return null;
	return (typeof category === 'string') === (power === 'none') ? category : null;
}
