import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { createChoices } from './choices.ts';
import type { createDayPrint } from './day-print.ts';
import type { AppointmentRefusal, AppointmentService } from './service.ts';
import type { SlotFinder } from './slots.ts';

interface Services {
	readonly appointments: AppointmentService;
	readonly choices: ReturnType<typeof createChoices>;
	readonly slots: SlotFinder;
	readonly noteDayPrint: ReturnType<typeof createDayPrint>;
}

/** Maps the contract's procedures to the services. */
export function appointmentsRouter({ signedIn }: Procedures, { appointments, choices, slots, noteDayPrint }: Services) {
	const os = signedIn.appointments;
	return {
		choices: os.choices.handler(({ context }) => choices(context.session)),
		list: os.list.handler(({ input, context }) => appointments.list(context.session, input.from, input.until)),
		notePrint: os.notePrint.handler(({ input, context }) => noteDayPrint(context.session, input.day)),
		ofPerson: os.ofPerson.handler(({ input, context }) => appointments.ofPerson(context.session, input.personId)),
		ofBusiness: os.ofBusiness.handler(({ input, context }) => appointments.ofBusiness(context.session, input.businessId)),
		ofCase: os.ofCase.handler(({ input, context }) => appointments.ofCase(context.session, input.caseId)),
		backlog: os.backlog.handler(({ input, context }) => appointments.backlog(context.session, input.counsellorId)),
		check: os.check.handler(({ input: { repeat, except, ...wanted }, context }) =>
			answerOf(appointments.check(context.session, wanted, repeat, except)),
		),
		book: os.book.handler(({ input: { repeat, ...fields }, context }) =>
			answerOf(appointments.book(context.session, fields, repeat)),
		),
		change: os.change.handler(({ input, context }) => ({
			changed: answerOf(appointments.change(context.session, input.id, input.scope, input.changes)),
		})),
		setState: os.setState.handler(({ input, context }) =>
			answerOf(appointments.setState(context.session, input.id, input.state)),
		),
		remove: os.remove.handler(({ input, context }) => ({
			removed: answerOf(appointments.remove(context.session, input.id, input.scope)),
		})),
		restore: os.restore.handler(({ input, context }) => answerOf(appointments.restore(context.session, input.ids))),
		freeSlots: os.freeSlots.handler(({ input, context }) => slots.next(context.session, input)),
		doubles: os.doubles.handler(({ context }) => appointments.doubles(context.session)),
		keepDouble: os.keepDouble.handler(({ input, context, errors }) => {
			const kept = appointments.keepDouble(context.session, input.ids);
			if (!kept.ok) throw kept.error === 'closed' ? errors.CLOSED() : errors.OUTDATED();
		}),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, AppointmentRefusal>): T {
	if (result.ok) return result.value;
	const { error } = result;
	if (error.refused === 'invalid') throw new ORPCError('INVALID', { status: 400, data: { what: error.what } });
	if (error.refused === 'conflicts') throw new ORPCError('CONFLICTS', { status: 409, data: { conflicts: error.conflicts } });
	if (error.refused === 'closed') throw new ORPCError('CLOSED', { status: 409 });
	return notFound();
}
