import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { onConnectionChange } from '#renderer/rpc/connection.ts';
import type { Change } from '#shared/features/records/contract.ts';

/** Cases name their items, loans and borrowers. */
const DAMAGES = [api.maintenance.list.key(), api.maintenance.get.key()];
/** The stage of a file follows from its goals. */
const GOALS = [api.goals.key(), api.cases.list.key(), api.cases.get.key()];
/** Who is taken when, and so what is free. */
const BOOKED = [api.appointments.key(), api.schedule.key(), api.waitingList.key()];
/** Files, appointments and what is to be done name the business that they are about. */
const BUSINESSES = [
	...[api.businesses.key(), api.search.key(), api.cases.list.key(), api.cases.get.key(), api.cases.todos.key()],
	api.appointments.key(),
	api.referrals.key(),
	api.goals.mine.key(),
];
/** Who is in the house, and who came to what. */
const SIGN_INS = [api.signIns.key(), api.attendance.key()];
/** What takes place when. */
const PROGRAMME = [api.offers.key(), api.attendance.key(), api.signIns.key(), ...BOOKED];

/**
 * Keeps the screen true: hears which tables changed (here or on another PC) and fetches again exactly the queries that
 * show them. Drafts are not among them: what somebody is typing is never overwritten from behind.
 */
const SHOWN_BY: Record<string, readonly (readonly unknown[])[]> = {
	decision: [api.decisions.key()],
	person: [
		...[api.people.key(), api.search.key(), api.cases.list.key(), api.cases.get.key(), api.cases.todos.key()],
		api.appointments.key(),
		api.waitingList.key(),
		api.funderData.key(),
		api.businesses.key(),
	],
	// A closed one has no steps in anybody's day.
	case_file: [
		api.cases.key(),
		api.goals.mine.key(),
		api.funderData.key(),
		api.referrals.key(),
		api.applications.due.key(),
		api.people.list.key(),
		api.people.get.key(),
		api.businesses.key(),
		api.search.key(),
	],
	business: BUSINESSES,
	business_site: BUSINESSES,
	business_contact: BUSINESSES,
	document: [api.documents.key()],
	funder_programme: [
		api.funderProgrammes.key(),
		api.funderData.key(),
		api.cases.list.key(),
		api.cases.ofPerson.key(),
		api.cases.ofBusiness.key(),
	],
	funder_terms: [api.funderProgrammes.key(), api.funderData.key()],
	funder_participation: [api.funderData.key()],
	contact: [
		api.funderData.key(),
		api.cases.contacts.key(),
		api.cases.list.key(),
		api.cases.get.key(),
		api.cases.ofPerson.key(),
		api.cases.ofBusiness.key(),
	],
	person_merge: [api.people.key(), api.search.key()],
	person_distinct: [api.people.key()],
	todo: [api.cases.todos.key()],
	template: [api.letters.templates.key()],
	letter: [api.letters.ofCase.key(), api.letters.get.key()],
	application: [api.applications.key()],
	situation: GOALS,
	goal: GOALS,
	goal_action: GOALS,
	case_closing: [api.cases.key()],
	case_reopening: [api.cases.key()],
	item: [...[api.inventory.key(), api.search.key(), api.reservations.key(), api.lending.key(), api.stocktake.key()], ...DAMAGES],
	item_photo: [api.inventory.get.key(), api.inventory.list.key()],
	appointment: BOOKED,
	busy: [...BOOKED, api.offers.doubles.key()],
	absence: BOOKED,
	waiting: [api.waitingList.key()],
	partner: [api.partners.key(), api.consents.releases.key(), api.referrals.key()],
	consent: [api.consents.ofPerson.key(), api.consents.ofBusiness.key()],
	// What is released decides what may be sent.
	confidentiality_release: [api.consents.releases.key(), api.referrals.key()],
	referral: [api.referrals.key()],
	case_access: [api.cases.accesses.key()],
	access_event: [api.accessLog.key()],
	device_status: [api.devices.key(), api.share.devices.key()],
	backup_report: [api.share.care.key()],
	site_profile: [api.site.status.key()],
	room: [api.rooms.key(), api.offers.key(), ...BOOKED],
	offer: PROGRAMME,
	session_change: PROGRAMME,
	attendance: [api.attendance.key()],
	opening_hours: [...PROGRAMME, api.site.openingHours.key(), api.lending.key(), api.reservations.key()],
	session_helper: PROGRAMME,
	duty: [api.rota.key()],
	borrower: [
		...[api.borrowers.key(), api.people.borrower.key(), api.lending.key(), api.search.key(), api.reservations.key()],
		api.signIns.key(),
		...DAMAGES,
		api.repairs.key(),
	],
	loan: [...[api.lending.key(), api.borrowers.key(), api.reservations.key(), api.stocktake.key()], ...DAMAGES],
	loan_line: [
		api.repairs.tools.key(),
		api.people.borrower.key(),
		api.lending.key(),
		api.borrowers.key(),
		api.reservations.key(),
		api.stocktake.key(),
	],
	reservation: [api.reservations.key(), api.lending.scan.key()],
	hold: [api.reservations.key(), api.lending.scan.key()],
	deposit_entry: [api.lending.key()],
	reminder: [api.lending.reminders.key()],
	damage: [...DAMAGES, api.lending.accounts.key()],
	item_manual: [api.maintenance.manualFacts.key(), api.maintenance.manual.key()],
	repair: [api.repairs.key(), api.search.key()],
	repair_visitor: [api.repairs.key(), api.search.key()],
	repair_helper: [api.repairs.key()],
	repair_loan: [api.repairs.tools.key()],
	waiver_text: [api.repairs.waiver.key(), api.repairs.waivers.key()],
	stocktake: [api.stocktake.key()],
	stocktake_scan: [api.stocktake.key()],
	stocktake_action: [api.stocktake.key()],
	sign_in: SIGN_INS,
	sign_in_visitor: SIGN_INS,
	sign_in_rules: [api.signIns.key()],
	lending_rules: [api.lending.key(), api.reservations.key()],
	retention_rules: [api.privacy.rules.key(), api.privacy.due.key(), api.privacy.dueBorrowers.key()],
	erasure_exclusion: [api.privacy.due.key(), api.privacy.preview.key()],
	erasure: [api.privacy.erased.key(), api.privacy.copies.key(), api.privacy.due.key()],
	borrower_erasure: [api.privacy.erasedBorrowers.key(), api.privacy.copiesOfBorrowers.key(), api.privacy.dueBorrowers.key()],
	imported_repair: [api.openRepairData.key()],
	open_repair_settings: [api.openRepairData.key()],
};

