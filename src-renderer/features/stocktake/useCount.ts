import { useRef, useState } from 'react';
import { useTurn, useTurns } from '#renderer/features/turns/useTurns.ts';
import { client } from '#renderer/rpc/client.ts';
import { currentPreferences } from '#renderer/rpc/preferences.ts';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { play } from '#renderer/ui/scanner/sounds.ts';
import type { CountAnswer } from '#shared/features/stocktake/model.ts';
import type { ItemId, StocktakeId } from '#shared/kernel/ids.ts';
import { moodOf } from './answer-words.ts';
import { sayRefusal } from './settle.ts';

/** Counting: where, what was said last, and everything that a scan, a key or a finger can do. */
export interface Count {
	/** Empty: nobody says where. */
	readonly shelf: string;
	readonly answer: CountAnswer | null;
	/** What a tap has changed about the last answer. */
	readonly note: string | null;
	setShelf(shelf: string): void;
	/** `itemId`: which one of several with this number. */
	scan(text: string, itemId?: ItemId): void;
	countParts(kitId: ItemId): void;
	clear(): void;
}

/** `home`: where counting begins, when the stocktake is about one place. */
export function useCount(id: StocktakeId, home: string | null, partsCounted: (count: number) => string): Count {
	const [shelf, setShelf] = useStickyState(`stocktake.shelf.${id}`, home ?? '');
	const [answer, setAnswer] = useState<CountAnswer | null>(null);
	const [note, setNote] = useState<string | null>(null);
	const turns = useTurns();
	const turn = useTurn();
	/** The newest shelf, for what comes between two renderings: a scanner is faster. */
	const here = useRef(shelf);
	/** One scan after the other, in the order they were made. */
	const queue = useRef<Promise<unknown>>(Promise.resolve());

	const go = (place: string) => {
		here.current = place;
		setShelf(place);
	};
	const take = (next: CountAnswer) => {
		if (next.kind === 'shelf') go(next.shelf);
		if (next.kind === 'member') {
			// The next one to count takes their turn with their card, as everywhere.
			const who = turns.find((member) => member.id === next.memberId);
			if (who) turn.mutate(who, { onError: sayRefusal });
		}
		setAnswer(next);
		setNote(null);
		if (currentPreferences().sounds) play(moodOf(next));
	};
	return {
		shelf,
		answer,
		note,
		setShelf: go,
		scan(text, itemId) {
			queue.current = queue.current
				.then(() =>
					client.stocktake.scan({
						...{ id, text: text.slice(0, 20_000), itemId: itemId ?? null },
						shelf: here.current.trim() === '' ? null : here.current,
					}),
				)
				.then(take)
				.catch(sayRefusal);
		},
		countParts(kitId) {
			queue.current = queue.current
				.then(() => client.stocktake.countParts({ id, kitId, shelf: here.current.trim() === '' ? null : here.current }))
				.then(({ counted }) => setNote(partsCounted(counted)))
				.catch(sayRefusal);
		},
		clear: () => setAnswer(null),
	};
}
