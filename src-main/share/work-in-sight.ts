import type { ShareWork } from '#shared/features/share/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';

/** A step of reading what others have written, or of giving a share what it has lost. */
export interface WorkStep extends Pick<ShareWork, 'what' | 'done' | 'total'> {
	readonly device: DeviceId | null;
}

/** What the exchange is busy with, once that takes so long that somebody may wonder. */
export interface WorkInSight {
	step(step: WorkStep): void;
	/** Changes taken over so far in this go. */
	applied(changes: number): void;
	end(): void;
	shown(): ShareWork | null;
}

const SHORT_MS = 1000;
const TELL_MS = 500;
/** Fewer files of a feed than that are everyday work, however slow the share is. */
const FEW = 5;

export function createWorkInSight(deps: {
	stopwatch(): number;
	nameOf(device: DeviceId): string;
	/** Not more often than somebody can read. */
	onChange(): void;
}): WorkInSight {
	let current: WorkStep | null = null;
	let changes = 0;
	let began = 0;
	let toldAt = Number.NEGATIVE_INFINITY;
	const isInSight = () =>
		current !== null && (current.what !== 'feed' || current.total >= FEW) && deps.stopwatch() - began >= SHORT_MS;
	return {
		step(step) {
			if (current === null) began = deps.stopwatch();
			current = step;
			if (!isInSight() || deps.stopwatch() - toldAt < TELL_MS) return;
			toldAt = deps.stopwatch();
			deps.onChange();
		},
		applied(count) {
			changes = count;
		},
		end() {
			current = null;
			changes = 0;
		},
		shown() {
			if (current === null || !isInSight()) return null;
			const { what, device, done, total } = current;
			return { what, device: device && deps.nameOf(device), done, total, changes };
		},
	};
}
