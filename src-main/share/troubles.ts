import { z } from 'zod';
import { ShareProblem } from '#shared/features/share/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { LocalSettings } from '../records/local.ts';

/** What is wrong with the share and since when; known again after a restart. */
export interface Troubles {
	/** When it was first noticed, which is now for something new. */
	since(problem: ShareProblem, file: string | null): number;
	/** These are all there are: others are over. */
	keepOnly(troubles: readonly Pick<Trouble, 'problem' | 'file'>[]): void;
	/** One that was there when the last session ended, or is. */
	find(problem: ShareProblem): Trouble | null;
}

const Trouble = z.object({ problem: ShareProblem, file: z.string().nullable(), since: z.number() });
type Trouble = z.infer<typeof Trouble>;

/** `settings` are asked for each time: they are others once the vault was re-keyed. */
export function createTroubles(settings: () => LocalSettings, clock: Clock): Troubles {
	let known = z.array(Trouble).parse(JSON.parse(settings().get('share_troubles') ?? '[]'));
	const same = (a: Pick<Trouble, 'problem' | 'file'>) => (b: Trouble) => a.problem === b.problem && a.file === b.file;
	let stored = JSON.stringify(known);

	function since(problem: ShareProblem, file: string | null): number {
		const before = known.find(same({ problem, file }));
		if (!before) known.push({ problem, file, since: clock.now() });
		return before?.since ?? clock.now();
	}
	return {
		since,
		keepOnly(troubles) {
			known = troubles.map(({ problem, file }) => ({ problem, file, since: since(problem, file) }));
			const text = JSON.stringify(known);
			if (text !== stored) settings().set('share_troubles', text);
			stored = text;
		},
		find: (problem) => known.find((trouble) => trouble.problem === problem) ?? null,
	};
}
