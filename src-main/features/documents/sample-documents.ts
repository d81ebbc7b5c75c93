import type { DocumentFields } from '#shared/features/documents/model.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { Session } from '../../vaults/session.ts';
import { plainPdf } from './plain-pdf.ts';
import { plainPng } from './plain-png.ts';
import type { DocumentService } from './service.ts';

/** An invented document; indexes point into the invented cases and members. */
interface InventedDocument {
	readonly caseIndex: number;
	readonly authorIndex: number;
	readonly fileName: string;
	readonly fields: Partial<DocumentFields>;
	/** Null: a picture of a sheet. */
	readonly pages: readonly (readonly string[])[] | null;
}

/** Puts the invented documents into their case files, encrypted like any other. */
export function sampleDocumentWriter({ add }: Pick<DocumentService, 'add'>) {
	return async (
		session: Session,
		documents: readonly InventedDocument[],
		{ cases, members }: { readonly cases: readonly { readonly id: CaseId }[]; readonly members: readonly MemberId[] },
	): Promise<void> => {
		for (const { caseIndex, authorIndex, fileName, fields, pages } of documents) {
			const [caseId, author] = [cases[caseIndex]?.id, members[authorIndex]];
			if (!caseId || !author) throw new Error('sample case is missing');
			const content = pages ? plainPdf(pages.map((lines) => ({ lines }))) : scannedSheet();
			const added = await add(session, { caseId, fileName, fields, content }, author);
			if (!added.ok) throw new Error(`sample document is refused: ${added.error}`);
		}
	};
}

let sheet: Uint8Array | null = null;

/** A sheet with a heading, a stamp and lines too small to read, a little askew. */
function scannedSheet(): Uint8Array {
	const [width, height] = [620, 877];
	sheet ??= plainPng(width, height, (column, row) => {
		const [x, y] = [column + row * 0.012, row - column * 0.012];
		if (x < 24 || y < 12 || x > width - 14 || y > height - 24) return 196;
		const isInk = Math.sin(x * 0.9 + Math.floor(y / 22) * 5) > -0.35;
		if (y > 90 && y < 112 && x > 70 && x < 330) return isInk ? 40 : 245;
		const ring = Math.hypot(x - 470, y - 690);
		if (ring > 52 && ring < 58) return 110;
		const end = 70 + 470 * (0.72 + 0.28 * Math.sin(Math.floor(y / 22) * 2.3));
		if (y > 170 && y < 640 && y % 22 < 7 && x > 70 && x < end) return isInk ? 95 : 245;
		return 245;
	});
	return sheet;
}
