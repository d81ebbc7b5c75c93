import { z } from 'zod';
import { ContactTopic } from '#shared/features/cases/model.ts';
import { BusinessId, CaseId, ConsentId, PartnerId, PersonId, ReleaseId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, LocalDate as LocalDateSchema } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Consents (Einwilligungen) of a person, or of whoever speaks for a business, one for each purpose, and releases from confidentiality
 * (Schweigepflichtentbindungen, § 203 StGB) in a case: to whom, about what, for how long. Both can be withdrawn at any
 * time. They lie in the counselling vault.
 */

export const ConsentPurpose = z.enum(['counselling', 'statistics', 'messenger', 'email', 'photos', 'kiosk']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** What whoever speaks for a business is asked: nobody counts them, and they sign in at no screen. */
export const PURPOSES_OF_BUSINESS: readonly ConsentPurpose[] = ['counselling', 'messenger', 'email', 'photos'];

/** How it was said. */
export const ConsentForm = z.enum(['written', 'oral', 'electronic']);
export type ConsentForm = z.infer<typeof ConsentForm>;

/** What is kept of any paper that somebody agreed to. */
const agreement = {
	/** Which wording, as printed at its foot; see form-texts.ts. */
	textVersion: requiredText(20),
	/** In which language it was explained: ISO 639. */
	language: z.string().regex(/^[a-z]{2,3}$/),
	form: ConsentForm,
	/** Where the paper is, or who was there when it was said. */
	evidence: optionalText(300),
};

export const ConsentFields = z.object({
	/** Whose it is: one of the two, the other is null. */
	personId: PersonId.nullable(),
	businessId: BusinessId.nullable(),
	purpose: ConsentPurpose,
	/** Asked and refused is not the same as never asked. */
	decision: z.enum(['given', 'refused']),
	decidedOn: LocalDateSchema,
	...agreement,
});
export type ConsentFields = z.infer<typeof ConsentFields>;

export const Consent = ConsentFields.extend({ id: ConsentId, withdrawnOn: LocalDateSchema.nullable() });
export type Consent = z.infer<typeof Consent>;

/** What may be talked about: what somebody is reached by, their residence, and what contacts are about. */
export const ReleaseTopic = z.enum(['contact_details', 'residence', ...ContactTopic.options]);
export type ReleaseTopic = z.infer<typeof ReleaseTopic>;

/** An organisation of the partner directory, or somebody who is not in it. */
export const Recipient = z.union([
	z.object({ partnerId: PartnerId }),
	z.object({
		name: requiredText(160),
		/** Lines of the address. */
		address: z
			.string()
			.max(400)
			.transform((value) => value.normalize('NFC').trim() || null)
			.nullable(),
	}),
]);
export type Recipient = z.infer<typeof Recipient>;

export const ReleaseFields = z.object({
	recipient: Recipient,
	topics: z.array(ReleaseTopic).min(1).max(ReleaseTopic.options.length),
	/** What for, in the words of the form. */
	purpose: requiredText(300),
	givenOn: LocalDateSchema,
	validFrom: LocalDateSchema,
	/** The last day. */
	validUntil: LocalDateSchema,
	...agreement,
});
export type ReleaseFields = z.infer<typeof ReleaseFields>;

export const Release = ReleaseFields.extend({
	id: ReleaseId,
	caseId: CaseId,
	/** Of the partner, or as it was entered. */
	recipientName: z.string(),
	withdrawnOn: LocalDateSchema.nullable(),
});
export type Release = z.infer<typeof Release>;

/** Without another wish a release ends twelve months after it was given: the day before the same day of the next year. */
export function usualEnd(givenOn: LocalDate): LocalDate {
	const [year = 0, month = 1, day = 1] = givenOn.split('-').map(Number);
	// Given on 29 February it ends on the 28th of the next.
	return addDays(new Date(Date.UTC(year + 1, month - 1, day)).toISOString().slice(0, 10) as LocalDate, -1);
}

/** From so many days before its end somebody is reminded. */
export const REMINDED_DAYS = 30;
