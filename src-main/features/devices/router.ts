import type { Procedures } from '../../access.ts';
import { notFound, refusing } from '../../refuse.ts';
import type { DeviceService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function devicesRouter({ signedIn }: Procedures, devices: DeviceService) {
	const os = signedIn.devices;
	return {
		list: os.list.handler(({ context }) => devices.list(context.session)),
		approve: os.approve.handler(async ({ input, context, errors }) => {
			const approved = await refusing(devices.approve(context.session, input.id, input.fingerprint));
			if (approved.ok) return;
			if (approved.error === 'other_fingerprint') throw errors.OTHER_FINGERPRINT();
			notFound();
		}),
		remove: os.remove.handler(async ({ input, context, errors }) => {
			const removed = await refusing(devices.remove(context.session, input.id));
			if (removed.ok) return;
			if (removed.error === 'this_device') throw errors.THIS_DEVICE();
			notFound();
		}),
		rename: os.rename.handler(async ({ input, context, errors }) => {
			const renamed = await refusing(devices.rename(context.session, input.id, input.name));
			if (renamed.ok) return;
			if (renamed.error === 'name_taken') throw errors.NAME_TAKEN();
			notFound();
		}),
	};
}
