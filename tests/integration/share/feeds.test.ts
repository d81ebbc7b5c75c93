import { copyFileSync, cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personKind } from '#main/features/people/records.ts';
import { feedFolder } from '#main/share/layout.ts';
import { countWaiting, publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import type { Vault } from '#shared/features/members/model.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { type Device, type SmallOffice, smallOffice } from '#tests/support/small-office.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

const V: Vault = 'counselling';
const HOUR = 3_600_000;
const publish = (device: Device) => publishVault(device.vault(V), device.context());
const pull = (device: Device, includeOwn = false) => pullVault(device.vault(V), device.context(), { includeOwn });
const contents = (device: Device) => contentsOf(device.vault(V).file);
const feedOf = (office: SmallOffice, device: Device) => join(office.share, ...feedFolder(office.site, V, device.id).split('/'));
const problems = (device: Device) => device.alarms.map(({ problem }) => problem);

async function officeWithFeed(segments: number) {
	const office = await smallOffice();
	const [writer, reader] = [office.device(), office.device()];
	const people: string[] = [];
	for (let n = 0; n < segments; n++) {
		people.push(writer.addPerson({ lastName: `Name${n}` }));
		await publish(writer);
		office.clock.advance(1000);
	}
	const feed = feedOf(office, writer);
	return { office, writer, reader, people, feed, names: readdirSync(feed) };
}

describe('publishing and pulling', () => {
	it('brings two devices to the same tables, both ways, concurrent edits included', async () => {
		const office = await smallOffice();
		const [left, right] = [office.device(), office.device()];
		const person = left.addPerson({ lastName: 'Öztürk', remarks: 'Miete offen.' });
		await publish(left);
		expect(await pull(right)).toBe(1);
		left.vault(V).store.update(personKind, person, { city: 'Köln', remarks: 'Heute: Miete offen.' }, office.author);
		right.vault(V).store.update(personKind, person, { city: 'Bonn', remarks: 'Miete offen. Rückruf!' }, office.author);
		right.addPerson({ lastName: 'Neu' });
		for (const device of [left, right]) await publish(device);
		for (const device of [left, right]) await pull(device);
		expect(contents(left)).toBe(contents(right));
		expect(contents(left)).toContain('Heute: Miete offen. Rückruf!');
		expect(await pull(left)).toBe(0);
		expect(countWaiting(left.vault(V).file, left.id)).toBe(0);
		expect([...left.alarms, ...right.alarms]).toEqual([]);
	});

	it('catches up hundreds of changes in one go, split into segments', async () => {
		const { writer, reader, office } = await officeWithFeed(1);
		writer.vault(V).store.atomically(() => {
			for (let n = 0; n < 2500; n++) writer.addPerson({ lastName: `Import${n}` });
		});
		expect(countWaiting(writer.vault(V).file, writer.id)).toBe(2500);
		await publish(writer);
		expect(readdirSync(feedOf(office, writer))).toHaveLength(4);
		expect(await pull(reader)).toBe(2501);
		expect(contents(reader)).toBe(contents(writer));
	});

	it('passes over unfinished writes of others and waits at a gap until it closes', async () => {
		const { reader, writer, feed, names } = await officeWithFeed(4);
		writeFileSync(join(feed, 'tmp-00112233'), 'half');
		const gap = join(feed, names[1] ?? '');
		renameSync(gap, join(feed, '..', '..', 'aside'));
		expect(await pull(reader)).toBe(1);
		renameSync(join(feed, '..', '..', 'aside'), gap);
		expect(await pull(reader)).toBe(3);
		expect(contents(reader)).toBe(contents(writer));
		expect(reader.alarms).toEqual([]);
	});

	it('names the feed that was rolled back and goes on with others; the writer gives again what was lost', async () => {
		const { office, writer, reader, feed, names } = await officeWithFeed(3);
		const other = office.device();
		await pull(reader);
		rmSync(join(feed, names[2] ?? ''));
		other.addPerson({ lastName: 'Andere' });
		await publish(other);
		expect(await pull(reader)).toBe(1);
		expect(reader.alarms).toMatchObject([
			{ problem: 'rolled_back', device: writer.id, file: expect.stringContaining(names[2] ?? '') },
		]);
		await publish(writer);
		expect(problems(writer)).toEqual([]);
		expect(readdirSync(feed).sort()).toEqual(names);
	});

	it('stops at two files for one number: a fork is never chosen from', async () => {
		const { reader, writer, feed, names } = await officeWithFeed(3);
		copyFileSync(join(feed, names[1] ?? ''), join(feed, `0000000002-${'0'.repeat(32)}`));
		expect(await pull(reader)).toBe(1);
		expect(reader.alarms).toMatchObject([{ problem: 'tampered', device: writer.id }]);
	});

	it('reports folders that belong to no device of the site', async () => {
		const { office, reader, feed } = await officeWithFeed(1);
		cpSync(feed, join(feed, '..', office.nextId()), { recursive: true });
		expect(await pull(reader)).toBe(1);
		expect(problems(reader)).toEqual(['tampered']);
	});

	it('holds back what lies more than 24 hours ahead, says so, and applies it when its time has come', async () => {
		const office = await smallOffice();
		const reader = office.device();
		const writer = office.device(fakeClock(office.clock.now()));
		writer.addPerson({ lastName: 'Heute' });
		await publish(writer);
		const wrong = office.device(fakeClock(office.clock.now() + 25 * HOUR));
		wrong.addPerson({ lastName: 'Morgen' });
		await publish(wrong);
		expect(await pull(reader)).toBe(1);
		expect(reader.alarms).toMatchObject([{ problem: 'clock', device: wrong.id }]);
		office.clock.advance(2 * HOUR);
		expect(await pull(reader)).toBe(1);
		expect(contents(reader)).toContain('Morgen');
		// What is written now is later than what was seen, although the clock is behind it.
		const person = reader.addPerson({ lastName: 'Danach' });
		const latest = reader.vault(V).file.prepare('SELECT record_id FROM change ORDER BY hlc DESC LIMIT 1').pluck().get();
		expect(latest).toBe(person);
	});

	it('notices that its own data folder was put back, and does not fork its feed', async () => {
		const { office, writer, reader } = await officeWithFeed(2);
		await pull(reader);
		const path = writer.folder.vaultPath(V);
		writer.vault(V).close();
		copyFileSync(path, `${path}.old`);
		writer.reopen(V);
		writer.addPerson({ lastName: 'Neuer' });
		await publish(writer);
		await pull(reader);
		writer.vault(V).close();
		copyFileSync(`${path}.old`, path);
		writer.reopen(V);
		writer.addPerson({ lastName: 'Zweig' });
		await publish(writer);
		expect(writer.alarms).toMatchObject([{ problem: 'rolled_back', device: writer.id }]);
		expect(readdirSync(feedOf(office, writer))).toHaveLength(3);
		expect(countWaiting(writer.vault(V).file, writer.id)).toBe(1);
		await pull(reader);
		expect(reader.alarms).toEqual([]);
	});

	it('sends the very same segment again after a failed attempt', async () => {
		const office = await smallOffice();
		const [writer, reader] = [office.device(), office.device()];
		writer.addPerson({ lastName: 'Eins' });
		const context = writer.context();
		const failing = { ...context.target, writeNew: async () => Promise.reject(new Error('cut off')) };
		await expect(publishVault(writer.vault(V), writer.context(failing))).rejects.toThrow('cut off');
		const fixed = writer.vault(V).file.prepare('SELECT hash FROM outgoing').pluck().get();
		writer.addPerson({ lastName: 'Zwei' });
		expect(countWaiting(writer.vault(V).file, writer.id)).toBe(2);
		await publish(writer);
		expect(readdirSync(feedOf(office, writer))[0]).toContain(
			Buffer.from(fixed as Buffer)
				.toString('hex')
				.slice(0, 32),
		);
		await pull(reader);
		expect(contents(reader)).toBe(contents(writer));
	});
});
