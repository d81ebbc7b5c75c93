import { useQuery } from '@tanstack/react-query';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { AnswerField, Answers } from '#shared/features/funder-data/model.ts';
import { suggestedFrom } from '#shared/features/funder-data/suggested.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { answerWord } from './questions.ts';
import { texts } from './texts.ts';

export type Suggest = (field: AnswerField, answers: Answers) => { readonly value: string; readonly words: string } | null;

/** What lies near: from the person's record and the dates of the file. Nothing of it is filled in by itself. */
export function useSuggestions({ personId, openedOn }: CaseFile, closedOn: LocalDate | null): Suggest {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	const person = useQuery({
		...api.people.get.queryOptions({ input: { id: personId as PersonId } }),
		enabled: personId !== null,
	});
	return (field, answers) => {
		if (field === 'entryOn') return { value: openedOn, words: t.suggestedDay.entryOn(formatLocalDate(openedOn)) };
		if (field === 'exitOn') return closedOn && { value: closedOn, words: t.suggestedDay.exitOn(formatLocalDate(closedOn)) };
		if (!person.data) return null;
		const value = suggestedFrom(person.data, answers.entryOn ?? openedOn)[field];
		return value ? { value, words: t.suggested(answerWord(field, value, t, tPerson, screen)) } : null;
	};
}
