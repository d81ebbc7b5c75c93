import { z } from 'zod';

/** Ids are UUIDv7 in lowercase: sortable by creation time, unique without a server. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

export const SiteId = uuid.brand<'SiteId'>();
export type SiteId = z.infer<typeof SiteId>;
export const MemberId = uuid.brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const DeviceId = uuid.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;
export const PersonId = uuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const CaseId = uuid.brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;
export const ContactId = uuid.brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;
export const TodoId = uuid.brand<'TodoId'>();
export type TodoId = z.infer<typeof TodoId>;
export const RecordId = uuid.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
