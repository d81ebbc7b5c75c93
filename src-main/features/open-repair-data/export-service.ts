import type { Reviewed, ReviewRow } from '#shared/features/open-repair-data/contract.ts';
import type { Selection } from '#shared/features/open-repair-data/figures.ts';
import type { OpenRepair, OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import { personalParts, withoutPersonal } from '#shared/features/open-repair-data/strip-personal.ts';
import { queueLabel } from '#shared/features/repairs/model.ts';
import type { RepairId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hash, utf8 } from '../../vaults/crypto.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { asOpenRepair, type DoneRepair, isPowered, isUnpowered, type PoweredRepair, problemOf, resultOf } from './own-repairs.ts';
import { importedCount, importedRows, settingsOf } from './queries.ts';
import { openRepairFile, unpoweredFile } from './write-files.ts';

/** A repair's texts as a person left them. */
export interface LeftTexts {
	readonly id: RepairId;
	readonly item: string;
	readonly problem: string;
}

export interface OpenRepairExports {
	preview(session: Session, selection: Selection): ExportPreview;
	files(
		session: Session,
		selection: Selection,
		reviewed: { readonly token: string; readonly texts: readonly LeftTexts[] },
	): Result<{ name: string; text: string; rows: number }[], 'not_reviewed' | 'no_settings'>;
}

interface ExportPreview {
	readonly settings: OpenRepairSettings | null;
	readonly rows: ReviewRow[];
	readonly unpowered: number;
	readonly withoutCategory: (Pick<DoneRepair, 'id' | 'day' | 'item'> & { queue: string })[];
	readonly imported: number;
	readonly token: string;
}

/** `done`: the house's own, done on these days, in the order of their days; null: of all years. */
export function createOpenRepairExports({
	done,
}: {
	done(session: Session, year: number | null): readonly DoneRepair[];
}): OpenRepairExports {
	const ownOf = (session: Session, { source, year }: Selection): readonly DoneRepair[] =>
		source === 'imported' ? [] : done(session, year);
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	return {
		preview(session, selection) {
			const own = ownOf(session, selection);
			const powered = own.filter(isPowered);
			return {
				settings: settingsOf(vaultOf(session).reader, session.site),
				rows: powered.map((repair) => ({
					...{ id: repair.id, day: repair.day, queue: queueLabel(repair) },
					item: reviewed(repair.item, repair.names),
					problem: reviewed(problemOf(repair), repair.names),
				})),
				unpowered: own.filter(isUnpowered).length,
				withoutCategory: own
					.filter(({ category }) => category === null)
					.map((repair) => ({ id: repair.id, day: repair.day, queue: queueLabel(repair), item: repair.item })),
				imported: selection.source === 'own' ? 0 : importedCount(vaultOf(session).reader, selection.year),
				token: tokenOf(powered),
			};
		},
		files(session, selection, { token, texts }) {
			const { reader } = vaultOf(session);
			const settings = settingsOf(reader, session.site);
			const own = ownOf(session, selection);
			const powered = own.filter(isPowered);
			if (own.length > 0 && settings === null) return err('no_settings');
			if (token !== tokenOf(powered)) return err('not_reviewed');
			const left = new Map(texts.map((text) => [text.id, text]));
			const rows: OpenRepair[] = [];
			for (const repair of powered) {
				const text = left.get(repair.id);
				if (settings === null || text === undefined) return err('not_reviewed');
				rows.push(asOpenRepair(repair, settings, text));
			}
			if (selection.source !== 'own') rows.push(...importedRows(reader, selection.year));
			rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
			const span = selection.year === null ? 'alle' : String(selection.year);
			const files = [{ name: `OpenRepairData_v0.3_${span}.csv`, text: openRepairFile(rows), rows: rows.length }];
			const counted = own.filter(isUnpowered).map((repair) => ({ category: repair.category, result: resultOf(repair) }));
			if (settings !== null && counted.length > 0) {
				const text = unpoweredFile(settings.provider, counted);
				files.push({ name: `OpenRepairData_v0.3_unpowered_${span}.csv`, text, rows: counted.length });
			}
			return ok(files);
		},
	};
}

function reviewed(said: string, names: readonly string[]): Reviewed {
	return { said, personal: [...personalParts(said, names)], proposed: withoutPersonal(said, names) };
}

/** Another one as soon as a row comes or goes, or a text of it changes. */
function tokenOf(repairs: readonly PoweredRepair[]): string {
	const shown = repairs.map((repair) => [repair.id, repair.item, problemOf(repair), ...repair.names]);
	return Buffer.from(hash(utf8(JSON.stringify(shown)))).toString('hex');
}
