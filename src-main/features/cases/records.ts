import { z } from 'zod';
import { ClosingFields, ClosingState, Reopening } from '#shared/features/cases/closing.ts';
import {
	CaseAccessKind,
	CaseFields,
	CaseStatus,
	ContactFields,
	SubjectExportForm,
	TodoFields,
} from '#shared/features/cases/model.ts';
import { BusinessId, CaseId, type MemberId, MemberId as MemberIdSchema, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { appendKind, mergeKind } from '../../records/kind.ts';
import { numberValue } from '../../records/numbering.ts';
import { caseAccess, caseClosing, caseFile, caseReopening, contact, todo } from './tables.ts';

const nobody = '' as MemberId;
const noDay = '' as LocalDate;

export const caseKind = mergeKind({
	vault: 'counselling',
	table: caseFile,
	fields: CaseFields.extend({
		number: z.string().max(20),
		personId: PersonId.nullable(),
		businessId: BusinessId.nullable(),
		status: CaseStatus,
	}),
	empty: {
		ownerId: nobody,
		deputyIds: [],
		openedOn: noDay,
		programmeId: null,
		source: null,
		concern: null,
		number: '',
		personId: null,
		businessId: null,
		status: 'open',
	},
	texts: [],
	unasked: ['number', 'personId', 'businessId', 'status'],
	derive: ({ number }) => ({ numberValue: numberValue(number) }),
	words: ({ number, concern }) => [number, number.replace(/\D+0*/, ''), concern].filter(Boolean).join(' '),
});

export const contactKind = mergeKind({
	vault: 'counselling',
	table: contact,
	fields: ContactFields.extend({ caseId: CaseId, authorId: MemberIdSchema, privateNote: z.string().max(200_000).nullable() }),
	empty: {
		caseId: '' as CaseId,
		authorId: nobody,
		at: 0,
		duration: 0,
		kind: 'planned',
		topics: [],
		text: '',
		nextStep: null,
		nextStepDue: null,
		privateNote: null,
	},
	texts: ['text'],
	unasked: ['caseId', 'authorId', 'privateNote'],
});

export const todoKind = mergeKind({
	vault: 'counselling',
	table: todo,
	fields: TodoFields.extend({ doneAt: z.number().nullable() }),
	empty: { subject: '–', due: null, ownerId: nobody, caseId: null, doneAt: null },
	texts: [],
	unasked: ['doneAt'],
});

export const caseAccessKind = appendKind({
	vault: 'counselling',
	table: caseAccess,
	fields: z.object({
		caseId: CaseId,
		what: CaseAccessKind,
		form: SubjectExportForm.nullable().default(null),
		blackened: z.int().min(0).nullable().default(null),
	}),
});

export const caseClosingKind = appendKind({
	vault: 'counselling',
	table: caseClosing,
	fields: ClosingFields.extend({ caseId: CaseId, state: ClosingState }),
});

export const caseReopeningKind = appendKind({
	vault: 'counselling',
	table: caseReopening,
	fields: Reopening.omit({ id: true }).extend({ caseId: CaseId }),
});
