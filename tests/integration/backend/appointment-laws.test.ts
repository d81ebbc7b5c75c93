import { expect, it } from 'vitest';
import { isFreed } from '#shared/features/appointments/model.ts';
import type { AppointmentId } from '#shared/kernel/ids.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';
import { type Book, clients, room, SPRING, TUESDAY, wanted } from '#tests/support/appointment-book.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { joinSite, newSite, office, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

/**
 * Two PCs do anything to appointments, now together, now apart. Once they have met, both know the same, and the office
 * vault says of each appointment that takes its time exactly what it takes, and nothing of any other.
 */

it('whatever two PCs do, the shadows end up being what the appointments say', async () => {
	const random = seededRandom(printedSeed('appointments'));
	const number = (below: number) => (random.bytes(1)[0] ?? 0) % below;
	const place = office();
	const left = await place.pc('Büro links');
	const { member } = await newSite(left);
	const at = await clients(left, member);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro rechts');
	await joinSite(right, place.share);
	await sync(right);
	const pcs: Book[] = [at, { ...at, ...right }];

	const anything = async (pc: Book) => {
		const { client } = pc;
		const list = await client.appointments.list(SPRING);
		const one = list[number(Math.max(list.length, 1))];
		const begins = 9 * 60 + number(8) * 60;
		const taking = {
			...{ day: addDays(TUESDAY, number(4)), from: wallTimeAt(begins), until: wallTimeAt(begins + 45) },
			...{ roomId: number(3) === 0 ? null : room(at, number(2) + 1), reason: 'probeweise' },
		};
		const scope = (['this', 'following', 'planned'] as const)[number(3)] ?? 'this';
		switch (one ? number(7) : 0) {
			case 0:
				return client.appointments.book({ ...wanted(pc, taking), repeat: number(3) === 0 ? { every: 'week', times: 3 } : null });
			case 1:
			case 2:
				return one && client.appointments.change({ id: one.id, scope, changes: taking });
			case 3:
			case 4:
				return (
					one &&
					client.appointments.setState({
						id: one.id,
						state: (['planned', 'arrived', 'attended', 'excused', 'no_show', 'cancelled_by_us'] as const)[number(6)] ?? 'planned',
					})
				);
			case 5: {
				const gone = one && (await client.appointments.remove({ id: one.id, scope }));
				return gone && number(2) === 0 ? client.appointments.restore({ ids: gone.removed }) : undefined;
			}
			default: {
				const [double] = await client.appointments.doubles();
				return double && client.appointments.keepDouble({ ids: double.appointments.map(({ id }) => id) });
			}
		}
	};
	const told = async ({ client }: Book) => ({
		appointments: await client.appointments.list(SPRING),
		busy: (await client.schedule.busy(SPRING)).map(({ id, day, from, until, roomId }) => ({ id, day, from, until, roomId })),
		doubles: (await client.appointments.doubles()).map(({ appointments }) => appointments.map(({ id }) => id)),
		shadowDoubles: (await client.schedule.doubles()).map(({ busy }) => busy.map(({ id }): AppointmentId => id)),
	});

	for (let round = 0; round < campaign(4, 20); round++) {
		for (let step = 0; step < 6; step++) {
			const pc = pcs[number(2)];
			if (pc) await anything(pc);
			if (pc && number(4) === 0) await sync(pc);
		}
		// What arrives can be the reason for a repair, which has to arrive in turn.
		for (let meeting = 0; meeting < 4; meeting++) for (const pc of pcs) await sync(pc);
		// It is settled then, and nobody goes on repairing what the other repaired.
		for (const pc of pcs) await sync(pc);
		const [first, second] = await Promise.all(pcs.map(told));
		expect(second).toEqual(first);
		const taking = first?.appointments.filter(({ state }) => !isFreed(state));
		expect(first?.busy).toEqual(taking?.map(({ id, day, from, until, roomId }) => ({ id, day, from, until, roomId })));
		expect(first?.shadowDoubles).toEqual(first?.doubles);
	}
}, 240_000);
