import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { AttendanceService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function attendanceRouter({ signedIn }: Procedures, attendance: AttendanceService, now: () => number) {
	const os = signedIn.attendance;
	return {
		ofSession: os.ofSession.handler(({ input, context }) => attendance.ofSession(context.session, input) ?? notFound()),
		ofOffer: os.ofOffer.handler(({ input, context }) => attendance.ofOffer(context.session, input.offerId) ?? notFound()),
		ofDay: os.ofDay.handler(({ input, context }) => attendance.ofDay(context.session, input.day)),
		mark: os.mark.handler(({ input, context, errors }) => {
			const marked = attendance.mark(context.session, input, input);
			if (marked.ok) return marked.value;
			if (marked.error === 'not_yet') throw errors.NOT_YET();
			if (marked.error === 'not_on') throw errors.NOT_ON();
			return notFound();
		}),
		unmark: os.unmark.handler(({ input, context }) => {
			if (!attendance.unmark(context.session, input.ids)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!attendance.restore(context.session, input.ids)) notFound();
		}),
		exportCsv: os.exportCsv.handler(({ input, context }) => {
			const text = attendance.exportCsv(context.session, input.offerId) ?? notFound();
			return { fileName: `Anwesenheit ${localDateOf(now())}.csv`, text };
		}),
	};
}
