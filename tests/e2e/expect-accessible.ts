import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

const GATE = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 AA is a gate (design 6): axe finds nothing serious or critical on any screen; in the dark, only colours differ. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme);
		await page.evaluate(animationsOver);
		// Without frames, and so without a second page to put their results together in, it takes half the time.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		const { violations } = await (colorScheme === 'light' ? axe.withTags(GATE) : axe.withRules(COLOURS)).analyze();
		const serious = violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
		expect(serious, `${screen}, ${colorScheme}`).toEqual([]);
	}
}

/** Colours on their way are nobody's contrast. What turns for ever, like a loader, is not waited for. */
async function animationsOver(): Promise<void> {
	// What has just changed begins to move in the next frame.
	await new Promise(requestAnimationFrame);
	await new Promise(requestAnimationFrame);
	const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
	await Promise.allSettled(ending.map(({ finished }) => finished));
}
