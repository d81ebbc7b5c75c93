import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { createOutbox, LOST_MS, PATIENCE_MS, type Said } from '#renderer/features/kiosk/outbox.ts';

const SAID: Said = {
	way: 'in',
	session: null,
	visitor: { by: 'name', name: 'Ayşe 🌷' },
	language: 'tr',
	ageBand: null,
	sex: null,
};
const LEFT: Said = { way: 'out', visitor: { by: 'name', name: 'Ayşe 🌷' }, language: 'tr' };

/** A backend that does with each call what it is told, and a clock that is moved by hand. */
function setUp() {
	let answer: () => Promise<void> = async () => {};
	const calls: { entry: string; way: string }[] = [];
	const timers = new Set<{ readonly ms: number; run(): void }>();
	let entries = 0;
	const outbox = createOutbox({
		client: {
			signIn: (async ({ entry }: { entry: string }) => {
				calls.push({ entry, way: 'in' });
				await answer();
			}) as never,
			signOut: (async ({ entry }: { entry: string }) => {
				calls.push({ entry, way: 'out' });
				await answer();
			}) as never,
		},
		newEntry: () => `entry ${++entries}`,
		after(ms, run) {
			const timer = { ms, run };
			timers.add(timer);
			return () => timers.delete(timer);
		},
	});
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	return {
		outbox,
		calls,
		answers(next: () => Promise<void>) {
			answer = next;
		},
		/** Runs what was put off: everything, or what was put off for so long. */
		async timePasses(only?: number) {
			for (const timer of [...timers]) {
				if (only !== undefined && timer.ms !== only) continue;
				timers.delete(timer);
				timer.run();
			}
			await settle();
		},
	};
}

const full = async () => {
	throw new ORPCError('DISK_FULL', { status: 507 });
};

it('says written when it is on the disk, and keeps nothing', async () => {
	const { outbox, calls } = setUp();
	expect(await outbox.send(SAID)).toBe('written');
	expect(outbox.count()).toBe(0);
	expect(calls).toEqual([{ entry: 'entry 1', way: 'in' }]);
});

it('keeps what finds no room, lets the next person go on, and writes all of it under the first entries', async () => {
	const { outbox, calls, answers, timePasses } = setUp();
	answers(full);
	expect(await outbox.send(SAID)).toBe('disk_full');
	expect(await outbox.send(LEFT)).toBe('disk_full');
	expect(outbox.count()).toBe(2);
	await timePasses();
	expect(outbox.count()).toBe(2);
	answers(async () => {});
	await timePasses();
	expect(outbox.count()).toBe(0);
	expect(calls.slice(-2)).toEqual([
		{ entry: 'entry 1', way: 'in' },
		{ entry: 'entry 2', way: 'out' },
	]);
	expect(new Set(calls.map(({ entry }) => entry)).size).toBe(2);
	const written = calls.length;
	await timePasses();
	expect(calls.length).toBe(written);
});

it('does not make anybody wait for a backend that does not answer', async () => {
	const { outbox, answers, timePasses } = setUp();
	let comesBack = () => {};
	answers(
		() =>
			new Promise((resolve) => {
				comesBack = resolve;
			}),
	);
	const outcome = outbox.send(SAID);
	await timePasses(PATIENCE_MS);
	expect(await outcome).toBe('no_answer');
	expect(outbox.count()).toBe(1);
	comesBack();
	await timePasses(0);
	expect(outbox.count()).toBe(0);
});

it('asks again when a call is never answered, because the backend died with it', async () => {
	const { outbox, answers, timePasses, calls } = setUp();
	answers(() => new Promise(() => {}));
	const outcome = outbox.send(SAID);
	await timePasses(PATIENCE_MS);
	expect(await outcome).toBe('no_answer');
	answers(async () => {});
	await timePasses(LOST_MS);
	await timePasses();
	expect([outbox.count(), calls.length, new Set(calls.map(({ entry }) => entry)).size]).toEqual([0, 2, 1]);
});

it('tries again when the connection breaks in the middle of a call', async () => {
	const { outbox, answers, timePasses, calls } = setUp();
	answers(async () => {
		throw new Error('closed');
	});
	expect(await outbox.send(SAID)).toBe('no_answer');
	answers(async () => {});
	await timePasses();
	expect([outbox.count(), calls.length]).toEqual([0, 2]);
});
