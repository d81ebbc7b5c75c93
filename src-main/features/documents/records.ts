import { z } from 'zod';
import { DocumentFields, MAX_DOCUMENT_BYTES } from '#shared/features/documents/model.ts';
import { CaseId, type MemberId, MemberId as MemberIdSchema } from '#shared/kernel/ids.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { document } from './tables.ts';

const hex = z.string().regex(/^([0-9a-f]{64})?$/);

export const documentKind = mergeKind({
	vault: 'counselling',
	table: document,
	fields: DocumentFields.extend({
		caseId: CaseId,
		fileName: z.string().max(200),
		mediaType: z.string().max(120),
		size: z.int().min(0).max(MAX_DOCUMENT_BYTES),
		addedBy: MemberIdSchema,
		blob: hex,
		contentKey: z.string().max(64),
		fingerprint: hex,
	}),
	empty: {
		...{ title: '–', kind: 'other', tags: [], date: null, note: null },
		...{ caseId: NO_ID as CaseId, fileName: '', mediaType: 'application/octet-stream', size: 0, addedBy: NO_ID as MemberId },
		...{ blob: '', contentKey: '', fingerprint: '' },
	},
	texts: [],
	unasked: ['caseId', 'fileName', 'mediaType', 'size', 'addedBy', 'blob', 'contentKey', 'fingerprint'],
	blob: ({ blob }) => blob,
	words: ({ title, fileName, tags }) => [title, fileName.replace(/[._-]/g, ' '), ...tags].join(' '),
});
