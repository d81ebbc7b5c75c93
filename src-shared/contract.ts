import { accessLog } from '#shared/features/access-log/contract.ts';
import { applications } from '#shared/features/applications/contract.ts';
import { appointments } from '#shared/features/appointments/contract.ts';
import { attendance } from '#shared/features/attendance/contract.ts';
import { borrowers } from '#shared/features/borrowers/contract.ts';
import { businesses } from '#shared/features/businesses/contract.ts';
import { cases } from '#shared/features/cases/contract.ts';
import { consents } from '#shared/features/consents/contract.ts';
import { decisions } from '#shared/features/decisions/contract.ts';
import { devices } from '#shared/features/devices/contract.ts';
import { documents } from '#shared/features/documents/contract.ts';
import { funderData } from '#shared/features/funder-data/contract.ts';
import { funderProgrammes } from '#shared/features/funder-programmes/contract.ts';
import { goals } from '#shared/features/goals/contract.ts';
import { inventory } from '#shared/features/inventory/contract.ts';
import { kiosk } from '#shared/features/kiosk/contract.ts';
import { lending } from '#shared/features/lending/contract.ts';
import { letters } from '#shared/features/letters/contract.ts';
import { maintenance } from '#shared/features/maintenance/contract.ts';
import { members } from '#shared/features/members/contract.ts';
import { offers } from '#shared/features/offers/contract.ts';
import { openRepairData } from '#shared/features/open-repair-data/contract.ts';
import { partners } from '#shared/features/partners/contract.ts';
import { people } from '#shared/features/people/contract.ts';
import { privacy } from '#shared/features/privacy/contract.ts';
import { records } from '#shared/features/records/contract.ts';
import { referrals } from '#shared/features/referrals/contract.ts';
import { repairs } from '#shared/features/repairs/contract.ts';
import { reservations } from '#shared/features/reservations/contract.ts';
import { rooms } from '#shared/features/rooms/contract.ts';
import { rota } from '#shared/features/rota/contract.ts';
import { schedule } from '#shared/features/schedule/contract.ts';
import { search } from '#shared/features/search/contract.ts';
import { share } from '#shared/features/share/contract.ts';
import { signIns } from '#shared/features/sign-ins/contract.ts';
import { site } from '#shared/features/site/contract.ts';
import { stocktake } from '#shared/features/stocktake/contract.ts';
import { subjectAccess } from '#shared/features/subject-access/contract.ts';
import { waitingList } from '#shared/features/waiting-list/contract.ts';

/** All procedures of the backend, by feature. The renderer knows nothing else of it. */
export const contract = {
	site,
	members,
	devices,
	accessLog,
	people,
	businesses,
	cases,
	letters,
	applications,
	consents,
	goals,
	documents,
	funderData,
	funderProgrammes,
	appointments,
	attendance,
	schedule,
	inventory,
	kiosk,
	borrowers,
	lending,
	maintenance,
	offers,
	openRepairData,
	partners,
	decisions,
	privacy,
	records,
	referrals,
	repairs,
	reservations,
	rooms,
	rota,
	search,
	share,
	signIns,
	stocktake,
	subjectAccess,
	waitingList,
};
export type Contract = typeof contract;
