import { createContext, useContext } from 'react';
import { KIOSK_WORDS } from '#renderer/i18n/kiosk/languages.ts';
import type { KioskWords } from '#renderer/i18n/kiosk/words.ts';
import type { KioskExtract } from '#shared/features/kiosk/model.ts';
import type { Step, Visit } from './flow.ts';

/** What every page of a visit has. */
interface Turn {
	readonly visit: Visit;
	readonly go: (step: Step) => void;
	/** Ends the visit: the next person's begins. */
	readonly startAnew: () => void;
	/** Today's; null while none is known. */
	readonly day: KioskExtract | null;
}

export const TurnContext = createContext<Turn | null>(null);

export function useTurn(): Turn & { readonly t: KioskWords } {
	const turn = useContext(TurnContext);
	if (turn === null) throw new Error('outside of a visit');
	return { ...turn, t: KIOSK_WORDS[turn.visit.language] };
}