/** Follows the changes until `signal` is aborted. Ends by itself when the session does. */
export async function followChanges(signal: AbortSignal): Promise<void> {
	const stopWatching = onConnectionChange(() => void queryClient.invalidateQueries());
	signal.addEventListener('abort', stopWatching, { once: true });
	while (!signal.aborted) {
		try {
			for await (const change of await client.records.changes(undefined, { signal })) apply(change);
		} catch {
			// The stream broke: with the session (the status says so) or with the connection (it waits and comes back).
		}
		if (signal.aborted) return;
		await queryClient.invalidateQueries({ queryKey: api.site.status.key() });
		await pause(1000, signal);
	}
}

function apply(change: Change): void {
	const keys =
		change.kind === 'session'
			? // Also when the ledger changed: who belongs to the site, with which names, on which devices.
				[
					api.site.key(),
					api.members.key(),
					api.devices.key(),
					api.share.devices.key(),
					api.kiosk.key(),
					api.cases.list.key(),
					api.appointments.key(),
					api.schedule.key(),
				]
			: change.kind === 'share'
				? [api.share.key(), api.signIns.building.key()]
				: change.kind === 'share_work'
					? [api.share.status.key()]
					: change.tables.flatMap((table) => SHOWN_BY[table] ?? []);
	// Decisions name records of every table and what they belong to.
	if (change.kind === 'records') keys.push(api.records.history.key(), api.decisions.list.key());
	for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true },
		);
	});
}
