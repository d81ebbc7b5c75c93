import { formatPercent, formatRelative } from '#renderer/i18n/format.ts';
import type { texts } from '#renderer/shell/texts.ts';
import { QUIET_PROBLEMS, type ShareStatus } from '#shared/features/share/model.ts';

const DAY = 24 * 60 * 60 * 1000;

interface ShareLine {
	readonly tone: ShareStatus['state'];
	readonly text: string;
}

/** The share's status in words. `attention` also when the newest verified copy is older than a day (design 4). */
export function shareLineOf(status: ShareStatus, t: (typeof texts)['de']['status'], now: number): ShareLine {
	const problem = status.problem === null ? null : t.problems[status.problem];
	const busy = status.problem === null ? busyWords(status, t) : null;
	switch (status.state) {
		case 'none':
			return { tone: 'none', text: t.none };
		case 'attention': {
			const alarm = status.alarms.find((one) => !QUIET_PROBLEMS.has(one.problem));
			const why = problem ?? (alarm ? t.problems[alarm.problem] : t.old);
			return { tone: 'attention', text: `${t.attention}: ${why}` };
		}
		case 'waiting': {
			if (busy !== null) return { tone: 'waiting', text: busy };
			if (status.waitingChanges === 0) {
				const still = status.onlyHere.length > 0 ? t.onlyHere : t.waitingNow;
				return { tone: 'waiting', text: problem ?? still };
			}
			const what = t.waiting(status.waitingChanges);
			return { tone: 'waiting', text: problem === null ? what : `${what}: ${problem}` };
		}
		case 'saved': {
			const old = status.verifiedSnapshotAt !== null && now - status.verifiedSnapshotAt > DAY;
			if (old) return { tone: 'attention', text: `${t.attention}: ${t.old}` };
			if (busy !== null) return { tone: 'waiting', text: busy };
			return { tone: 'saved', text: status.savedAt === null ? t.savedUnknown : t.saved(formatRelative(status.savedAt, now)) };
		}
	}
}

/** What others have written is not all here yet. */
function busyWords({ work, pausedUntil }: ShareStatus, t: (typeof texts)['de']['status']): string | null {
	if (pausedUntil !== null) return t.paused;
	if (work === null || work.total === 0) return null;
	return (work.what === 'refill' ? t.refilling : t.catchingUp)(formatPercent(work.done / work.total));
}
