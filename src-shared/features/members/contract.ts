import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { FOLDER_ERRORS, Member, NewPassphrase, Passphrase, WRONG_PASSPHRASE } from './model.ts';

export const members = {
	/** Opens the vaults of this member on this device. */
	signIn: procedure
		.input(z.object({ signInName: z.string().max(200), passphrase: Passphrase }))
		.output(z.object({ member: Member }))
		.errors({ ...WRONG_PASSPHRASE, ...FOLDER_ERRORS }),
	/** Closes the vaults and forgets the keys. Calling it while locked is fine. */
	lock: procedure.output(z.void()),
	changePassphrase: procedure
		.input(z.object({ current: Passphrase, next: NewPassphrase }))
		.output(z.void())
		.errors(WRONG_PASSPHRASE),
	list: procedure.output(z.array(Member)),
};
