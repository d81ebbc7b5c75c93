import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';

/**
 * Compares what a page looks like with its picture in `tests/fixtures/pictures`. Pictures are an eighth as wide and high:
 * a word more or less, a button elsewhere or another colour shows, and how a machine smooths the edges of letters does not.
 * After a change that is meant: `KONTOR_PICTURES=new npm test -- --only=e2e kiosk.spec`, and look at them.
 */
const FOLDER = resolve(import.meta.dirname, '../fixtures/pictures');
const EIGHTH = 8;
/** A point counts when a colour of it is off by more than this, of 255; and so many points of a hundred may. */
const MOST_OFF = 24;
const MOST_DIFFERING = 1;

const scratch = new WeakMap<Browser, Promise<Page>>();

export async function expectPicture(page: Page, name: string): Promise<void> {
	const browser = page.context().browser();
	if (!browser) throw new Error('no browser');
	const path = join(FOLDER, `${name}.png`);
	const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
	const isNew = process.env.KONTOR_PICTURES === 'new';
	const known = !isNew && existsSync(path) ? readFileSync(path).toString('base64') : null;
	const drawing = scratch.get(browser) ?? browser.newPage();
	scratch.set(browser, drawing);
	const { small, differing } = await (await drawing).evaluate(compare, {
		...{ taken: taken.toString('base64'), known, part: EIGHTH, mostOff: MOST_OFF },
	});
	if (isNew) {
		mkdirSync(FOLDER, { recursive: true });
		writeFileSync(path, Buffer.from(small, 'base64'));
		return;
	}
	expect(known, `there is no picture ${name}`).not.toBeNull();
	expect(differing, `${name}: so many points of a hundred look different`).toBeLessThanOrEqual(MOST_DIFFERING);
}

interface Pictures {
	/** PNG as base64, like the others. */
	taken: string;
	known: string | null;
	part: number;
	mostOff: number;
}

/** Runs in an empty page. `differing`: points of a hundred; all of them when the size is another. */
async function compare({ taken, known, part, mostOff }: Pictures): Promise<{ small: string; differing: number }> {
	const load = async (base64: string) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		return image;
	};
	const draw = (image: HTMLImageElement, width: number, height: number) => {
		const canvas = Object.assign(document.createElement('canvas'), { width, height });
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('no canvas');
		context.imageSmoothingQuality = 'high';
		context.drawImage(image, 0, 0, width, height);
		return { canvas, points: context.getImageData(0, 0, width, height).data };
	};
	const image = await load(taken);
	const [width, height] = [Math.round(image.width / part), Math.round(image.height / part)];
	const { canvas, points } = draw(image, width, height);
	const small = canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
	const reference = known === null ? null : await load(known);
	if (reference?.width !== width || reference.height !== height) return { small, differing: 100 };
	const expected = draw(reference, width, height).points;
	let count = 0;
	for (let at = 0; at < points.length; at += 4) {
		const isOff = (colour: number) => Math.abs((points[at + colour] ?? 0) - (expected[at + colour] ?? 0)) > mostOff;
		if (isOff(0) || isOff(1) || isOff(2)) count += 1;
	}
	return { small, differing: (100 * count) / (width * height) };
}
