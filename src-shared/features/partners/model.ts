import { z } from 'zod';
import { PartnerId } from '#shared/kernel/ids.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Partners: the organisations that the office works with and refers people to. The office's own address list; nothing
 * in it is about a client.
 */

export const PartnerKind = z.enum([
	'job_centre',
	'authority',
	'migration_counselling',
	'debt_counselling',
	'addiction_counselling',
	'social_counselling',
	'housing_help',
	'day_care',
	'school',
	'education_provider',
	'employer',
	'medical',
	'other',
]);
export type PartnerKind = z.infer<typeof PartnerKind>;

export const PartnerContact = z.object({
	name: requiredText(120),
	/** What they are there for: `Fallmanagement`, `Anmeldung`. */
	task: optionalText(120),
	phone: optionalText(40),
	email: optionalText(200),
});
export type PartnerContact = z.infer<typeof PartnerContact>;

export const PartnerFields = z.object({
	name: requiredText(160),
	kind: PartnerKind,
	/** Between name and street on an envelope: a department, a building. */
	addressExtra: optionalText(120),
	street: optionalText(160),
	postcode: optionalText(12),
	city: optionalText(80),
	/** As it stands on paper. */
	phone: optionalText(40),
	email: z.email().max(200).nullable(),
	website: optionalText(200),
	contacts: z.array(PartnerContact).max(12),
	/** When somebody is there, in words. */
	opening: optionalText(300),
	/** What they do, what to bring, what to know. */
	note: optionalText(2000),
	/** Does not exist any more, or nobody is sent there: still named where they were, not offered any more. */
	isRetired: z.boolean(),
});
export type PartnerFields = z.infer<typeof PartnerFields>;

export const Partner = PartnerFields.extend({ id: PartnerId });
export type Partner = z.infer<typeof Partner>;

export const EMPTY_PARTNER: Omit<PartnerFields, 'name'> = {
	kind: 'other',
	addressExtra: null,
	street: null,
	postcode: null,
	city: null,
	phone: null,
	email: null,
	website: null,
	contacts: [],
	opening: null,
	note: null,
	isRetired: false,
};
