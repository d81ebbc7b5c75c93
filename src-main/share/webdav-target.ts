import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { dirname } from 'node:path/posix';
import { AuthType, createClient, type FileStat, type ResponseDataDetailed } from 'webdav';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import { isSame, type ShareTarget, TargetError, type TargetProblem, TEMPORARY } from './target.ts';

/**
 * A folder of a WebDAV server (Nextcloud) as share. Puts a file there under a temporary name, moves it to its own with
 * `Overwrite: F`, reads it back and compares: what the server says in between decides nothing. Servers lock what they
 * move onto, so of two who move to one name the second is refused.
 */
export function webdavTarget(
	{ url, user, password }: Exclude<SharePlace, string>,
	random: Random,
	pause: (ms: number) => Promise<void>,
): ShareTarget {
	const client = createClient(url, {
		// Not the library's own header: that one cannot say names and passwords beyond Latin letters.
		authType: AuthType.None,
		headers: { Authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` },
		...AGENTS,
	});

	/** A request that is answered in time; `bytes` go along with it. */
	async function asking<T>(work: (options: { signal: AbortSignal }) => Promise<T>, bytes = 0): Promise<T> {
		if (password === '') throw new TargetError('sign_in');
		for (let attempt = 0; ; attempt++) {
			try {
				return await work({ signal: AbortSignal.timeout(ANSWER_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS)) });
			} catch (error) {
				const wait = RETRY_AFTER_MS[attempt];
				if (error instanceof TargetError || !BUSY.has(statusOf(error) ?? 0) || wait === undefined) throw error;
				await pause(wait);
			}
		}
	}

	/** The root itself must be there: a folder that is gone must not be mistaken for an empty one. */
	async function checkRoot(): Promise<void> {
		const root = await asking((options) => client.stat('/', options)).catch((error) => {
			throw statusOf(error) === 404 ? new TargetError('not_found') : translated(error);
		});
		if ((root as FileStat).type !== 'directory') throw new TargetError('not_found');
	}

	async function ifThere<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			return await work();
		} catch (error) {
			if (!ABSENT.has(statusOf(error) ?? 0)) throw translated(error);
		}
		await checkRoot();
		return null;
	}

	async function list(folder: string): Promise<string[]> {
		const found = await ifThere(() => asking((options) => client.getDirectoryContents(`/${folder}`, options)));
		return ((found as FileStat[] | null) ?? [])
			.filter(({ filename }) => filename !== `/${folder}`)
			.map(({ basename }) => basename)
			.sort();
	}

	async function read(path: string): Promise<Uint8Array | null> {
		const found = await ifThere(() =>
			asking((options) => client.getFileContents(`/${path}`, { ...options, details: true }), LARGEST),
		);
		if (found === null) return null;
		const { data, headers } = found as ResponseDataDetailed<Buffer>;
		// Some servers answer with a page that lists the folder when a file was asked for.
		if (headers['content-type']?.startsWith('text/html') && (await isFolder(path))) return null;
		return new Uint8Array(data);
	}

	async function isFolder(path: string): Promise<boolean> {
		const stat = await ifThere(() => asking((options) => client.stat(`/${path}`, options)));
		return (stat as FileStat | null)?.type === 'directory';
	}

	/** Whole paths are made from the root down, which must be there. */
	async function makeFolders(folder: string): Promise<void> {
		await checkRoot();
		const parts = folder.split('/');
		for (const at of parts.keys()) {
			const path = `/${parts.slice(0, at + 1).join('/')}`;
			await asking((options) => client.createDirectory(path, options)).catch((error) => {
				// Not allowed, because it is there already.
				if (statusOf(error) !== 405) throw error;
			});
		}
	}

	const put = (path: string, bytes: Uint8Array) =>
		asking((options) => client.putFileContents(path, Buffer.from(bytes), { ...options, overwrite: false }), bytes.length);

	/**
	 * Lets `make` put something under a name that nobody else uses and moves it to its own, unless that is taken. What
	 * counts is what is found there afterwards: it may have arrived although the server said otherwise, or said nothing.
	 */
	async function place<T>(path: string, make: (aside: string) => Promise<unknown>, find: () => Promise<T | null>): Promise<T> {
		const aside = `/${dirname(path)}/${TEMPORARY}${Buffer.from(random.bytes(8)).toString('hex')}`;
		let failure: unknown = new TargetError('unreliable');
		try {
			await make(aside).catch(async (error) => {
				if (!NO_FOLDER.has(statusOf(error) ?? 0)) throw error;
				await makeFolders(dirname(path));
				await make(aside);
			});
			await asking((options) => client.moveFile(aside, `/${path}`, { ...options, overwrite: false }));
		} catch (error) {
			failure = error;
			await asking((options) => client.deleteFile(aside, options)).catch(() => {});
		}
		const found = await find().catch(() => null);
		if (found === null) throw translated(failure);
		return found;
	}

	/** Null when nobody has claimed it. */
	const holderOf = async (path: string): Promise<string | null> => (await list(path))[0] ?? null;

	return {
		list,
		read,
		async writeNew(path, bytes) {
			const there = await read(path);
			const found =
				there ??
				(await place(
					path,
					(aside) => put(aside, bytes),
					() => read(path),
				));
			if (!isSame(found, bytes)) throw new TargetError(there ? 'conflict' : 'unreliable');
		},
		async claim(path, holder) {
			const make = async (aside: string) => {
				await asking((options) => client.createDirectory(aside, options));
				await put(`${aside}/${holder}`, new Uint8Array());
			};
			return (await holderOf(path)) ?? (await place(path, make, () => holderOf(path)));
		},
		async remove(path) {
			await ifThere(() => asking((options) => client.deleteFile(`/${path}`, options)));
		},
	};
}

/** Connections are kept for all targets of all cycles; idle ones do not keep the program running. */
const AGENTS = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };

const ANSWER_MS = 20_000;
const SLOWEST_BYTES_PER_MS = 100;
/** The largest file that is read is a piece of a snapshot or a scanned document. */
const LARGEST = 8 * 1024 * 1024;
const RETRY_AFTER_MS = [100, 300, 800, 2000];

/** Locked by another request, asked for too often, or the server is starting. */
const BUSY = new Set([423, 429, 503]);
/** 405: a folder where a file was asked for. */
const ABSENT = new Set([404, 405]);
const NO_FOLDER = new Set([404, 409]);

const PROBLEMS: Readonly<Record<number, TargetProblem>> = {
	401: 'sign_in',
	403: 'not_writable',
	405: 'not_found',
	413: 'full',
	423: 'not_writable',
	507: 'full',
};

function translated(error: unknown): TargetError {
	if (error instanceof TargetError) return error;
	const status = statusOf(error);
	if (status !== null) return new TargetError(PROBLEMS[status] ?? 'unreachable');
	const code = String((error as { code?: unknown } | null)?.code ?? '');
	if (CERTIFICATE.test(code)) return new TargetError('certificate');
	// An answer that is no WebDAV: the page of a router, or the address as it stands in the browser.
	return new TargetError(code === '' && !isAborted(error) ? 'not_found' : 'unreachable');
}

const CERTIFICATE = /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|EPROTO/;

function statusOf(error: unknown): number | null {
	const status = (error as { status?: unknown } | null)?.status;
	return typeof status === 'number' ? status : null;
}

function isAborted(error: unknown): boolean {
	return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
