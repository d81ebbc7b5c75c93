import { useState } from 'react';

/**
 * A dialog in which something was typed is not closed by a slip: the first Escape or click beside it asks, the next one
 * closes, unless something was typed in between.
 */
export function useGuardedClose<Typed>(typed: Typed, initial: Typed, onClose: () => void) {
	const [asked, setAsked] = useState<Typed | null>(null);
	const isAsking = asked === typed;
	const isChanged = JSON.stringify(typed) !== JSON.stringify(initial);
	return { isAsking, close: () => (isChanged && !isAsking ? setAsked(typed) : onClose()) };
}
