import type { Ids } from '#shared/kernel/environment.ts';
import { seededRandom } from './seeded-random.ts';

/** Valid UUIDv7 in rising order, the same for every run with one seed; seeds do not collide. */
export function fakeIds(seed = 1): Ids {
	const random = seededRandom(seed ^ 0x5eed);
	let count = 0;
	return {
		next() {
			count += 1;
			const time = (0x019d00000000 + count).toString(16).padStart(12, '0');
			const rest = Buffer.from(random.bytes(8)).toString('hex');
			return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 16)}${(seed & 255).toString(16).padStart(2, '0')}`;
		},
	};
}
