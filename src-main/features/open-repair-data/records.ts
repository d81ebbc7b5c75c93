import { OpenRepair, OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import { derivedId } from '../../records/derived-id.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { importedRepair, openRepairSettings } from './tables.ts';

export const importedRepairKind = appendKind({ vault: 'workshop', table: importedRepair, fields: OpenRepair });

/** There is one of it, under the site's own id. */
export const openRepairSettingsKind = mergeKind({
	vault: 'workshop',
	table: openRepairSettings,
	fields: OpenRepairSettings,
	empty: { provider: '?', country: 'DEU', group: '?' },
	texts: [],
});

/** The same on every device, whoever reads the file. */
export const importedId = ({ provider, reference }: Pick<OpenRepair, 'provider' | 'reference'>): string =>
	derivedId(NO_ID, JSON.stringify([provider, reference]));
