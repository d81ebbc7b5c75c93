import { FinalLetter, LetterFields, TemplateFields } from '#shared/features/letters/model.ts';
import { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { letter, template } from './tables.ts';

export const templateKind = mergeKind({
	vault: 'counselling',
	table: template,
	fields: TemplateFields,
	empty: { name: '–', kind: 'letter', subject: null, body: '', isRetired: false },
	texts: ['body'],
});

export const letterKind = mergeKind({
	vault: 'counselling',
	table: letter,
	fields: LetterFields.extend({ caseId: CaseId, authorId: MemberId, final: FinalLetter.nullable() }),
	empty: {
		...{ caseId: NO_ID as CaseId, authorId: NO_ID as MemberId, address: '', day: '1970-01-01' as LocalDate },
		...{ subject: '', body: '', final: null },
	},
	texts: ['body'],
	unasked: ['caseId', 'authorId'],
	// Of a finished one what is on its paper.
	words: ({ final, ...draft }) => {
		const { subject, address, body } = final ?? draft;
		return [subject, address, body].join(' ');
	},
});
