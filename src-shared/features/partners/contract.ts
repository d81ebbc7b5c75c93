import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { PartnerId } from '#shared/kernel/ids.ts';
import { Partner, PartnerFields } from './model.ts';

export const partners = {
	/** By name, as people sort; retired ones too. */
	list: procedure.output(z.array(Partner)),
	create: procedure.input(PartnerFields).output(z.object({ id: PartnerId })),
	update: procedure.input(z.object({ id: PartnerId, changes: PartnerFields.partial() })).output(z.void()),
	/** Undo is `restore`. Referrals and releases go on naming it. */
	remove: procedure.input(z.object({ id: PartnerId })).output(z.void()),
	restore: procedure.input(z.object({ id: PartnerId })).output(z.void()),
};
