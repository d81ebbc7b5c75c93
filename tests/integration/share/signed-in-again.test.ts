import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { HOUR, joinSite, newSite, office, signIn, sync } from '#tests/support/office.ts';

it('says no two things under one number when somebody signs in while the last session still writes to a slow share', async () => {
	const place = office();
	let isSlow = false;
	let goOn = () => {};
	const arrived = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	let waiting = 0;
	const slow = (folder: string) => {
		const target = folderTarget(folder, systemRandom, async () => {});
		return {
			...target,
			async writeNew(path: string, bytes: Uint8Array) {
				if (isSlow && path.includes('/acks/')) {
					waiting += 1;
					await arrived;
				}
				await target.writeNew(path, bytes);
			},
		};
	};
	const left = await place.pc('Tresen', { targetFor: slow });
	await newSite(left);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro');
	await joinSite(right, place.share);
	await sync(right);
	await sync(left);

	isSlow = true;
	place.clock.advance(30 * HOUR);
	await left.settle('it to say how far it is', () => waiting > 0);
	await left.client.members.lock();
	await signIn(left);
	// As long as the last session has not done, this one leaves the share alone.
	let seconds = 0;
	await left.settle('a minute', () => ++seconds > 60);
	expect(waiting).toBe(1);
	goOn();
	await sync(left);
	await sync(right);

	const files = readdirSync(place.share, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.includes(join('acks', '0')),
	);
	const said = files.filter((path) => /\d{10}-/.test(path));
	expect(said.length, 'one of each PC').toBe(2);
});
