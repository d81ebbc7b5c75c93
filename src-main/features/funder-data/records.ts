import { z } from 'zod';
import { FunderEventKind, NOT_BEGUN, Part, ParticipationFields, Snapshot } from '#shared/features/funder-data/model.ts';
import { type FunderProgrammeId, ParticipationId, type PersonId } from '#shared/kernel/ids.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { funderEvent, participation } from './tables.ts';

export const participationKind = mergeKind({
	vault: 'counselling',
	table: participation,
	fields: ParticipationFields,
	empty: { ...NOT_BEGUN, personId: NO_ID as PersonId, programmeId: NO_ID as FunderProgrammeId },
	texts: [],
	unasked: ['personId', 'programmeId'],
});

export const funderEventKind = appendKind({
	vault: 'counselling',
	table: funderEvent,
	fields: z.object({
		participationId: ParticipationId,
		what: FunderEventKind,
		part: Part,
		reason: z.string().max(500).nullable(),
		answers: Snapshot,
	}),
});
