import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHybridClock, HLC_PATTERN, timeOf } from '#main/records/hybrid-clock.ts';
import { fakeClock, MONDAY } from '#tests/support/fake-clock.ts';

const hlcAt = (ms: number, counter: number) => ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
const Step = fc.oneof(
	fc.record({ next: fc.constant(true) }),
	fc.record({ move: fc.integer({ min: -48 * 3_600_000, max: 48 * 3_600_000 }) }),
	fc.record({
		see: fc
			.tuple(fc.integer({ min: MONDAY - 1e8, max: MONDAY + 1e8 }), fc.integer({ min: 0, max: 0xffff }))
			.map(([ms, n]) => hlcAt(ms, n)),
	}),
);

describe('hybrid time', () => {
	it('always rises on one device and stays above what it has seen, whatever the clock does', () => {
		fc.assert(
			fc.property(fc.array(Step, { maxLength: 60 }), (steps) => {
				const clock = fakeClock();
				const hybrid = createHybridClock(clock, null);
				let highest = '';
				for (const step of steps) {
					if ('move' in step) clock.advance(step.move);
					else if ('see' in step) {
						hybrid.see(step.see);
						if (step.see > highest) highest = step.see;
					} else {
						const time = hybrid.next();
						expect(time).toMatch(HLC_PATTERN);
						expect(time > highest).toBe(true);
						expect(timeOf(time)).toBeGreaterThanOrEqual(clock.now());
						highest = time;
					}
				}
			}),
		);
	});

	it('goes on after the last change of a reopened file, and past a full counter', () => {
		const clock = fakeClock(MONDAY);
		const full = hlcAt(MONDAY + 5, 0xffff);
		const hybrid = createHybridClock(clock, full);
		expect(hybrid.next()).toBe(hlcAt(MONDAY + 6, 0));
		expect(hybrid.next()).toBe(hlcAt(MONDAY + 6, 1));
	});

	it('follows the clock as soon as that is ahead again', () => {
		const clock = fakeClock(MONDAY);
		const hybrid = createHybridClock(clock, hlcAt(MONDAY + 1000, 3));
		expect(timeOf(hybrid.next())).toBe(MONDAY + 1000);
		clock.advance(5000);
		expect(hybrid.next()).toBe(hlcAt(MONDAY + 5000, 0));
	});
});
