import { ipcRenderer } from 'electron';

/**
 * Does one thing: hands the page the MessagePort to the backend. It exposes no function, and gives the port to nobody
 * but Kontor's own page.
 */
const isOwnPage = location.origin === 'app://kontor' || (import.meta.env.DEV && location.hostname === '127.0.0.1');

if (isOwnPage && window === window.top) {
	// More than once on a kiosk whose backend was started anew: the page stays and gets another port.
	ipcRenderer.on('kontor-port', (event) => window.postMessage('kontor-port', location.origin, event.ports));
	// By then the page's script has run and is listening.
	window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('kontor-port'), { once: true });
}
