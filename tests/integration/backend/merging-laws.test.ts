import { expect, it } from 'vitest';
import type { AppointmentId, CaseId, PersonId } from '#shared/kernel/ids.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { addRooms, TUESDAY, wanted } from '#tests/support/appointment-book.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { caseOf, EVERYBODY, joinSite, newSite, note, office, person, refusalOf, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/**
 * Two PCs merge people, separate them, remove them and work for them, now together, now apart. Once they have met, both
 * know the same; every case file, contact and appointment that there ever was belongs to somebody who is there; and when
 * all are separated again, everything is with whom it was made for.
 */

const PEOPLE = 6;

it('whatever two PCs merge and separate, nothing that hangs on people is lost', async () => {
	const random = seededRandom(printedSeed('merging'));
	const place = office();
	const left = await place.pc('Büro links');
	const { member: anna } = await newSite(left);
	const rooms = await addRooms(left);
	const people: PersonId[] = [];
	for (let at = 0; at < PEOPLE; at++) people.push((await left.client.people.create(person({ remarks: `Nr. ${at}` }))).id);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro rechts');
	await joinSite(right, place.share);
	await sync(right);
	const pcs = [left, right];
	const madeFor = { cases: new Map<CaseId, PersonId>(), appointments: new Map<AppointmentId, Set<PersonId>>() };

	const there = async ({ client }: TestBackend) => (await client.people.list(EVERYBODY)).rows.map(({ id }) => id);

	const anything = async (pc: TestBackend) => {
		const { client } = pc;
		const visible = await there(pc);
		const [one, other] = [random.pick(visible), random.pick(visible)];
		switch (random.below(9)) {
			case 0:
			case 1:
			case 2:
				return one !== other && client.people.merge({ keepId: one, awayId: other, fromAway: [] });
			case 3: {
				const merged = await client.people.mergedHere({ id: one });
				return merged.length > 0 && client.people.separate({ id: random.pick(merged).id });
			}
			case 4:
			case 5: {
				const { id } = await client.cases.open({ ...caseOf(anna), personId: one });
				await client.cases.addContact({ ...note(), caseId: id, privateNote: null });
				return void madeFor.cases.set(id, one);
			}
			case 6: {
				// Refused for whoever has a case file or an appointment.
				const { code } = await refusalOf(client.people.remove({ id: one }));
				return code === 'none' && random.below(2) === 0 && client.people.restore({ id: one });
			}
			default: {
				const personIds = [...new Set([one, other])];
				const day = addDays(TUESDAY, random.below(20));
				const { ids } = await client.appointments.book({
					...wanted({ anna, fatma: one, rooms }, { personIds, day, reason: 'probeweise' }),
					repeat: null,
				});
				return ids.map((id) => madeFor.appointments.set(id, new Set(personIds)));
			}
		}
	};
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	/** Who has what, as the screens show it. */
	const known = async (pc: TestBackend) => {
		const { client } = pc;
		return Promise.all(
			(await there(pc)).map(async (id) => ({
				...(await client.people.get({ id })),
				updatedAt: 0,
				cases: (await client.cases.ofPerson({ personId: id })).map((row) => row.id).sort(),
				appointments: (await client.appointments.ofPerson({ personId: id })).map((row) => row.id).sort(),
				merged: (await client.people.mergedHere({ id })).map((row) => row.id).sort(),
			})),
		);
	};
	const expectNothingLost = async () => {
		const [seen, seenRight] = [await known(left), await known(right)];
		expect(seenRight).toEqual(seen);
		const of = (what: 'cases' | 'appointments') => [...new Set(seen.flatMap((one) => one[what] as string[]))].sort();
		expect(seen.flatMap(({ cases }) => cases).sort()).toEqual([...madeFor.cases.keys()].sort());
		expect(of('appointments')).toEqual([...madeFor.appointments.keys()].sort());
		for (const id of madeFor.cases.keys()) expect(await right.client.cases.contacts({ caseId: id })).toHaveLength(1);
		return seen;
	};

	for (let round = 0; round < campaign(4, 25); round++) {
		for (let step = 0; step < 8; step++) {
			await anything(random.pick(pcs));
			place.clock.advance(1000);
			if (random.below(5) === 0) await sync(random.pick(pcs));
		}
		await meet();
		await expectNothingLost();
	}

	for (let merged = true; merged; ) {
		const all = (await known(left)).flatMap((one) => one.merged);
		for (const id of all) await left.client.people.separate({ id });
		merged = all.length > 0;
	}
	await meet();
	const apart = await expectNothingLost();
	for (const one of apart) {
		const theirs = [...madeFor.cases].flatMap(([id, owner]) => (owner === one.id ? [id] : []));
		expect(one.cases, 'with whom they were made for').toEqual(theirs.sort());
		// Of one with two people, one PC may have moved one of them and the other PC the other: there the later change counts.
		const booked = [...madeFor.appointments].flatMap(([id, about]) => (about.has(one.id) && about.size === 1 ? [id] : []));
		expect(one.appointments.filter((id) => madeFor.appointments.get(id)?.size === 1)).toEqual(booked.sort());
		expect(one.formerly).toEqual([]);
	}
});
