import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';

/**
 * The words on the paper that is asked for: out of the PDF where poppler is installed (CI has it), else of what is laid
 * out for it. The printer's dialog, which no spec can answer, stays closed.
 */
export async function printedText(page: Page, print: () => Promise<void>): Promise<string> {
	const asked = page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				window.print = resolve;
			}),
	);
	await print();
	await asked;
	const pdf = await page.pdf({ preferCSSPageSize: true });
	try {
		return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	const texts = await page.locator('body > div:not(#root)').allInnerTexts();
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	return texts.join('\n');
}
