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
export const ItemId = uuid.brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;
export const BorrowerId = uuid.brand<'BorrowerId'>();
export type BorrowerId = z.infer<typeof BorrowerId>;
export const LoanId = uuid.brand<'LoanId'>();
export type LoanId = z.infer<typeof LoanId>;
export const LoanLineId = uuid.brand<'LoanLineId'>();
export type LoanLineId = z.infer<typeof LoanLineId>;
export const ReservationId = uuid.brand<'ReservationId'>();
export type ReservationId = z.infer<typeof ReservationId>;
export const HoldId = uuid.brand<'HoldId'>();
export type HoldId = z.infer<typeof HoldId>;
export const DamageId = uuid.brand<'DamageId'>();
export type DamageId = z.infer<typeof DamageId>;
export const StocktakeId = uuid.brand<'StocktakeId'>();
export type StocktakeId = z.infer<typeof StocktakeId>;
export const StocktakeActionId = uuid.brand<'StocktakeActionId'>();
export type StocktakeActionId = z.infer<typeof StocktakeActionId>;
export const RecordId = uuid.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
