import { expect, test } from './app.ts';

test('an empty data folder greets with the first-run choices', async ({ startKontor }) => {
	const { page } = await startKontor();
	await expect(page).toHaveTitle(/Kontor/);
	await expect(page.getByRole('heading').first()).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', /^de/);
	// The one-time token does not stay in the address bar or the history.
	expect(page.url()).not.toContain('token');
});
