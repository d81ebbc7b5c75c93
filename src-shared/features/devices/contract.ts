import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { SHARE_ERRORS } from '#shared/features/share/model.ts';
import { ShortText } from '#shared/features/site/model.ts';
import { DeviceId } from '#shared/kernel/ids.ts';
import { Device, Fingerprint } from './model.ts';

export const devices = {
	list: procedure.output(z.array(Device)),
	/** `fingerprint`: as compared with the other screen; it must be this device's. */
	approve: procedure
		.input(z.object({ id: DeviceId, fingerprint: Fingerprint }))
		.output(z.void())
		.errors({ OTHER_FINGERPRINT: { status: 409 }, ...SHARE_ERRORS }),
	/** A stolen or given-away PC, or a request nobody knows. What it wrote before stays. */
	remove: procedure
		.input(z.object({ id: DeviceId }))
		.output(z.void())
		.errors({ /** Not from itself. */ THIS_DEVICE: { status: 409 }, ...SHARE_ERRORS }),
	rename: procedure
		.input(z.object({ id: DeviceId, name: ShortText }))
		.output(z.void())
		.errors({ /** Another device of the site is called so. */ NAME_TAKEN: { status: 409 }, ...SHARE_ERRORS }),
};
