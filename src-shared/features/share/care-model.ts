import { z } from 'zod';
import { Progress } from '#shared/contract-base.ts';
import { Vault } from '#shared/features/members/model.ts';

/** What looks after the backup itself: restore drills, second copies, restores; and when each was last done. */

export const BackupDeed = z.enum([
	'drill', // every vault was built anew from the share and compared
	'second_copy',
	'second_copy_put_off',
	'restore', // a vault was brought back to an earlier moment
]);
export type BackupDeed = z.infer<typeof BackupDeed>;

export const DrillProblem = z.enum([
	'missing_changes', // the share has less than this device has already seen there
	'different', // the rebuilt tables are not those in use
	'blobs', // contents of documents are missing
	'snapshot', // a snapshot was damaged; an older one served
	'unreadable', // nothing could be built
]);
export type DrillProblem = z.infer<typeof DrillProblem>;

export const DrilledVault = z.object({
	vault: Vault,
	/** Rows compared. */
	rows: z.int(),
	/** Contents of documents that are there. */
	blobs: z.int(),
	problem: DrillProblem.nullable(),
});
export type DrilledVault = z.infer<typeof DrilledVault>;

export const BackupReport = z.object({
	id: z.string(),
	at: z.number(),
	member: z.string(),
	device: z.string(),
	what: BackupDeed,
	isFine: z.boolean(),
	seconds: z.number(),
	/** Of a drill: what was checked. */
	vaults: z.array(DrilledVault),
	/** Of a second copy: files copied now, and those there that are not what their names say. */
	files: z.int(),
	damaged: z.int(),
});
export type BackupReport = z.infer<typeof BackupReport>;

export const BackupCare = z.object({
	/** Newest first. */
	reports: z.array(BackupReport),
	/** Null: never. */
	drilledAt: z.number().nullable(),
	secondCopyAt: z.number().nullable(),
	/** Nobody has made a second copy for a month, and nobody has put it off. */
	needsSecondCopy: z.boolean(),
});
export type BackupCare = z.infer<typeof BackupCare>;

export const CareProgress = Progress.extend({ report: BackupReport.nullable() });
export type CareProgress = z.infer<typeof CareProgress>;
