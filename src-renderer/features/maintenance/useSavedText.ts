import { useEffect, useRef, useState } from 'react';

export interface SavedText {
	readonly text: string;
	readonly set: (text: string) => void;
	/** What is not stored yet, and what the text was when typing began; null: nothing. Newer than what is drawn. */
	readonly unsaved: () => { readonly base: string; readonly text: string } | null;
	readonly stored: (text: string) => void;
}

/** A field that follows what is stored, also when somebody else writes it, as long as nobody types into it here. */
export function useSavedText(stored: string): SavedText {
	const [text, setText] = useState(stored);
	const kept = useRef({ base: stored, text: stored });
	useEffect(() => {
		if (kept.current.text !== kept.current.base) return;
		kept.current = { base: stored, text: stored };
		setText(stored);
	}, [stored]);
	return {
		text,
		set: (next) => {
			kept.current = { ...kept.current, text: next };
			setText(next);
		},
		unsaved: () => (kept.current.text === kept.current.base ? null : kept.current),
		stored: (saved) => {
			kept.current = { ...kept.current, base: saved };
		},
	};
}
