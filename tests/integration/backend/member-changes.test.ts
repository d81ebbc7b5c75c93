import { expect, it } from 'vitest';
import type { MemberId } from '#shared/kernel/ids.ts';
import { newSite, office, refusalOf } from '#tests/support/office.ts';

const START = 'drei blaue Stühle im Hof';
const NOBODY = '0190a000-0000-7000-8000-000000000000' as MemberId;

it('renames a member, who signs in by the new name; no two have the same', async () => {
	const pc = await office().pc('Büro');
	await newSite(pc);
	const { client } = pc;
	const aylin = { name: 'Aylin Demir', signInName: 'aylin', roles: ['volunteer' as const], startPassphrase: START };
	const { id } = await client.members.add(aylin);
	const taken = client.members.rename({ id, name: 'Aylin Kaya', signInName: 'Anna' });
	expect(await refusalOf(taken)).toMatchObject({ code: 'SIGN_IN_NAME_TAKEN' });
	const unknown = client.members.rename({ id: NOBODY, name: 'Niemand', signInName: 'wer' });
	expect(await refusalOf(unknown)).toMatchObject({ code: 'NOT_FOUND' });

	await client.members.rename({ id, name: 'Aylin Kaya', signInName: 'Kaya' });
	const [newest] = await client.members.history();
	expect(newest).toMatchObject({ what: 'member_renamed', by: 'Anna Müller', member: 'Aylin Kaya' });
	await client.members.lock();
	const oldName = client.members.signIn({ signInName: 'aylin', passphrase: START });
	expect(await refusalOf(oldName)).toMatchObject({ code: 'WRONG_PASSPHRASE' });
	pc.clock.advance(60_000);
	expect(await client.members.signIn({ signInName: 'kaya', passphrase: START })).toMatchObject({
		member: { name: 'Aylin Kaya' },
	});
});

it('tells what the recovery kit opens, and that a renewed one waits for the case files when nobody could give them', async () => {
	const { client } = await office().pc('Verwaltung');
	await client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Verwaltung',
		memberName: 'Carl Chef',
		signInName: 'carl',
		roles: ['administrator'],
		passphrase: START,
	});
	const waiting = async () => {
		const { kitAccess } = await client.members.overview();
		return kitAccess.filter(({ state }) => state === 'waiting').map(({ vault }) => vault);
	};
	expect(await waiting()).toEqual([]);
	await client.site.renewKit();
	expect(await waiting()).toEqual(['counselling']);
});
