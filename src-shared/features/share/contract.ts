import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Progress, procedure } from '#shared/contract-base.ts';
import { BackupCare, CareProgress } from './care-model.ts';
import { FolderPath, FoundSite, ReadingDevice, SHARE_ERRORS, SharePlace, ShareStatus, Snapshot } from './model.ts';
import { AppliedProgress, RestoreMoment, RestorePlan, RestoreProgress, RestoreRecord } from './restore-model.ts';

export const share = {
	status: procedure.output(ShareStatus),
	/** Folders below a path, for the in-app folder chooser; null = where to start (home, mounted drives). */
	browse: procedure
		.input(z.object({ path: FolderPath.nullable() }))
		.output(z.object({ path: z.string().nullable(), parent: z.string().nullable(), folders: z.array(z.string()) }))
		.errors(SHARE_ERRORS),
	/** The system's own folder dialog (Electron); null when cancelled or when the host has none. */
	chooseFolder: procedure.output(z.string().nullable()),
	/** Sites found in a folder, for joining; also says whether the folder can be used at all. */
	inspect: procedure
		.input(z.object({ folder: SharePlace }))
		.output(z.object({ sites: z.array(FoundSite) }))
		.errors(SHARE_ERRORS),
	/** Makes this folder the site's share (administrators); what is there of this site is joined, not overwritten. */
	connect: procedure
		.input(z.object({ folder: SharePlace }))
		.output(z.void())
		.errors(SHARE_ERRORS),
	/** Many files were renamed or overwritten, and somebody has looked after it: goes on when they are well again. */
	resume: procedure.output(z.void()).errors(SHARE_ERRORS),
	/**
	 * What lay on the share is gone for good: fills it again, or this other folder (administrators), with what this device
	 * has; the others add theirs.
	 */
	refill: procedure
		.input(z.object({ folder: SharePlace.nullable() }))
		.output(eventIterator(Progress))
		.errors(SHARE_ERRORS),
	/** Catching up waits for an hour, or goes on now. */
	pauseCatchUp: procedure.input(z.object({ pause: z.boolean() })).output(z.void()),
	/** How far each device of the site has read, by what it last said on the share; nothing of others while it is away. */
	devices: procedure.output(z.array(ReadingDevice)),
	/** Publishes what waits, then takes and verifies a snapshot of every vault open here. */
	backUpNow: procedure.output(eventIterator(Progress)).errors(SHARE_ERRORS),
	/** Checks every file of this site on the share: signatures, chains, snapshots opened. */
	verify: procedure.output(eventIterator(Progress)).errors(SHARE_ERRORS),
	snapshots: procedure.output(z.array(Snapshot)),
	/** Drills, second copies and restores so far. */
	care: procedure.output(BackupCare),
	/** Builds every vault that is open here from the share alone, compares it, and writes a report. */
	drill: procedure.output(eventIterator(CareProgress)).errors(SHARE_ERRORS),
	/** Copies this site from the share to another folder, only what is missing there; deletes nothing. */
	copySite: procedure
		.input(z.object({ folder: FolderPath }))
		.output(eventIterator(CareProgress))
		.errors(SHARE_ERRORS),
	/** For a month: the next copy is made later. */
	putOffCopy: procedure.output(z.void()),
	/** What bringing a vault back to that moment would change. For administrators who may read the vault. */
	previewRestore: procedure.input(RestoreMoment).output(eventIterator(RestoreProgress)).errors(SHARE_ERRORS),
	/** The records of one table in a preview, by name. */
	restoreRecords: procedure.input(RestorePlan.extend({ table: z.string().max(60) })).output(z.array(RestoreRecord)),
	/** Takes a snapshot of the present state, then writes what was previewed as new changes. */
	applyRestore: procedure
		.input(RestorePlan)
		.output(eventIterator(AppliedProgress))
		.errors({
			...SHARE_ERRORS,
			/** One of the records has been changed since the preview. */
			OUTDATED: { status: 409 },
		}),
	/** Takes the last restore back, except where somebody has gone on working since. */
	undoRestore: procedure.output(z.object({ records: z.int(), left: z.int() })),
};
