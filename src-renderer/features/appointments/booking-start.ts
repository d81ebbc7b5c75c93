import type { Appointment, AppointmentKind } from '#shared/features/appointments/model.ts';
import type { BusinessId, CaseId, MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** What is known already when the dialog for an appointment opens; with `appointment` that one is changed. */
export interface Start {
	readonly personId?: PersonId | null;
	readonly businessId?: BusinessId | null;
	readonly caseId?: CaseId | null;
	readonly day?: LocalDate | null;
	readonly appointment?: Appointment | null;
	/** Of a new one; without it, counselling. */
	readonly kind?: AppointmentKind;
	/** Where it was dropped or drawn in the calendar, on `day`. Without an end it takes the usual time. */
	readonly place?: {
		readonly from: WallTime;
		readonly until: WallTime | null;
		readonly roomId?: RoomId | null;
		readonly counsellorIds?: readonly MemberId[];
	} | null;
}
