import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound, refusing } from '../../refuse.ts';
import type { KioskEnrolment } from './enrolment.ts';
import type { KioskService, SpoolRefusal } from './service.ts';

/** Maps the contract's procedures to the services. */
export function kioskRouter({ open, signedIn }: Procedures, kiosk: KioskService, enrolment: KioskEnrolment) {
	const os = open.kiosk;
	const own = signedIn.kiosk;
	const spooled = (result: Result<void, SpoolRefusal>, errors: { NOT_A_KIOSK(): Error; DISK_FULL(): Error }): void => {
		if (result.ok) return;
		throw result.error === 'disk_full' ? errors.DISK_FULL() : errors.NOT_A_KIOSK();
	};
	return {
		mode: os.mode.handler(() => kiosk.mode()),
		day: os.day.handler(() => kiosk.day()),
		signIn: os.signIn.handler(({ input: { entry, ...signIn }, errors }) => spooled(kiosk.signIn(entry, signIn), errors)),
		signOut: os.signOut.handler(({ input: { entry, ...signOut }, errors }) => spooled(kiosk.signOut(entry, signOut), errors)),
		enter: own.enter.handler(({ context, errors }) => {
			if (!kiosk.enter(context.session).ok) throw errors.NOT_ENROLLED();
		}),
		leave: os.leave.handler(async ({ input, errors }) => {
			const left = await kiosk.leave(input.signInName, input.passphrase);
			if (left.ok) return;
			if (left.error.kind === 'wrong_passphrase') throw errors.WRONG_PASSPHRASE({ data: { waitMs: left.error.waitMs } });
			throw errors.NOT_A_KIOSK();
		}),
		setUp: os.setUp.handler(async ({ input, errors }) => {
			const done = await refusing(kiosk.setUp(input));
			if (done.ok) return;
			switch (done.error.kind) {
				case 'already_a_site':
					throw errors.ALREADY_A_SITE();
				case 'wrong_passphrase':
					throw errors.WRONG_PASSPHRASE({ data: { waitMs: done.error.waitMs } });
				case 'removed':
					throw errors.REMOVED({ data: { what: done.error.what, at: done.error.at } });
			}
		}),
		resume: os.resume.handler(({ errors }) => {
			if (!kiosk.resume()) throw errors.NOT_A_KIOSK();
		}),
		dismantle: os.dismantle.handler(({ errors }) => {
			if (!kiosk.dismantle()) throw errors.NOT_A_KIOSK();
		}),
		list: own.list.handler(({ context }) => enrolment.list(context.session)),
		here: own.here.handler(({ context }) => enrolment.here(context.session)),
		enrol: own.enrol.handler(async ({ input, context, errors }) => {
			const enrolled = await refusing(enrolment.enrol(context.session, input.name));
			if (enrolled.ok) return;
			throw enrolled.error === 'enrolled' ? errors.ENROLLED() : errors.NAME_TAKEN();
		}),
		approve: own.approve.handler(async ({ input, context, errors }) => {
			const approved = await refusing(enrolment.approve(context.session, input.id, input.fingerprint));
			if (approved.ok) return;
			if (approved.error === 'other_fingerprint') throw errors.OTHER_FINGERPRINT();
			notFound();
		}),
		remove: own.remove.handler(async ({ input, context }) => {
			if (!(await refusing(enrolment.remove(context.session, input.id))).ok) notFound();
		}),
		rename: own.rename.handler(async ({ input, context, errors }) => {
			const renamed = await refusing(enrolment.rename(context.session, input.id, input.name));
			if (renamed.ok) return;
			if (renamed.error === 'name_taken') throw errors.NAME_TAKEN();
			notFound();
		}),
	};
}
