import { describe, expect, it } from 'vitest';
import { APP_SCHEMES, createAppProtocol } from '#main/hosts/electron/app-protocol.ts';
import { contentSecurityPolicy, type RendererFiles } from '#main/hosts/renderer-files.ts';
import { isAppUrl } from './double.ts';

const asked: string[] = [];
const files: RendererFiles = {
	async read(path, connect) {
		asked.push(path);
		if (path !== '/' && path !== '/assets/ä.js') return null;
		return { bytes: new TextEncoder().encode('x'), headers: { 'content-security-policy': contentSecurityPolicy({ connect }) } };
	},
};
const answer = createAppProtocol(files, isAppUrl);
const status = async (url: string, method = 'GET') => (await answer(new Request(url, { method }))).status;

describe('app://kontor', () => {
	it('serves the renderer under a policy without any connection', async () => {
		const response = await answer(new Request('app://kontor/#/heute'));
		expect(await response.text()).toBe('x');
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("connect-src 'none'");
		expect(policy).toMatch(/script-src 'self';/);
		expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
	});

	it('decodes names', async () => expect(await status('app://kontor/assets/%C3%A4.js')).toBe(200));

	it.each([
		'app://kontor/../../etc/passwd',
		'app://kontor/%2e%2e/x',
		'app://kontor/..%2f..%2fx',
		'app://kontor/%00',
		'app://kontor/%E0%A4%A',
	])('%s is not there', async (url) => expect(await status(url)).toBe(404));

	it.each(['app://evil/', 'app://kontor.evil/', 'app://kontor:8/', 'https://kontor/'])('%s is refused', async (url) =>
		expect(await status(url)).toBe(403),
	);

	it('answers nothing but GET', async () => expect(await status('app://kontor/', 'POST')).toBe(403));

	it('has no privilege that loosens the policy', () => {
		expect(APP_SCHEMES.map(({ scheme }) => scheme)).toEqual(['app']);
		for (const { privileges } of APP_SCHEMES) {
			expect(privileges).toMatchObject({ standard: true, secure: true });
			expect(privileges).not.toHaveProperty('bypassCSP');
			expect(privileges).not.toHaveProperty('corsEnabled');
			expect(privileges).not.toHaveProperty('allowServiceWorkers');
			expect(privileges).not.toHaveProperty('allowExtensions');
		}
	});
});
