import { useState } from 'react';
import { z } from 'zod';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import { answering } from '#shared/features/funder-data/answers.ts';
import { type AnswerField, Answers } from '#shared/features/funder-data/model.ts';

const Kept = z.object({ changes: Answers.partial(), reason: z.string() });
type Changes = Partial<Answers>;

/** What was changed of a part and not sent yet, kept as a draft: only that is sent, so that others' answers stay. */
export function usePartDraft(draft: Draft) {
	const [kept] = useState(() => readDraft(draft.text));
	const [changes, setChanges] = useState<Changes>((kept?.changes ?? {}) as Changes);
	const [reason, setReason] = useState(kept?.reason ?? '');
	const [restored, setRestored] = useState(kept !== null);
	const keep = (next: Changes, why: string) => draft.save(JSON.stringify({ changes: next, reason: why }));
	return {
		changes,
		reason,
		restored,
		isWritten: Object.keys(changes).length > 0 || reason !== '',
		answer(field: AnswerField, value: string | null) {
			const next = { ...changes, ...answering(field, value) };
			setChanges(next);
			keep(next, reason);
		},
		explain(why: string) {
			setReason(why);
			keep(changes, why);
		},
		/** Puts back what was thrown away. */
		put(next: Changes, why: string) {
			setChanges(next);
			setReason(why);
			keep(next, why);
		},
		/** After it was sent or thrown away. */
		async clear() {
			await draft.discard();
			setChanges({});
			setReason('');
			setRestored(false);
		},
	};
}

function readDraft(text: string | null): z.infer<typeof Kept> | null {
	try {
		return Kept.safeParse(JSON.parse(text ?? 'null')).data ?? null;
	} catch {
		return null;
	}
}
