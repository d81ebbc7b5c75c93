import type { Rating } from '#shared/features/goals/model.ts';
import type { AreaChange } from '#shared/features/goals/progress.ts';
import type { texts } from './texts.ts';

type Words = Pick<(typeof texts)['de'], 'notAsked' | 'refused' | 'better' | 'worse' | 'same' | 'fromTo'>;

export const ratingWords = (t: Words, rating: Rating | null): string =>
	rating === null ? t.notAsked : rating === 'keine_angabe' ? t.refused : rating;

/** `von 2 auf 4, 2 Stufen besser`; what was refused or not asked is said so. */
export function changeWords(t: Words, { entry, exit, steps }: AreaChange): string {
	if (steps === null) return t.fromTo(ratingWords(t, entry), ratingWords(t, exit));
	const change = steps > 0 ? t.better(steps) : steps < 0 ? t.worse(-steps) : t.same;
	return `${t.fromTo(ratingWords(t, entry), ratingWords(t, exit))}, ${change}`;
}
