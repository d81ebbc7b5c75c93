import type { RepairFigures, Selection } from '#shared/features/open-repair-data/figures.ts';
import type { OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { createOpenRepairExports, type OpenRepairExports } from './export-service.ts';
import { type FigureDeps, repairFiguresOf } from './figures.ts';
import { createOpenRepairImports, type OpenRepairImports } from './import-service.ts';
import { settingsOf } from './queries.ts';
import { openRepairSettingsKind } from './records.ts';

/** Open repair data: what others published comes in, the house's own goes out, and both are counted. */
export interface OpenRepairDataService {
	/** Null: nothing said yet. */
	settings(session: Session): OpenRepairSettings | null;
	saveSettings(session: Session, settings: OpenRepairSettings): void;
	figures(session: Session, selection: Selection): RepairFigures;
	readonly imports: OpenRepairImports;
	readonly exports: OpenRepairExports;
}

export function createOpenRepairDataService(deps: FigureDeps & { readonly clock: Clock }): OpenRepairDataService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	return {
		settings: (session) => settingsOf(vaultOf(session).reader, session.site),
		saveSettings: (session, settings) =>
			vaultOf(session).store.put(openRepairSettingsKind, session.site, {}, settings, session.acting),
		figures: (session, selection) => repairFiguresOf(deps, session, selection),
		imports: createOpenRepairImports(deps),
		exports: createOpenRepairExports(deps),
	};
}
