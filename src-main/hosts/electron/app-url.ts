/**
 * The one address Kontor's page has. A custom scheme instead of file: so that the page has an origin of its own and
 * reaches nothing but the renderer's files.
 */
export const APP_SCHEME = 'app';
export const APP_URL = 'app://kontor/';

export type IsAppUrl = (url: string) => boolean;

/**
 * Not by `URL.origin`, which Node gives as "null" for schemes it does not know.
 * @param devServer origin of Vite's server in development, else null
 */
export function createIsAppUrl(devServer: string | null): IsAppUrl {
	return (url) => {
		const parsed = URL.parse(url);
		if (parsed === null) return false;
		if (parsed.protocol === `${APP_SCHEME}:`) return parsed.host === 'kontor' && parsed.username === '' && parsed.password === '';
		return devServer !== null && parsed.origin === devServer;
	};
}
