import type { Release } from '#shared/features/consents/model.ts';
import { endsSoon, type ReleaseState, releaseState } from '#shared/features/consents/release-for.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What a release is at a glance. */
export type ReleaseMark = ReleaseState | 'ends_soon';

const ORDER: readonly ReleaseMark[] = ['ends_soon', 'valid', 'not_yet', 'expired', 'withdrawn'];

export const markOf = (release: Release, on: LocalDate): ReleaseMark =>
	endsSoon(release, on) ? 'ends_soon' : releaseState(release, on);

/** What holds first. */
export const inOrder = (releases: readonly Release[], on: LocalDate): Release[] =>
	releases.toSorted((a, b) => ORDER.indexOf(markOf(a, on)) - ORDER.indexOf(markOf(b, on)));
