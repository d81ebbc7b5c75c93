import type { Procedures } from '../../access.ts';
import { noAccess, notFound } from '../../refuse.ts';
import type { CalendarService } from './calendars.ts';
import type { ScheduleService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function scheduleRouter({ signedIn }: Procedures, schedule: ScheduleService, calendars: CalendarService) {
	const os = signedIn.schedule;
	return {
		busy: os.busy.handler(({ input, context }) => schedule.busy(context.session, input.from, input.until)),
		absences: os.absences.handler(({ input, context }) => schedule.absences(context.session, input.from, input.until)),
		addAbsence: os.addAbsence.handler(({ input, context, errors }) => {
			const added = schedule.addAbsence(context.session, input);
			if (added.ok) return { id: added.value };
			if (added.error === 'impossible_date') throw errors.IMPOSSIBLE_DATE();
			return added.error === 'no_access' ? noAccess() : notFound();
		}),
		changeAbsence: os.changeAbsence.handler(({ input, context, errors }) => {
			const changed = schedule.changeAbsence(context.session, input.id, input.changes);
			if (changed.ok) return;
			if (changed.error === 'impossible_date') throw errors.IMPOSSIBLE_DATE();
			changed.error === 'no_access' ? noAccess() : notFound();
		}),
		removeAbsence: os.removeAbsence.handler(({ input, context }) => {
			const removed = schedule.removeAbsence(context.session, input.id);
			if (!removed.ok) removed.error === 'no_access' ? noAccess() : notFound();
		}),
		restoreAbsence: os.restoreAbsence.handler(({ input, context }) => {
			const restored = schedule.restoreAbsence(context.session, input.id);
			if (!restored.ok) restored.error === 'no_access' ? noAccess() : notFound();
		}),
		toMove: os.toMove.handler(({ input, context }) => schedule.toMove(context.session, input.id) ?? notFound()),
		exportIcs: os.exportIcs.handler(({ input, context }) => calendars.write(context.session, input.of) ?? noAccess()),
		readClosures: os.readClosures.handler(({ input, context, errors }) => {
			const found = calendars.read(context.session, input.text);
			if (found.ok) return found.value;
			throw found.error === 'too_large' ? errors.TOO_LARGE() : errors.NOT_A_CALENDAR();
		}),
		doubles: os.doubles.handler(({ context }) => schedule.doubles(context.session)),
	};
}
