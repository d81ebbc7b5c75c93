import { expect, it } from 'vitest';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';

it('takes no change to a closed file by any procedure, but lets an author delete a private note', async () => {
	const { client } = await foundedBackend({ seed: 1 });
	const { id: personId } = await client.people.create({ ...EMPTY_PERSON, lastName: 'Öztürk' });
	const [me] = await client.members.list();
	if (!me) throw new Error('nobody');
	const fields = {
		ownerId: me.id,
		deputyIds: [],
		openedOn: '2026-03-09' as LocalDate,
		programmeId: null,
		source: null,
		concern: null,
	};
	const { id } = await client.cases.open({ ...fields, personId });
	const note = { at: 0, duration: 30, kind: 'phone' as const, topics: [], text: 'Vermerk', nextStep: null, nextStepDue: null };
	const { id: contactId } = await client.cases.addContact({ ...note, caseId: id, privateNote: 'nur für mich' });
	await client.cases.setStatus({ id, status: 'closed' });

	const closed = { code: 'CLOSED', defined: true };
	await expect(client.cases.addContact({ ...note, caseId: id, privateNote: null })).rejects.toMatchObject(closed);
	await expect(client.cases.updateContact({ id: contactId, changes: { text: 'anders' } })).rejects.toMatchObject(closed);
	await expect(client.cases.updateContact({ id: contactId, changes: {}, privateNote: 'anders' })).rejects.toMatchObject(closed);
	await expect(client.cases.removeContact({ id: contactId })).rejects.toMatchObject(closed);
	await expect(client.cases.update({ id, changes: { concern: 'anders' } })).rejects.toMatchObject(closed);
	expect(await client.cases.contacts({ caseId: id })).toMatchObject([{ text: 'Vermerk', privateNote: 'nur für mich' }]);

	await client.cases.updateContact({ id: contactId, changes: {}, privateNote: null });
	expect(await client.cases.contacts({ caseId: id })).toMatchObject([{ text: 'Vermerk', privateNoteState: 'none' }]);
	await client.cases.setStatus({ id, status: 'reopened' });
	await client.cases.updateContact({ id: contactId, changes: { text: 'anders' } });
});
