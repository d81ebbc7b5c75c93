import { useCallback, useEffect, useRef, useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { type Desk, EMPTY_DESK, isEmpty, readDraft } from './desk-state.ts';

/** Where an unfinished desk waits for whoever comes back from a lock, a crash or another page. */
const DRAFT = 'desk:new';

export interface DeskMemory {
	readonly desk: Desk;
	/** What was left here before is known. */
	readonly loaded: boolean;
	/** As it is right now, for what goes on after waiting for an answer. */
	now(): Desk;
	become(desk: Desk): void;
}

export function useDeskMemory(): DeskMemory {
	const draft = useDraft(DRAFT);
	const [desk, setDesk] = useState(EMPTY_DESK);
	const current = useRef(desk);
	const [wasRead, setWasRead] = useState(false);
	const { save, loaded, text } = draft;

	const become = useCallback(
		(next: Desk) => {
			current.current = next;
			setDesk(next);
			save(isEmpty(next) ? '' : JSON.stringify(next));
		},
		[save],
	);
	useEffect(() => {
		if (!loaded || wasRead) return;
		setWasRead(true);
		const kept = text === null ? null : readDraft(text);
		if (kept === null) return;
		current.current = kept;
		setDesk(kept);
	}, [loaded, wasRead, text]);

	const now = useCallback(() => current.current, []);
	return { desk, loaded: wasRead, now, become };
}
