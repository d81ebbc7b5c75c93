import type { ClosingFields } from '#shared/features/cases/closing.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { add } from './newcomer.ts';
import { caseOf, joinSite, newSite, office, person, sync } from './office.ts';
import type { TestBackend } from './test-backend.ts';

/** A counsellor's PC with a case file, and two colleagues. The clock stands on 2026-03-09. */
export async function caseDesk() {
	const place = office();
	const a = await place.pc('Tresen');
	const { member: anna } = await newSite(a);
	const berta = await add(a, 'Berta', ['counsellor']);
	const carl = await add(a, 'Carl', ['counsellor']);
	return { place, a, anna, berta, carl, caseId: await openCase(a, anna) };
}

/** The same with a second PC of the same counsellor, which knows all of it. */
export async function caseOffice() {
	const desk = await caseDesk();
	const { place, a } = desk;
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	await sync(a);
	return { ...desk, b };
}

/** Of a person of its own. */
export async function openCase({ client }: TestBackend, ownerId: MemberId, deputyIds: MemberId[] = []): Promise<CaseId> {
	const { id: personId } = await client.people.create(person());
	return (await client.cases.open({ ...caseOf(ownerId, { deputyIds }), personId })).id;
}

/** How a file is closed that has neither goals nor a situation. */
export const CLOSING: ClosingFields = {
	closedOn: '2026-03-09' as LocalDate,
	...{ reason: 'goals_reached', reasonWords: null, outcome: 'work', outcomeWords: null, summary: 'Hat Arbeit gefunden.' },
	missingBecause: null,
};

/** What a case file can be paid from. */
export const PROGRAMME = {
	...{ name: 'Ankommen', regime: 'esf_plus_2021' as const, startsOn: '2025-01-01' as LocalDate },
	...{ endsOn: null, grantNoticeOn: null, keepUntil: null },
} as const;

/** What `from` wrote arrives at `to`, and the other way round. */
export async function meet(a: TestBackend, b: TestBackend): Promise<void> {
	await sync(a);
	await sync(b);
	await sync(a);
}
