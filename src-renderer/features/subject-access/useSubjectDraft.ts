import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { showToast } from '#renderer/ui/undo-toast.tsx';
import { NO_DRAFT, SubjectDraft } from '#shared/features/subject-access/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** What a draft may weigh at most, with something to spare. */
const MOST_SIGNS = 190_000;

/** What was marked and checked so far: sealed to whoever does it, and there again after a lock. Undefined while it loads. */
export function useSubjectDraft(personId: PersonId) {
	const stored = useDraft(`subject:${personId}`);
	const [changed, setChanged] = useState<SubjectDraft | null>(null);
	const draft = changed ?? (stored.loaded ? parsed(stored.text) : undefined);
	return {
		draft,
		/** False where it would be more than can be kept: nothing has changed then. */
		change(next: SubjectDraft): boolean {
			const text = JSON.stringify(next);
			if (text.length > MOST_SIGNS) {
				showToast({ color: 'brick', message: currentTexts(texts).tooMany });
				return false;
			}
			setChanged(next);
			stored.save(text);
			return true;
		},
	};
}

function parsed(text: string | null): SubjectDraft {
	try {
		const draft = SubjectDraft.safeParse(JSON.parse(text ?? 'null')).data ?? NO_DRAFT;
		return draft.tickedOn === localDateOf(Date.now()) ? draft : { ...draft, identity: null, tickedOn: null };
	} catch {
		return NO_DRAFT;
	}
}
