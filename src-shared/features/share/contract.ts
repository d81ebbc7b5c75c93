import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Progress, procedure } from '#shared/contract-base.ts';
import { FolderPath, FoundSite, SHARE_ERRORS, SharePlace, ShareStatus, Snapshot } from './model.ts';

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
	/** Publishes what waits, then takes and verifies a snapshot of every vault open here. */
	backUpNow: procedure.output(eventIterator(Progress)).errors(SHARE_ERRORS),
	/** Checks every file of this site on the share: signatures, chains, snapshots opened. */
	verify: procedure.output(eventIterator(Progress)).errors(SHARE_ERRORS),
	snapshots: procedure.output(z.array(Snapshot)),
};
