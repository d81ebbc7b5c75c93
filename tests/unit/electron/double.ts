import { EventEmitter } from 'node:events';
import type { MessageChannelMain, Session, UtilityProcess, WebContents } from 'electron';
import { createIsAppUrl } from '#main/hosts/electron/app-url.ts';

/** Small doubles of the pieces of Electron that the shell is given; they remember what was set on them. */

export const isAppUrl = createIsAppUrl(null);

type Handler = (...args: never[]) => unknown;

export function createSessionDouble() {
	const handlers: Record<string, Handler> = {};
	const events = new EventEmitter();
	const keep = (name: string) => (handler: Handler) => {
		handlers[name] = handler;
	};
	const session = {
		setPermissionRequestHandler: keep('request'),
		setPermissionCheckHandler: keep('check'),
		setDevicePermissionHandler: keep('device'),
		setSpellCheckerEnabled: (enabled: boolean) => keep('spell')(() => enabled),
		webRequest: { onBeforeRequest: keep('web') },
		on: events.on.bind(events),
	};
	return { session: session as unknown as Session, handlers, events };
}

export function createContentsDouble() {
	const events = new EventEmitter();
	let openHandler: Handler = () => undefined;
	const contents = {
		on: events.on.bind(events),
		setWindowOpenHandler(handler: Handler) {
			openHandler = handler;
		},
	};
	return {
		contents: contents as unknown as WebContents,
		open: (url: string) => openHandler({ url } as never),
		/** Emits an event and says whether it was prevented. */
		isPrevented(name: string, details: object = {}): boolean {
			let prevented = false;
			events.emit(name, {
				...details,
				preventDefault() {
					prevented = true;
				},
			});
			return prevented;
		},
	};
}

export interface ChildDouble {
	readonly child: UtilityProcess;
	readonly received: { message: unknown; ports: unknown[] }[];
	says(message: unknown): void;
	dies(): void;
	isKilled(): boolean;
}

export function createChildDouble(): ChildDouble {
	const events = new EventEmitter();
	const received: ChildDouble['received'] = [];
	let killed = false;
	const child = {
		on: events.on.bind(events),
		postMessage: (message: unknown, ports: unknown[]) => received.push({ message, ports }),
		kill() {
			killed = true;
		},
	};
	return {
		child: child as unknown as UtilityProcess,
		received,
		says: (message) => events.emit('message', message),
		dies: () => events.emit('exit', 1),
		isKilled: () => killed,
	};
}

export const createChannelDouble = () => ({ port1: 'for the backend', port2: 'for the page' }) as unknown as MessageChannelMain;
