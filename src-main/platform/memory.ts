import { setFlagsFromString } from 'node:v8';

/**
 * Office PCs are old and short of memory. When much is read at once, V8 lets the place for young objects grow to 96 MB and
 * keeps it; without that, catching up takes 120 MB less and just as long (`npm run bench -- catch-up`).
 */
export function staySmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
}
