import { expect, it } from 'vitest';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { memoryTarget } from '#tests/support/memory-target.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import {
	editSomething,
	type SimulatedDevice,
	type SimulatedSite,
	simulatedSite,
	tablesOf,
} from '#tests/support/simulated-site.ts';

const SCHEDULES = campaign(20, 1000);
const OPERATIONS = 200;
const DEVICES = 5;
const HOUR = 60 * 60 * 1000;
const MOST_SKEW = 48 * HOUR;

/**
 * Whatever five people do on five PCs whose clocks are days apart, in whatever order their changes leave and arrive: in
 * the end all see the same.
 */
it(`${DEVICES} devices come to the same tables in ${SCHEDULES} random schedules of ${OPERATIONS} operations`, {
	timeout: SCHEDULES * 5000,
}, async () => {
	const seed = printedSeed('simulation');
	const site = await simulatedSite(1, DEVICES, { inOneGo: true });
	let changes = 0;
	let held = 0;
	for (let schedule = 0; schedule < SCHEDULES; schedule++) {
		const played = await play(site, seed + schedule);
		changes += played.changes;
		held += played.held;
	}
	site.close();
	console.log(`${SCHEDULES} schedules: ${changes} changes, ${held} times one was held back because of a clock`);
	expect(held, 'clocks that are wrong were met').toBeGreaterThan(0);
});

async function play(site: SimulatedSite, seed: number): Promise<{ changes: number; held: number }> {
	const random = seededRandom(seed);
	const skews = Array.from({ length: DEVICES }, () => random.below(2 * MOST_SKEW) - MOST_SKEW);
	const devices = site.round(memoryTarget(), random, skews);
	let held = 0;
	for (let operation = 0; operation < OPERATIONS; operation++) {
		const device = random.pick(devices);
		const what = random.below(100);
		if (what < 45) editSomething(device, site, random);
		else if (what < 62) await device.publish();
		else if (what < 90) await device.pull();
		else if (what < 98) site.clock.advance(random.below(2 * HOUR));
		else device.restart();
		held += onlyClocks(device, seed);
	}
	// Time passes until nothing lies ahead of anybody's clock any more.
	site.clock.advance(2 * MOST_SKEW + 24 * HOUR);
	for (const device of devices) await device.publish();
	for (const device of devices) await device.pull();
	const [first, ...others] = devices.map(tablesOf);
	for (const [at, other] of others.entries())
		if (other !== first) expect(other, `KONTOR_SEED=${seed}: device ${at + 1} against device 0`).toBe(first);
	for (const device of devices) expect(device.takeAlarms(), `KONTOR_SEED=${seed}`).toEqual([]);
	const changes = devices[0]?.vault().file.prepare('SELECT count(*) FROM change').pluck().get() as number;
	return { changes, held };
}

/** Nothing else is wrong with this share. */
function onlyClocks(device: SimulatedDevice, seed: number): number {
	const alarms = device.takeAlarms();
	for (const { problem } of alarms) expect(problem, `KONTOR_SEED=${seed}`).toBe('clock');
	return alarms.length;
}
