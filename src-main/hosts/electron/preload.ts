import { ipcRenderer } from 'electron';

/**
 * Does one thing: hands the page the MessagePort to the backend. It exposes no function, and gives the port to nobody
 * but Kontor's own page.
 */
const isOwnPage = location.origin === 'app://kontor' || (import.meta.env.DEV && location.hostname === '127.0.0.1');

if (isOwnPage && window === window.top) {
	ipcRenderer.once('kontor-port', (event) => window.postMessage('kontor-port', location.origin, event.ports));
	// By then the page's script has run and is listening.
	window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('kontor-port'), { once: true });
}
