import { describe, expect, it } from 'vitest';
import { texts } from '#renderer/features/members/manage/change-texts.ts';
import { sentencesOf } from '#renderer/features/members/manage/consequence-sentences.ts';
import type { Consequences, MemberChange, Role, Vault } from '#shared/features/members/model.ts';

const NOTHING: Consequences = {
	refusal: null,
	loses: [],
	newKeys: [],
	newKeysLater: [],
	lastReaderOf: [],
	kitOnly: [],
	waitsFor: [],
	ownedCases: 0,
	lostNotes: 0,
	startPassphrases: [],
	devices: [],
};

const words = (change: MemberChange, found: Partial<Consequences>, roles: Role[] = ['counsellor'], unread: Vault[] = []) =>
	sentencesOf({ name: 'Aylin Demir', roles }, change, { ...NOTHING, ...found }, unread, texts.de);

describe('what a change to a member brings with it', () => {
	it('says only why, when it cannot be done at all', () => {
		const said = words({ kind: 'remove' }, { refusal: 'last_administrator', loses: ['office'], lastReaderOf: ['counselling'] });
		expect(said.refusal).toContain('Aylin Demir hat als Einzige oder Einziger die Rolle Verwaltung');
		expect(said).toMatchObject({ plain: [], warnings: [], grave: null });
	});

	it('names what a lost role closes, and that keys change', () => {
		const found = { loses: ['counselling' as const], newKeys: ['counselling' as const], ownedCases: 12 };
		const said = words({ kind: 'roles', roles: ['volunteer'] }, found);
		expect(said.plain[0]).toBe('Aylin Demir kann die Fallakten danach nicht mehr lesen.');
		expect(said.plain[1]).toContain('Kontor beginnt neue Schlüssel für die Fallakten.');
		expect(said.handOver).toBe('Aylin Demir ist noch für 12 laufende Fallakten zuständig. Bitte übergeben Sie sie vorher.');
	});

	it('names what a new role opens, or who has to open it first', () => {
		const roles: Role[] = ['volunteer', 'counsellor', 'administrator'];
		expect(words({ kind: 'roles', roles }, {}, ['volunteer']).plain).toEqual([
			'Aylin Demir kann die Fallakten danach lesen, auch alles, was schon darin steht.',
			'Aylin Demir kann danach Mitarbeitende, Geräte und Sicherung verwalten.',
		]);
		const waiting = words({ kind: 'roles', roles }, { waitsFor: ['counselling'] }, ['volunteer']).plain;
		expect(waiting.join(' ')).toContain('Auf die Fallakten muss Aylin Demir warten');
		expect(waiting.join(' ')).not.toContain('danach lesen');
		const first = words({ kind: 'roles', roles }, { waitsFor: ['counselling'] }, ['volunteer'], ['counselling']).plain;
		expect(first[1]).toBe('Bisher liest niemand die Fallakten. Für Aylin Demir geht das nach der nächsten Anmeldung von selbst.');
		const kit = { waitsFor: ['counselling' as const], kitOnly: ['counselling' as const] };
		const locked = words({ kind: 'roles', roles }, kit, ['volunteer'], ['counselling']).plain;
		expect(locked[1]).toContain('Aylin Demir braucht dafür das Notfallblatt');
	});

	it('warns of lost notes, also when they cannot be counted', () => {
		expect(words({ kind: 'reset' }, { lostNotes: 14 }).warnings[0]).toContain('Die 14 privaten Notizen von Aylin Demir');
		expect(words({ kind: 'reset' }, { lostNotes: 1 }).warnings[0]).toContain('Die eine private Notiz');
		expect(words({ kind: 'reset' }, { lostNotes: null, ownedCases: null }).warnings).toHaveLength(1);
		expect(words({ kind: 'reset' }, { lostNotes: 0 }).plain.join(' ')).toContain('keine privaten Notizen');
		expect(words({ kind: 'reset' }, { lostNotes: null, ownedCases: null }, ['volunteer']).warnings).toEqual([]);
	});

	it('asks to tick off that nobody is left to read', () => {
		const { grave } = words({ kind: 'remove' }, { loses: ['office', 'workshop', 'counselling'], lastReaderOf: ['counselling'] });
		expect(grave?.sentence).toContain('die einzige Person, die die Fallakten liest');
		expect(grave?.tick).toContain('niemand mehr die Fallakten lesen kann');
	});
});
