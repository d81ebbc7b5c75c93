import { RPC_PATH } from './server.ts';

/** `connect-src` of the page: `self` covers a page's own WebSocket only in newer browsers; naming it costs nothing. */
export const connectSource = (origin: string): string => `'self' ${origin.replace('http', 'ws')}${RPC_PATH}`;
