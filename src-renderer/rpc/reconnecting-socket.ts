/**
 * A WebSocket that comes back by itself. While it is gone it calls itself "connecting", so calls wait for it instead of
 * failing; calls that were under way when it broke are rejected, because nobody knows whether they were carried out.
 */
export class ReconnectingSocket extends EventTarget {
	readonly #url: string;
	readonly #onConnected: (connected: boolean) => void;
	#socket: WebSocket | null = null;
	#delay = 0;

	constructor(url: string, onConnected: (connected: boolean) => void) {
		super();
		this.#url = url;
		this.#onConnected = onConnected;
		this.#connect();
	}

	get readyState(): WebSocket['readyState'] {
		return this.#socket?.readyState === WebSocket.OPEN ? WebSocket.OPEN : WebSocket.CONNECTING;
	}

	send(data: Parameters<WebSocket['send']>[0]): void {
		this.#socket?.send(data);
	}

	#connect(): void {
		const socket = new WebSocket(this.#url);
		socket.binaryType = 'arraybuffer';
		let opened = false;
		socket.addEventListener('open', () => {
			opened = true;
			this.#delay = 0;
			this.#onConnected(true);
			this.dispatchEvent(new Event('open'));
		});
		socket.addEventListener('message', (event) => {
			this.dispatchEvent(new MessageEvent('message', { data: event.data }));
		});
		socket.addEventListener('close', () => {
			if (opened) this.dispatchEvent(new Event('close'));
			this.#onConnected(false);
			this.#delay = Math.min(this.#delay === 0 ? 200 : this.#delay * 2, 5000);
			setTimeout(() => this.#connect(), this.#delay);
		});
		this.#socket = socket;
	}
}
