import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import type { ItemId } from '#shared/kernel/ids.ts';

/** The items ticked in the list; kept until the lock, so that a look at one of them, or at the labels, loses nothing. */
export const useItemSelection = () => useStickyState<readonly ItemId[]>('inventory.selected', []);
