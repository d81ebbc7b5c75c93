import { describe, expect, it } from 'vitest';
import { historySentence } from '#renderer/features/members/manage/history-sentence.ts';
import { texts } from '#renderer/features/members/manage/history-texts.ts';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { LedgerEvent } from '#shared/features/members/model.ts';

const BASE: Omit<LedgerEvent, 'what'> = {
	seq: 2,
	at: 0,
	by: 'Erika Beispiel',
	member: null,
	device: null,
	before: null,
	vaults: [],
	roles: [],
};
const said = (event: Partial<LedgerEvent> & Pick<LedgerEvent, 'what'>) =>
	historySentence({ ...BASE, ...event }, texts.de, roleWords.de.roles);

describe('the history in sentences', () => {
	it('says who did what to whom', () => {
		expect(said({ what: 'member_added', member: 'Aylin Demir', roles: ['volunteer'] })).toBe(
			'Erika Beispiel hat Aylin Demir mit der Rolle Ehrenamt aufgenommen.',
		);
		expect(said({ what: 'roles_changed', member: 'Aylin Demir', roles: ['counsellor', 'administrator'] })).toBe(
			'Erika Beispiel hat die Rollen von Aylin Demir geändert. Seither gelten die Rollen Beratung und Verwaltung.',
		);
		expect(said({ what: 'new_keys', vaults: ['counselling', 'office'] })).toBe(
			'Erika Beispiel hat neue Schlüssel für das Büro und die Fallakten begonnen.',
		);
		expect(said({ what: 'device_removed', device: 'Tresen' })).toBe('Erika Beispiel hat das Gerät „Tresen“ entfernt.');
	});

	it('says what somebody or something was called before', () => {
		expect(said({ what: 'member_renamed', member: 'Aylin Kaya', before: 'Aylin Demir' })).toBe(
			'Erika Beispiel hat den Namen von Aylin Kaya geändert. Aylin Kaya hieß vorher Aylin Demir.',
		);
		expect(said({ what: 'member_renamed', member: 'Aylin Kaya', before: 'Aylin Kaya' })).toBe(
			'Erika Beispiel hat den Anmeldenamen von Aylin Kaya geändert.',
		);
		expect(said({ what: 'device_renamed', device: 'Tresen', before: 'PC 3' })).toBe(
			'Erika Beispiel hat ein Gerät umbenannt. Es heißt jetzt „Tresen“, vorher „PC 3“.',
		);
	});

	it('tells the founder from somebody who was added', () => {
		const founded = said({ what: 'member_added', member: 'Erika Beispiel', roles: ['administrator'] });
		expect(founded).toBe('Erika Beispiel gehört von Anfang an dazu, mit der Rolle Verwaltung.');
	});

	it('knows the kit, as who did it and as who got a key', () => {
		expect(said({ what: 'member_reset', by: null, member: 'Aylin Demir' })).toBe(
			'Mit dem Notfallblatt hat Aylin Demir neue Schlüssel und ein neues Passwort bekommen.',
		);
		expect(said({ what: 'access_given', vaults: ['counselling'] })).toBe(
			'Erika Beispiel hat dem Notfallblatt den Schlüssel für die Fallakten gegeben.',
		);
	});

	it.each(LedgerEvent.shape.what.options)('has a full sentence for %s, in both languages, by a member and by the kit', (what) => {
		for (const by of ['Erika Beispiel', null]) {
			for (const language of ['de', 'en'] as const) {
				const event = { ...BASE, what, by, member: 'Aylin Demir', device: 'Tresen', before: 'PC 3' };
				const sentence = historySentence(event, texts[language], roleWords[language].roles);
				expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
				expect(sentence).not.toMatch(/undefined|null/);
			}
		}
	});
});
