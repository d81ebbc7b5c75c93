import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { attendanceKind } from '#main/features/attendance/records.ts';
import { createAttendanceService } from '#main/features/attendance/service.ts';
import type { Change } from '#main/records/store.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { Session } from '#main/vaults/session.ts';
import { nameKey } from '#shared/features/attendance/model.ts';
import type { Session as OfferSession } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type SmallOffice, smallOffice } from '#tests/support/small-office.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

/** Roll calls of one session on two devices that hear of each other now and then. */

const NAMES = ['Anna K.', 'anna k', 'Anna K. (2)', 'Müller', 'MUELLER', 'Cem', '???'];

function deskOf(office: SmallOffice) {
	const { id, folder, deps } = office.device();
	const path = folder.vaultPath('office');
	const vault = openVault('office', path, newFileKey(office.random), id, { ...deps, kinds: [attendanceKind] }, true);
	onTestFinished(() => vault.close());
	const session = { acting: office.author, vault: () => vault } as unknown as Session;
	const ownChanges = vault.file.prepare<
		[string, number],
		Omit<Change, 'tableName' | 'recordId'> & { table_name: string; record_id: string; position: number }
	>('SELECT * FROM change WHERE device = ? AND position > ? ORDER BY position');
	let told = 0;
	return {
		...{ session, vault },
		/** What the other device has not heard yet. */
		news(): Change[] {
			return ownChanges.all(id, told).map(({ position, table_name, record_id, ...change }) => {
				told = position;
				return { ...change, tableName: table_name, recordId: record_id, payload: new Uint8Array(change.payload) };
			});
		},
	};
}

const step = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			what: fc.constant('mark' as const),
			at: fc.integer({ min: 0, max: 1 }),
			names: fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }),
			anonymous: fc.integer({ min: 0, max: 3 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('meet' as const) }) },
);

it('is the union of the names and the sum of those without, whatever the order', async () => {
	const office = await smallOffice();
	const desks = [deskOf(office), deskOf(office)] as const;
	const service = createAttendanceService({
		ids: { next: office.nextId },
		clock: office.clock,
		sessionOn: (_, { ruleDay }) => ({ day: ruleDay, state: 'on' }) as OfferSession,
		sessions: () => [],
		offerExists: () => true,
		partsOf: (_, offerId) => [offerId],
	});
	const meet = () => {
		const [left, right] = desks.map((desk) => desk.news());
		desks[0].vault.store.applyRemote(right ?? [], () => {});
		desks[1].vault.store.applyRemote(left ?? [], () => {});
	};
	const offerId = office.nextId() as OfferId;
	let ruleDay = '2000-01-01' as LocalDate;
	fc.assert(
		fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
			ruleDay = addDays(ruleDay, 1);
			const of = { offerId, ruleDay };
			const seen = new Set<string>();
			let nameless = 0;
			for (const one of steps) {
				if (one.what === 'meet') {
					meet();
					continue;
				}
				office.clock.advance(7);
				const names = one.names.map((name, line) => ({ name, line: line + 1 }));
				const { session } = one.at === 0 ? desks[0] : desks[1];
				const before = service.ofSession(session, of)?.present.length ?? 0;
				const marked = service.mark(session, of, { via: 'sheet', names, anonymous: one.anonymous });
				if (!marked.ok) throw new Error(marked.error);
				// Each that was given is either new or was there.
				expect(marked.value.ids.length + marked.value.already.length).toBe(names.length + one.anonymous);
				expect(service.ofSession(session, of)?.present.length).toBe(before + marked.value.ids.length);
				for (const name of one.names) seen.add(nameKey(name));
				nameless += one.anonymous;
			}
			meet();
			for (const { session } of desks) {
				const present = service.ofSession(session, of)?.present ?? [];
				const named = present.flatMap(({ name }) => (name === null ? [] : nameKey(name)));
				expect(new Set(named)).toEqual(seen);
				expect(named).toHaveLength(seen.size);
				expect(present).toHaveLength(seen.size + nameless);
			}
			const [here, there] = desks.map(({ vault }) => contentsOf(vault.file, ['attendance']));
			expect(there).toBe(here);
		}),
		{ seed: printedSeed('attendance merging'), numRuns: campaign(40, 400) },
	);
}, 120_000);
