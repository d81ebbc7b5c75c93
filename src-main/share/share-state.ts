import { isAbsolute, relative, resolve } from 'node:path';
import {
	type Alarm,
	QUIET_PROBLEMS,
	type SharePlace,
	type ShareProblem,
	type ShareStatus,
} from '#shared/features/share/model.ts';

/** What has to change for a person to be told; that it was looked at again is nothing new. */
export function seen({ savedAt: _savedAt, ...status }: ShareStatus): string {
	return JSON.stringify(status);
}

/** A copy beside the original, on the same disk and in the program's way, is none. */
export function isInside(path: string, folder: string): boolean {
	const below = relative(resolve(folder), resolve(path));
	return !below.startsWith('..') && !isAbsolute(below);
}

export function stateOf(
	place: SharePlace | null,
	waiting: number,
	problem: ShareProblem | null,
	alarms: readonly Alarm[],
): ShareStatus['state'] {
	if (place === null) return 'none';
	if (alarms.some((alarm) => !QUIET_PROBLEMS.has(alarm.problem)) || (problem !== null && problem !== 'unreachable'))
		return 'attention';
	return waiting > 0 || problem === 'unreachable' ? 'waiting' : 'saved';
}
