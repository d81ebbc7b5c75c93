import { type Answers, FIELDS_OF, Part, type Snapshot } from '#shared/features/funder-data/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { FunderProgrammeId, MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { funderEventKind, participationKind } from './records.ts';

/** What a funder was told about somebody; indexes point into what was written. */
interface Invented {
	readonly caseIndex: number;
	readonly memberIndex: number;
	readonly programmeIndex: number;
	readonly answers: Answers;
	readonly doneOn: Readonly<Record<Part, LocalDate | null>>;
	readonly correction: { readonly changes: Partial<Answers>; readonly reason: string } | null;
}

/** Writes invented funder data as its invented authors would have: completed parts with what was said then. */
export function sampleParticipationWriter(ids: Ids) {
	return (
		session: Session,
		invented: readonly Invented[],
		written: {
			readonly cases: readonly { readonly personId: PersonId }[];
			readonly members: readonly MemberId[];
			readonly programmes: readonly FunderProgrammeId[];
		},
	): void => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, memberIndex, programmeIndex, answers, doneOn, correction } of invented) {
			const personId = written.cases[caseIndex]?.personId;
			const programmeId = written.programmes[programmeIndex];
			const author = written.members[memberIndex];
			if (!personId || !programmeId || !author) throw new Error('sample participant is missing');
			const participationId = derivedId(personId, programmeId);
			const done = { entryDoneOn: doneOn.entry, exitDoneOn: doneOn.exit, followUpDoneOn: doneOn.follow_up };
			const fields = { ...answers, ...correction?.changes, ...done, personId, programmeId };
			store.insert(participationKind, participationId, fields as Fields, author);
			const note = (what: 'completed' | 'corrected', part: Part, told: Answers, reason: string | null) => {
				const snapshot: Snapshot = Object.fromEntries(FIELDS_OF[part].map((field) => [field, told[field]]));
				store.append(funderEventKind, ids.next(), { participationId, what, part, reason, answers: snapshot }, author);
			};
			for (const part of Part.options) if (doneOn[part] !== null) note('completed', part, answers, null);
			if (correction) note('corrected', 'entry', { ...answers, ...correction.changes }, correction.reason);
		}
	};
}
