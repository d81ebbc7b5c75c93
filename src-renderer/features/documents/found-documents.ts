import type { CaseDocument, DocumentKind } from '#shared/features/documents/model.ts';
import { fold } from '#shared/kernel/fold.ts';

/** Whether every typed word stands somewhere in what a document is called. */
export function isFound(document: CaseDocument, typed: string, kindWords: Record<DocumentKind, string>): boolean {
	const { title, fileName, tags, note, kind } = document;
	const words = fold([title, fileName, ...tags, note ?? '', kindWords[kind]].join(' '));
	return fold(typed)
		.split(' ')
		.every((word) => words.includes(word));
}
