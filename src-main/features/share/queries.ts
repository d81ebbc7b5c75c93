import { desc } from 'drizzle-orm';
import type { BackupDeed, DrilledVault } from '#shared/features/share/care-model.ts';
import type { Reader } from '../../database/handles.ts';
import { backupReport } from './tables.ts';

export interface StoredReport {
	readonly id: string;
	readonly at: number;
	readonly member: string;
	readonly device: string;
	readonly what: BackupDeed;
	readonly isFine: boolean;
	readonly seconds: number;
	readonly vaults: readonly DrilledVault[];
	readonly files: number;
	readonly damaged: number;
}

/** Some years of monthly drills and copies are a few hundred. */
const MOST = 500;

/** Newest first. */
export const reportsIn = (db: Reader): StoredReport[] =>
	db.select().from(backupReport).orderBy(desc(backupReport.at)).limit(MOST).all() as StoredReport[];
