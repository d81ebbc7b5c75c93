import { z } from 'zod';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';

/**
 * Access for the person concerned (Auskunft, Art. 15 DSGVO): everything that is stored about one person in the vaults
 * that whoever gives it may read. Each feature says which of its records are part of it; nothing here knows them.
 */

/** In the order in which they are read. */
export const SubjectSection = z.enum([
	...['person', 'consents', 'cases', 'goals', 'contacts', 'todos', 'appointments', 'referrals', 'letters', 'applications'],
	...['documents', 'funder', 'closing', 'lending', 'attendance', 'accesses'],
] as const);
export type SubjectSection = z.infer<typeof SubjectSection>;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Fields = Readonly<Record<string, Json>>;
/** As they are stored: codes, days, ids. What they mean is for the screen to say. */
const FieldsSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Fields>;

/** One change of a record. */
const SubjectChange = z.object({
	at: z.number(),
	by: z.string(),
	device: z.string(),
	/** What the fields were then, where they are something else by now. */
	fields: FieldsSchema,
	/** Fields that got the value they have. */
	current: z.array(z.string()),
});

export const SubjectRecord = z.object({
	table: z.string(),
	id: z.string(),
	/** `F-00012` of the case file it belongs to. */
	fileNumber: z.string().nullable(),
	/** When it was written, ms UTC. */
	createdAt: z.number(),
	/** Deleted, but still stored. */
	removedAt: z.number().nullable(),
	/** Of what is written once: who wrote it, and where. */
	by: z.string().nullable(),
	device: z.string().nullable(),
	fields: FieldsSchema,
	history: z.array(SubjectChange),
});
export type SubjectRecord = z.infer<typeof SubjectRecord>;

export const Extract = z.object({
	sections: z.array(z.object({ section: SubjectSection, records: z.array(SubjectRecord) })),
	/** What the ids in it are called: colleagues, rooms, items … Never another person. */
	names: z.record(z.string(), z.string()),
	/** Vaults that are not open to whoever asks: nothing of them is in it. */
	missing: z.array(z.enum(['office', 'workshop'])),
});
export type Extract = z.infer<typeof Extract>;

/** Why a passage is withheld (Art. 15 (4) DSGVO, § 29 BDSG). */
export const MarkReason = z.enum(['third_party', 'informant', 'professional_secret', 'other']);
export type MarkReason = z.infer<typeof MarkReason>;

/** How much of a marked passage is kept to find it again. */
export const LONGEST_QUOTE = 80;

/** A passage that is not given away. It names the text it was made on: when that has changed, somebody has to look again. */
export const Mark = z.object({
	recordId: z.string().max(64),
	/** `text`, `recipient.name`, `@3.text` in the fourth change of its history. */
	path: z.string().max(200),
	/** Where it begins and ends; null: all of it. */
	range: z.object({ from: z.int().min(0), to: z.int().min(1) }).nullable(),
	/** Of the whole text: see `stampOf`. */
	stamp: z.string().max(40),
	/** Its words, as far as they fit. */
	quote: z.string().max(LONGEST_QUOTE),
	reason: MarkReason,
});
export type Mark = z.infer<typeof Mark>;

/** A document whose content is not given along. */
export const Withheld = z.object({ documentId: z.string().max(64), reason: MarkReason });
export type Withheld = z.infer<typeof Withheld>;

export const IdentityProof = z.enum(['identity_card', 'known_in_person', 'representative', 'other']);
export type IdentityProof = z.infer<typeof IdentityProof>;

/** How it is known that the one who gets all this is who they say. */
export const Identity = z.object({ proof: IdentityProof, checkedOn: LocalDate });
export type Identity = z.infer<typeof Identity>;

/** What is to be given away; until then it is kept as a draft. */
export const Selection = z.object({
	marks: z.array(Mark).max(2000),
	withheld: z.array(Withheld).max(2000),
});
export type Selection = z.infer<typeof Selection>;

export const SubjectDraft = Selection.extend({
	identity: Identity.nullable(),
	/** The day it was ticked: whoever comes on another day is checked again. */
	tickedOn: LocalDate.nullable(),
	/** A sentence of one's own in the covering letter. */
	remark: optionalText(2000),
});
export type SubjectDraft = z.infer<typeof SubjectDraft>;

export const NO_DRAFT: SubjectDraft = { marks: [], withheld: [], identity: null, tickedOn: null, remark: null };
