import { z } from 'zod';

/**
 * What the access log (Zugriffsprotokoll) keeps for administrators: that something was done, by whom, where and when;
 * never in which case file. That stands in the file's own log, for those who read it.
 */
export const AccessKind = z.enum([
	'signed_in',
	'sign_in_failed',
	'turn', // somebody else took over at an open desk
	'case_read',
	'case_printed',
	'case_exported',
	'list_exported',
	'subject_exported', // all about one person, for that person (Art. 15 DSGVO)
	'erased', // a person or borrower, for good; never says of whom
	'day_printed', // a counsellor's day sheet, with names
	'passed_without_release', // something of a case file told to others with a reason, but without the client's release
	'calendar_saved', // a counsellor's appointments as a calendar file, with names
]);
export type AccessKind = z.infer<typeof AccessKind>;

export const AccessEvent = z.object({
	id: z.string(),
	at: z.number(),
	kind: AccessKind,
	/** Null when nobody knows who it was: a sign-in with a name that does not exist. */
	member: z.string().nullable(),
	device: z.string(),
	/** How many records, for exports; for one person, how many passages were blackened; erased ones. */
	count: z.int().nullable(),
});
export type AccessEvent = z.infer<typeof AccessEvent>;
