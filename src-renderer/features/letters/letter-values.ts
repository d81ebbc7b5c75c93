import type { Session } from '#renderer/features/members/session.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { isUndecided } from '#shared/features/appointments/model.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { addressOf, type PlaceholderValues, placeholderValues } from '#shared/features/letters/placeholders.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** What stands for the placeholders in texts of this case file, and the client's address; null: not enough of it is known. */
export async function valuesOf(
	{ id, personId, number, concern }: CaseFile,
	{ profile, member }: Session,
): Promise<{ values: PlaceholderValues; address: string | null; clientName: string }> {
	const [person, appointments] = await Promise.all([
		queryClient.fetchQuery(api.people.get.queryOptions({ input: { id: personId } })),
		queryClient.fetchQuery(api.appointments.ofCase.queryOptions({ input: { caseId: id } })),
	]);
	const today = localDateOf(Date.now());
	const now = wallTimeOf(Date.now());
	const [appointment = null] = appointments
		.filter(({ day, from, state }) => (day > today || (day === today && from >= now)) && isUndecided(state))
		.sort((a, b) => `${a.day} ${a.from}`.localeCompare(`${b.day} ${b.from}`));
	return {
		values: placeholderValues({ person, caseNumber: number, concern, appointment, today, counsellor: member.name, profile }),
		address: addressOf(person)?.join('\n') ?? null,
		clientName: [person.firstName, person.lastName].filter(Boolean).join(' '),
	};
}
