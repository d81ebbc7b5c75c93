import { collator } from '#renderer/i18n/format.ts';
import { type AccessEvent, AccessKind } from '#shared/features/access-log/model.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** What is chosen of the log; null is everything. Members and devices as `choiceOf` names them. */
export interface EventFilter {
	readonly kind: AccessKind | null;
	readonly member: string | null;
	readonly device: string | null;
}
export const EVERYTHING: EventFilter = { kind: null, member: null, device: null };

/** The value of a name in a choice; null is a sign-in name that does not exist. */
export const choiceOf = (name: string | null): string => (name === null ? UNKNOWN : `=${name}`);
/** The name behind such a value. */
export const nameIn = (choice: string): string | null => (choice === UNKNOWN ? null : choice.slice(1));
const UNKNOWN = '?';

export function matching(events: readonly AccessEvent[], { kind, member, device }: EventFilter): AccessEvent[] {
	return events.filter(
		(event) =>
			(kind === null || event.kind === kind) &&
			(member === null || choiceOf(event.member) === member) &&
			(device === null || choiceOf(event.device) === device),
	);
}

/** What can be chosen among these events: only what occurs. */
export function choicesIn(events: readonly AccessEvent[]) {
	const names = (of: (event: AccessEvent) => string | null) =>
		[...new Set(events.map(of))].sort((a, b) => (a === null ? 1 : b === null ? -1 : collator.compare(a, b)));
	const kinds = new Set(events.map(({ kind }) => kind));
	return {
		kinds: AccessKind.options.filter((kind) => kinds.has(kind)),
		members: names(({ member }) => member),
		devices: names(({ device }) => device),
	};
}

export interface Day {
	readonly day: LocalDate;
	readonly events: readonly AccessEvent[];
}

/** In the order of the events. */
export function byDay(events: readonly AccessEvent[]): Day[] {
	const days: { day: LocalDate; events: AccessEvent[] }[] = [];
	for (const event of events) {
		const day = localDateOf(event.at);
		const last = days.at(-1);
		if (last?.day === day) last.events.push(event);
		else days.push({ day, events: [event] });
	}
	return days;
}

/** A day's heading, or one of its events. */
export type Row = { readonly heading: Day } | { readonly event: AccessEvent };

export const rowsOf = (days: readonly Day[]): Row[] =>
	days.flatMap((day): Row[] => [{ heading: day }, ...day.events.map((event) => ({ event }))]);
