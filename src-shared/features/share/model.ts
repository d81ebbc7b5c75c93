import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';

/** The network share as a person sees it (design 4). */

export const FolderPath = z.string().min(1).max(1000);

/**
 * A folder of a Nextcloud or another WebDAV server. Its name and app password go along with every request: only over
 * https, or to this very PC.
 */
export const WebdavAddress = z.object({
	url: z.string().trim().max(1000).overwrite(withoutSlash).refine(isSafeAddress),
	user: z.string().trim().min(1).max(200),
});
export type WebdavAddress = z.infer<typeof WebdavAddress>;

/** Where a share is and how to get in. The password is kept encrypted; it is empty while nobody has opened it. */
const WebdavPlace = WebdavAddress.extend({ password: z.string().max(500) });
export const SharePlace = z.union([FolderPath, WebdavPlace]);
export type SharePlace = z.infer<typeof SharePlace>;

/** What may lie in clear in the data folder. */
export const ShareAddress = z.union([FolderPath, WebdavAddress]);
export type ShareAddress = z.infer<typeof ShareAddress>;

export function isSafeAddress(text: string): boolean {
	const url = URL.parse(text);
	if (url?.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
	return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname));
}

function withoutSlash(url: string): string {
	return url.replace(/\/+$/, '');
}

/** Why a folder cannot be used; also the words of the status line. */
export const ShareProblem = z.enum([
	'unreachable', // the folder does not exist or does not answer
	'not_writable',
	'full',
	'sign_in', // the server does not take this name and password
	'certificate', // the server cannot prove that it is the one of this address
	'not_found', // the server answers, and has no such folder
	'wrong_folder', // there, but does not hold this site (any more)
	'rolled_back', // older than what this device has already seen
	'tampered', // a file is damaged, forged or out of order; `file` names it
	'clock', // a change lies more than 24 h ahead
	'own_folder', // lies inside the data folder of this device
	'newer', // written by a newer Kontor
	'removed_device', // a device that was removed goes on writing; `device` names it
	'unapproved', // this device waits for an administrator
	'no_key', // a vault has a new key that this member was not given
	'foreign_files', // names that Kontor does not give
	'conflict_copies', // a program that keeps folders in step made second copies
	'files_missing', // of a feed, with later ones still there
	'attacked', // many files were renamed or overwritten at once: nothing is written until somebody has looked
	'slow',
]);
export type ShareProblem = z.infer<typeof ShareProblem>;

/** Worth knowing, and nothing to act on today: these alone leave the status as it is. */
export const QUIET_PROBLEMS: ReadonlySet<ShareProblem> = new Set(['foreign_files', 'slow']);

export const SHARE_ERRORS = {
	SHARE: { status: 409, data: z.object({ problem: ShareProblem, file: z.string().nullable() }) },
};

export const Alarm = z.object({
	problem: ShareProblem,
	/** Name of the device whose feed it is, when one is to blame. */
	device: z.string().nullable(),
	/** Path below the folder that was chosen as share. */
	file: z.string().nullable(),
	/** How many files it is about; `file` is one of them. */
	count: z.int(),
	since: z.number(),
	/** The named device is another one, and puts it right by itself as soon as it runs. */
	awaitsDevice: z.boolean(),
});
export type Alarm = z.infer<typeof Alarm>;

/** What others have written arrives here, or the share is given what it has lost: so much that somebody may want to see it. */
export const ShareWork = z.object({
	what: z.enum(['feed', 'snapshot', 'changes', 'refill']),
	/** Whose changes: the name of the device. */
	device: z.string().nullable(),
	/** Of files of the feed, parts of the snapshot, or changes. */
	done: z.int(),
	total: z.int(),
	/** Taken over so far in this go. */
	changes: z.int(),
});
export type ShareWork = z.infer<typeof ShareWork>;

export const ShareStatus = z.object({
	/** Its path, or its address on the web. */
	folder: z.string().nullable(),
	webdav: WebdavAddress.nullable(),
	/** none: no folder chosen · saved: everything is on the share · waiting: changes wait · attention: look here. */
	state: z.enum(['none', 'saved', 'waiting', 'attention']),
	waitingChanges: z.int(),
	/** Areas on this PC of which the share has nothing yet: somebody who reads them has to sign in here. */
	onlyHere: z.array(Vault),
	/** When everything was last known to be on the share, ms UTC. */
	savedAt: z.number().nullable(),
	problem: ShareProblem.nullable(),
	/** Since when it has been so, ms UTC; null without a problem. */
	problemSince: z.number().nullable(),
	/** The file that shows it best. */
	problemFile: z.string().nullable(),
	alarms: z.array(Alarm),
	/** Newest snapshot that was opened and checked, ms UTC. */
	verifiedSnapshotAt: z.number().nullable(),
	/** Null while there is not much to do. */
	work: ShareWork.nullable(),
	/** Somebody has put off catching up: until when, ms UTC. */
	pausedUntil: z.number().nullable(),
	/** What lay there is gone, and this device could fill it again with all that it has. */
	mayRefill: z.boolean(),
});
export type ShareStatus = z.infer<typeof ShareStatus>;

export const Snapshot = z.object({
	vault: Vault,
	/** Folder name on the share. */
	name: z.string(),
	takenAt: z.number(),
	device: z.string(),
	bytes: z.number(),
	verifiedAt: z.number().nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** How far devices have read each other's changes. */
export const ReadingDevice = z.object({
	device: DeviceId,
	name: z.string(),
	isThis: z.boolean(),
	/** When it last said how far it is, ms UTC by its clock; null: never. */
	saidAt: z.number().nullable(),
	/** How many changes known here it had not read when it said so, at least. */
	behind: z.int(),
	/** Of what it has written, the time of the newest change that is here; null: none. */
	readHereAt: z.number().nullable(),
	/** How many of its files are known to wait to be read here. */
	behindHere: z.int(),
});
export type ReadingDevice = z.infer<typeof ReadingDevice>;

export const FoundSite = z.object({ siteId: SiteId, createdAt: z.number() });
