import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron';
import type { ToBackend, ToMain } from './backend-messages.ts';

/**
 * Main's side of the backend process: starts it, gives pages their port to it, passes on lock and folder dialog, and
 * starts it once more if it dies. It never sees what a page and the backend say to each other.
 */
export interface BackendLink {
	/** A new connection; the port is for the page. */
	connect(): MessagePortMain;
	/** Resolves when the vaults are closed, or when the process is gone, which closes them too. */
	lock(): Promise<void>;
	/** Resolves when the backend has let go of every file, or after `DISPOSE_MS`. */
	dispose(): Promise<void>;
}

export interface BackendLinkDependencies {
	readonly fork: () => UtilityProcess;
	readonly createChannel: () => MessageChannelMain;
	readonly chooseFolder: () => Promise<string | null>;
	/** The backend says whether this PC is a kiosk. */
	readonly onKiosk: (isKiosk: boolean) => void;
	/** It died and was started anew: pages need new ports. */
	readonly onRestart: () => void;
	/** It died a second time, and stays dead. */
	readonly onGiveUp: () => void;
}

const DISPOSE_MS = 5_000;

export function startBackend({
	fork,
	createChannel,
	chooseFolder,
	onKiosk,
	onRestart,
	onGiveUp,
}: BackendLinkDependencies): BackendLink {
	let isEnding = false;
	let restartsLeft = 1;
	let lastId = 0;
	const waiting = new Map<number, () => void>();
	let child = start();

	function start(): UtilityProcess {
		const started = fork();
		started.on('message', (message: ToMain) => {
			if (message.kind === 'done') settle(message.id);
			else if (message.kind === 'kiosk') onKiosk(message.isKiosk);
			else {
				void chooseFolder()
					.catch(() => null)
					.then((path) => say({ kind: 'folder', id: message.id, path }));
			}
		});
		started.on('exit', () => {
			for (const id of [...waiting.keys()]) settle(id);
			if (isEnding) return;
			if (restartsLeft === 0) return onGiveUp();
			restartsLeft -= 1;
			child = start();
			onRestart();
		});
		return started;
	}

	const say = (message: ToBackend, ports: MessagePortMain[] = []) => child.postMessage(message, ports);

	function settle(id: number): void {
		waiting.get(id)?.();
		waiting.delete(id);
	}

	function ask(kind: 'lock' | 'dispose'): Promise<void> {
		lastId += 1;
		const id = lastId;
		return new Promise((resolve) => {
			waiting.set(id, resolve);
			say({ kind, id });
		});
	}

	return {
		connect() {
			const { port1, port2 } = createChannel();
			say({ kind: 'connect' }, [port1]);
			return port2;
		},
		lock: () => ask('lock'),
		async dispose() {
			isEnding = true;
			let timer: NodeJS.Timeout | undefined;
			await Promise.race([ask('dispose'), new Promise<void>((resolve) => (timer = setTimeout(resolve, DISPOSE_MS)))]);
			clearTimeout(timer);
			child.kill();
		},
	};
}
