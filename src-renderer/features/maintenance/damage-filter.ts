import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import type { DamageList } from '#shared/features/maintenance/contract.ts';

export type DamageRequest = (typeof DamageList)['_output'];

/** What the list of damage shows; other pages set it before they lead there. */
export const useDamageFilter = () => useStickyState<DamageRequest['filter']>('damages.filter', 'open');
