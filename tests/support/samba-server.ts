import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A real Samba server on a loopback address of its own, with its own configuration and state, and its share as PCs have
 * it: mounted through FUSE.
 */
export interface SambaShare {
	/** The share on the server's own disk: a small file system of its own, which can be full or read-only. */
	readonly disk: string;
	/** One more PC: the share's path there. */
	mount(): Promise<string>;
	/** SIGKILL for the server and all that serves connections: what a power cut is to it. */
	kill(): void;
	start(): Promise<void>;
	setReadOnly(isReadOnly: boolean): void;
}

export interface SambaOptions {
	/** Size of the server's disk. */
	readonly megabytes?: number;
	/** More lines for the share. */
	readonly settings?: readonly string[];
}

let addresses = 0;

/** In an empty folder; `onEnd` takes what is to be undone, the last thing first. */
export async function startSamba(
	root: string,
	onEnd: (undo: () => void) => void,
	{ megabytes = 256, settings = [] }: SambaOptions = {},
): Promise<SambaShare> {
	addresses += 1;
	const address = `127.${64 + ((process.pid >> 8) & 127)}.${process.pid & 255}.${addresses}`;
	const at = (name: string) => join(root, name);
	const disk = at('disk');
	for (const name of ['disk', 'state', 'home', 'home/.smb']) mkdirSync(at(name));
	run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'kontor-test', disk]);
	onEnd(() => run('umount', ['-l', disk]));
	const states = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory', 'ncalrpc dir'];
	writeFileSync(
		at('smb.conf'),
		[
			...['[global]', 'server role = standalone server', 'workgroup = KONTOR', `interfaces = ${address}/8`],
			...['bind interfaces only = yes', 'disable netbios = yes', 'smb ports = 445', 'map to guest = Bad User'],
			...['guest account = root', 'load printers = no', 'printcap name = /dev/null', 'disable spoolss = yes'],
			...states.map((name) => `${name} = ${at('state')}`),
			...[`log file = ${at('state/log')}`, 'logging = file'],
			...['[kontor]', `path = ${disk}`, 'guest ok = yes', 'read only = no', 'force user = root', ...settings, ''],
		].join('\n'),
	);
	writeFileSync(at('home/.smb/smb.conf'), '[global]\nclient min protocol = SMB2\n', { mode: 0o600 });
	writeFileSync(
		at('home/.smb/smbnetfs.conf'),
		[
			...['smb_query_browsers "false"', 'use_libsecret "false"', 'auth "guest" ""', `host ${address} visible=true`],
			// Nothing is remembered: what other PCs did is seen at once, as a Windows client sees it.
			...['neg_cache_timeout 1', 'time_step 1', 'smb_timeout 5000', 'reply_timeout 10', 'stat_workaround_depth 0', ''],
		].join('\n'),
		{ mode: 0o600 },
	);

	let server: ChildProcess | null = null;
	const kill = () => {
		const pid = server?.pid;
		server = null;
		// Each connection is served by a process of its own, all of one group.
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	};
	async function start(): Promise<void> {
		server = spawn('/usr/sbin/smbd', ['-s', at('smb.conf'), '-F', '--no-process-group'], {
			env: { ...process.env, LC_ALL: 'C.UTF-8' },
			detached: true,
			stdio: 'ignore',
		});
		await until(`smbd on ${address}`, () => answers(address));
	}
	onEnd(kill);
	await start();

	let mounts = 0;
	return {
		disk,
		kill,
		start,
		setReadOnly: (isReadOnly) => run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, disk]),
		async mount() {
			mounts += 1;
			const folder = at(`pc-${mounts}`);
			mkdirSync(folder);
			const options = 'direct_io,attr_timeout=0,entry_timeout=0,negative_timeout=0';
			const client = spawn('smbnetfs', [folder, '-f', '-o', options], {
				// Without a locale it takes names with umlauts for damaged ones.
				env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: at('home') },
				detached: true,
				stdio: 'ignore',
			});
			onEnd(() => {
				run('umount', ['-l', folder]);
				if (client.pid !== undefined) process.kill(-client.pid, 'SIGKILL');
			});
			const share = join(folder, address, 'kontor');
			await until('the mounted share', async () => readdirSync(share).length >= 0);
			return share;
		},
	};
}

/** In words, for the list of what was skipped; null when everything is here. */
export function whyNoSamba(): string | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a real Samba share needs Linux and root (mount)';
	const missing = ['/usr/sbin/smbd', '/usr/bin/smbnetfs', '/dev/fuse'].filter((path) => !isThere(path));
	if (missing.length === 0) return null;
	return `a real Samba share needs ${missing.join(', ')} (apt-get install samba smbnetfs)`;
}

export function isThere(path: string): boolean {
	try {
		accessSync(path);
		return true;
	} catch {
		return false;
	}
}

/** Polls, for what only another process can tell. */
export async function until(what: string, isSo: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
	for (const deadline = Date.now() + patienceMs; !(await isSo().catch(() => false)); ) {
		if (Date.now() > deadline) throw new Error(`waited in vain for: ${what}`);
		await sleep(20);
	}
}

const answers = (host: string) =>
	new Promise<boolean>((resolve) => {
		const socket = connect({ host, port: 445 });
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});

function run(command: string, args: string[]): void {
	execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
