import { EMPTY_PARTNER, PartnerFields } from '#shared/features/partners/model.ts';
import { mergeKind } from '../../records/kind.ts';
import { partner } from './tables.ts';

export const partnerKind = mergeKind({
	vault: 'office',
	table: partner,
	fields: PartnerFields,
	empty: { ...EMPTY_PARTNER, name: '–' },
	texts: [],
});
