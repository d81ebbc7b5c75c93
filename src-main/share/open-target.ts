import type { SharePlace } from '#shared/features/share/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import { folderTarget } from './folder-target.ts';
import type { ShareTarget } from './target.ts';
import { webdavTarget } from './webdav-target.ts';

/** The target for what somebody chose as share. */
export function openTarget(place: SharePlace, random: Random, pause: (ms: number) => Promise<void>): ShareTarget {
	return typeof place === 'string' ? folderTarget(place, random, pause) : webdavTarget(place, random, pause);
}
