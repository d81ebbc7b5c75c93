import { type Difference, DONE_OF, FIELDS_OF, type FunderEvent, Part, type Participation } from './model.ts';

/**
 * Where two PCs wrote something else into a completed part while apart. The later value holds, as for every field;
 * but frozen data do not change unseen, so the other one is shown until somebody has decided by a correction. Pure.
 * `events` are in the order of time.
 */
export function differencesOf(participation: Participation, events: readonly FunderEvent[]): Difference[] {
	return Part.options.flatMap((part) => {
		if (participation[DONE_OF[part]] === null) return [];
		const versions = versionsOf(part, events);
		return FIELDS_OF[part].flatMap((field): Difference[] => {
			const current = participation[field] as string | null;
			const given = versions.flatMap(({ answers }) => answers[field] ?? []);
			// What only one of them knew is added without anything being lost.
			if (given.every((value) => value === current) && (given.length > 0 || current === null)) return [];
			return [
				{
					...{ part, field, current },
					versions: versions.map(({ at, memberName, answers }) => ({ at, memberName, value: answers[field] ?? null })),
				},
			];
		});
	});
}

/** What a part was frozen as: by the last correction, or else by everybody who completed it since somebody last came back. */
function versionsOf(part: Part, events: readonly FunderEvent[]): readonly FunderEvent[] {
	const begun = part === 'entry' ? -1 : events.findLastIndex(({ what }) => what === 'reentered');
	const own = events.slice(begun + 1).filter((event) => event.part === part && event.what !== 'reentered');
	const corrected = own.findLastIndex(({ what }) => what === 'corrected');
	return corrected === -1 ? own : own.slice(corrected);
}
