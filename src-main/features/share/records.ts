import { BackupReport } from '#shared/features/share/care-model.ts';
import { appendKind } from '../../records/kind.ts';
import { backupReport } from './tables.ts';

/** A report is written by the device that did the work, and read by everybody. */
export const backupReportKind = appendKind({
	vault: 'office',
	table: backupReport,
	fields: BackupReport.omit({ id: true, at: true, member: true, device: true }),
});
