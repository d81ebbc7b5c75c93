import type { Schedule } from '#main/backend.ts';
import type { FakeClock } from './fake-clock.ts';

/** The backend's rhythm in the test's hands: nothing happens until `tick` moves the clock on. */
export interface ManualSchedule extends Schedule {
	/** Moves the clock by `ms` and starts, in order, all work that is due by then. */
	tick(ms: number): void;
}

interface Entry {
	at: number;
	readonly every: number | null;
	readonly work: () => void;
}

export function manualSchedule(clock: FakeClock): ManualSchedule {
	let entries: Entry[] = [];
	function add(entry: Entry): Entry {
		entries.push(entry);
		return entry;
	}
	const drop = (entry: Entry) => {
		entries = entries.filter((other) => other !== entry);
	};
	return {
		every(ms, work) {
			const entry = add({ at: clock.now() + ms, every: ms, work });
			return () => drop(entry);
		},
		after: (ms, work) => void add({ at: clock.now() + ms, every: null, work }),
		tick(ms) {
			const end = clock.now() + ms;
			for (;;) {
				const [due] = entries.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
				if (!due) break;
				clock.set(Math.max(clock.now(), due.at));
				if (due.every === null) drop(due);
				// As timers do: what was missed while the clock jumped is not made up for.
				else due.at = clock.now() + due.every;
				due.work();
			}
			clock.set(end);
		},
	};
}
