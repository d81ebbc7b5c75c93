import { useStickyState } from '#renderer/ui/list/listMemory.ts';

/** Ids of the borrowers who are to get a letter; kept in memory between the page and its letters. */
export const useLetterChoice = () => useStickyState<readonly string[]>('reminders.letters', []);
