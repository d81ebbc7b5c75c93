import { KIOSK_WORDS, SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { expect } from './app.ts';
import {
	asOffice,
	byKeyboard,
	byMouse,
	byTouch,
	expectLayout,
	expectPage,
	leave,
	type Press,
	SIZES,
	test,
	typeByHand,
	typeOnGlass,
} from './kiosk-door.ts';
import { scan } from './scanner-at-work.ts';

/** As `clock.ts` has it. */
const TODAY = LocalDate.parse('2026-11-25');

test.use({ viewport: SIZES[0], hasTouch: true });

const NAMES: Readonly<Record<KioskLanguage, string>> = {
	...{ de: 'Jörg', simple: 'Uwe', tr: 'Işık', ar: 'ليلى', uk: 'Їжак Ґ.', ru: 'Артём' },
	...{ pl: 'Łucja', ro: 'Țâră', el: 'Ξένος', it: "D'Amè", en: 'Zoë 🌷' },
};
/** How each of them comes. */
const HANDS: Readonly<Record<KioskLanguage, Press>> = {
	...{ de: byTouch, simple: byMouse, tr: byTouch, ar: byTouch, uk: byKeyboard, ru: byMouse },
	...{ pl: byTouch, ro: byMouse, el: byTouch, it: byKeyboard, en: byMouse },
};

test('each language, from its own name to thank you, and the office hears it', async ({ startKiosk }) => {
	const page = await startKiosk();
	await expectLayout(page, 'start', 'ltr', 'kiosk-start');
	for (const language of KioskLanguage.options) {
		const t = KIOSK_WORDS[language];
		const { name, tag, dir } = SCRIPTS[language];
		const press = HANDS[language];
		const main = page.getByRole('main');
		const check = async (at: string, heading: string) => {
			await expectPage(page, at);
			await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute('lang', tag);
			await expectLayout(page, `${at} in ${language}`, dir, `kiosk-${language}-${at}`);
		};
		await press(main.getByRole('button', { name: new RegExp(`^${name}`) }));
		await check('session', t.whereTo);
		await expect(page.locator('h1')).toBeFocused();
		await press(main.getByRole('button').first());
		await check('who', t.howToSignIn);
		await press(main.getByRole('button', { name: t.withName }));
		await check('name', t.yourName);
		const field = page.getByRole('textbox', { name: t.yourName });
		await expect(field).toBeFocused();
		if (press === byTouch) await typeOnGlass(page, NAMES[language], t.keys.capitals, t.keys.space);
		else await typeByHand(field, NAMES[language]);
		await expect(field).toHaveValue(NAMES[language]);
		await press(main.getByRole('button', { name: t.next, exact: true }));
		await check('age', t.howOld);
		await press(main.getByRole('button').nth(3));
		await check('sex', t.youAre);
		await press(main.getByRole('button', { name: t.ratherNot }));
		await check('end', t.thanks);
		await expect(page.locator('h1')).toBeFocused();
		await press(main.getByRole('button', { name: t.done }));
		await expectPage(page, 'start');
		await expect(page.locator('html')).toHaveAttribute('lang', 'de');
		await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
	}

	await leave(page, 'leyla', 'Wochenmarkt Zitrone Fahrrad');
	await asOffice(page, async ({ signIns }) => {
		const told = async () =>
			(await signIns.ofDay({ day: TODAY }))
				.filter(({ kioskName }) => kioskName === 'Tür')
				.map(({ language, name, by, ageBand, sex, session }) => [language, name, by, ageBand, sex, session !== null])
				.reverse();
		await expect
			.poll(told)
			.toEqual(KioskLanguage.options.map((language) => [language, NAMES[language], 'name', '27_54', 'keine_angabe', true]));
	});
});

test('with a card in hand: one touch; anything else that is scanned says nothing and breaks nothing', async ({ startKiosk }) => {
	const page = await startKiosk();
	const main = page.getByRole('main');
	const begun = Date.now();
	await scan(page, 'E-00007');
	await expectPage(page, 'session');
	await expect(main.getByText('E-00007')).toBeVisible();
	await main.getByRole('button').first().tap();
	await expect(page.getByRole('heading', { name: 'Danke!' })).toBeVisible();
	const took = Date.now() - begun;
	console.log(`kiosk: a returning visitor is thanked after ${took} ms and one touch`);
	expect(took).toBeLessThan(10_000);

	// The next person does not wait for the thank-you to be over.
	await scan(page, 'KONTOR-KARTE:E-00008', 'Tab');
	await expectPage(page, 'session');
	await page.keyboard.press('Escape');
	await expectPage(page, 'start');

	for (const garbage of ['4006381333931', '{"a":1}<script>alert(1)</script>', 'javascript:alert(1)//', ']C1E-00007', 'W-0007']) {
		await scan(page, garbage);
		await expect(page.getByText('Das war keine Karte von uns.')).toBeVisible();
		await expectPage(page, 'start');
	}
	await main.getByRole('button', { name: /^Deutsch/ }).tap();
	await main.getByRole('button').first().tap();
	await main.getByRole('button', { name: 'Mit Namen' }).tap();
	const field = page.getByRole('textbox');
	// Slowly, because `scan` dates its keys back.
	await typeByHand(field, 'Eva', 500);
	await scan(page, '4006381333931');
	await expect(page.getByText('Das war keine Karte von uns.')).toBeVisible();
	await expect(field).toHaveValue('Eva');
	await field.fill(' \u2003 ');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Bitte tippen Sie Ihren Namen.')).toBeVisible();
	await field.fill('Ö'.repeat(500));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Der Name ist zu lang.')).toBeVisible();
	for (const [name, value] of [
		['autocomplete', 'off'],
		['spellcheck', 'false'],
		['inputmode', 'none'],
	] as const) {
		await expect(field).toHaveAttribute(name, value);
	}
	await field.fill('Анна 🧵 ليلى');
	await page.keyboard.press('Enter');
	for (const at of ['age', 'sex']) {
		await expectPage(page, at);
		await scan(page, 'E-00009');
		await expectPage(page, at);
		await main.getByRole('button', { name: at === 'age' ? 'Möchte ich nicht sagen' : 'divers' }).tap();
	}
	await expectPage(page, 'end');
	await main.getByRole('button', { name: 'Fertig' }).tap();

	await main.getByRole('button', { name: 'Ich gehe' }).tap();
	await scan(page, 'E-00007');
	await expect(page.getByRole('heading', { name: 'Auf Wiedersehen!' })).toBeVisible();
	await main.getByRole('button', { name: 'Fertig' }).tap();
	await main.getByRole('button', { name: /^English/ }).tap();
	await main.getByRole('button', { name: 'Just visiting' }).tap();
	await main.getByRole('button', { name: 'Without a name' }).tap();
	await main.getByRole('button', { name: 'I would rather not say' }).tap();
	await main.getByRole('button', { name: 'a woman or girl' }).tap();
	await expectPage(page, 'end');
	await main.getByRole('button', { name: 'Done' }).tap();

	await leave(page, 'leyla', 'Wochenmarkt Zitrone Fahrrad');
	await asOffice(page, async ({ signIns }) => {
		const told = async () =>
			(await signIns.ofDay({ day: TODAY }))
				.filter(({ kioskName }) => kioskName === 'Tür')
				.map(({ direction, by, name, card, language, ageBand, sex }) => [direction, by, name ?? card, language, ageBand, sex])
				.reverse();
		await expect.poll(told).toEqual([
			['in', 'card', 'E-00007', 'de', null, null],
			['in', 'name', 'Анна 🧵 ليلى', 'de', 'keine_angabe', 'd'],
			['out', 'card', 'E-00007', 'de', null, null],
			['in', 'anonymous', null, 'en', 'keine_angabe', 'w'],
		]);
	});
});

test('while it waits to be approved, it shows what must stand in the office too', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	const code = await asOffice(page, async ({ members, kiosk }) => {
		await members.signIn({ signInName: 'leyla', passphrase: 'Wochenmarkt Zitrone Fahrrad' });
		await kiosk.enrol({ name: 'Tür' });
		const here = await kiosk.here();
		await kiosk.enter();
		return here?.fingerprint ?? '';
	});
	expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
	await page.reload();
	await expectPage(page, 'start');
	await expectLayout(page, 'waiting', 'ltr');
	await expect(page.getByRole('contentinfo').getByText(code)).toBeVisible();
	await page.getByRole('button', { name: 'Code zeigen' }).tap();
	await expectPage(page, 'waiting');
	await expect(page.getByRole('heading', { name: 'Dieser Kiosk wartet auf Zulassung' })).toBeFocused();
	await expect(page.getByRole('main').getByText(code.slice(0, 4), { exact: true })).toBeVisible();
	await expect(page.getByRole('img', { name: 'Der Prüfcode als QR-Code' })).toBeVisible();
	await expectLayout(page, 'the code', 'ltr');
	await page.getByRole('button', { name: 'Zurück' }).tap();
	await expectPage(page, 'start');
	await page.getByRole('button', { name: 'Was passiert mit meinen Angaben?' }).tap();
	await expect(page.getByText('Nach 8 Wochen löschen wir Ihren Namen wieder.')).toBeVisible();
	await expectLayout(page, 'privacy', 'ltr');
});
