import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { SAVE_AFTER } from '#renderer/features/records/useDraft.ts';
import { useFlushOnLeaving } from '#renderer/features/records/useFlushOnLeaving.ts';
import { client } from '#renderer/rpc/client.ts';
import { changedLetterFields, type Letter, type LetterFields } from '#shared/features/letters/model.ts';

export interface LetterDraft {
	readonly fields: LetterFields;
	set(changes: Partial<LetterFields>): void;
	/** Writes what waits now. False when it could not be written. */
	flush(): Promise<boolean>;
	readonly isSaved: boolean;
	readonly error: unknown;
	/** The field of the text: its cursor stays at its words when others come in. */
	readonly body: RefObject<HTMLTextAreaElement | null>;
}

const fieldsOf = ({ address, day, subject, body }: LetterFields): LetterFields => ({ address, day, subject, body });
const isSame = (a: LetterFields, b: LetterFields) => Object.keys(changedLetterFields(a, b)).length === 0;

/**
 * A letter while it is written: saved in its case file while one types. What a colleague writes into it on another PC
 * comes in as soon as nothing here waits to be written; until then each text is kept as it was made, and both are woven
 * together where they are stored.
 */
export function useLetterDraft(letter: Letter): LetterDraft {
	const { id } = letter;
	const [fields, setFields] = useState(() => fieldsOf(letter));
	const [isSaved, setSaved] = useState(true);
	const [error, setError] = useState<unknown>(null);
	/** As they are on the screen. */
	const shown = useRef(fields);
	/** What the shown ones were made from. */
	const base = useRef(fields);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const writing = useRef<Promise<boolean>>(Promise.resolve(true));

	/** When the newest one known here was written. */
	const newest = useRef(letter.updatedAt);
	const body = useRef<HTMLTextAreaElement>(null);

	const show = useCallback((next: LetterFields) => {
		shown.current = next;
		setFields(next);
	}, []);

	/** What is stored, where nothing here waits to be written. */
	const adopt = useCallback(
		(stored: Letter) => {
			if (stored.updatedAt < newest.current) return;
			newest.current = stored.updatedAt;
			const before = shown.current;
			base.current = fieldsOf(stored);
			if (isSame(before, base.current)) return;
			show(base.current);
			keepCursor(body.current, before.body, base.current.body);
		},
		[show],
	);

	const write = useCallback(async () => {
		const sent = shown.current;
		const changes = changedLetterFields(base.current, sent);
		if (Object.keys(changes).length === 0) return true;
		try {
			const stored = await client.letters.change({ id, changes, base: { body: base.current.body } });
			base.current = sent;
			if (shown.current === sent) {
				adopt(stored);
				setSaved(true);
			}
			setError(null);
			return true;
		} catch (caught) {
			setError(caught);
			return false;
		}
	}, [id, adopt]);

	const flush = useCallback(() => {
		clearTimeout(timer.current);
		writing.current = writing.current.then(write);
		return writing.current;
	}, [write]);
	useFlushOnLeaving(useCallback(async () => void (await flush()), [flush]));

	useEffect(() => {
		if (isSame(base.current, shown.current)) adopt(letter);
	}, [letter, adopt]);

	const set = useCallback(
		(changes: Partial<LetterFields>) => {
			show({ ...shown.current, ...changes });
			setSaved(false);
			clearTimeout(timer.current);
			timer.current = setTimeout(() => void flush(), SAVE_AFTER);
		},
		[flush, show],
	);
	return { fields, set, flush, isSaved, error, body };
}

function keepCursor(field: HTMLTextAreaElement | null, before: string, after: string): void {
	if (!field || field !== document.activeElement) return;
	const cursor = field.selectionStart;
	let same = 0;
	while (same < cursor && before[same] === after[same]) same++;
	// Words that came in before the cursor push it on.
	const place = same === cursor ? cursor : Math.max(same, cursor + after.length - before.length);
	requestAnimationFrame(() => field.setSelectionRange(place, place));
}
