import { asc, isNull } from 'drizzle-orm';
import { DatedTerms, type FunderProgramme, USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import type { Reader } from '../../database/handles.ts';
import { funderProgramme, funderTerms } from './tables.ts';

/** Removed ones too. In no particular order. */
export function allProgrammes(db: Reader): FunderProgramme[] {
	const terms = Map.groupBy(
		db.select().from(funderTerms).where(isNull(funderTerms.removedAt)).orderBy(asc(funderTerms.validFrom)).all(),
		({ programmeId }) => programmeId,
	);
	return db
		.select()
		.from(funderProgramme)
		.all()
		.map(({ createdAt: _, updatedAt: __, removedAt, ...row }) => {
			const fields = row as Omit<FunderProgramme, 'terms' | 'isRemoved'>;
			const dated = (terms.get(row.id) ?? []).map((one) => DatedTerms.parse(one));
			// None when two PCs removed the last ones while apart, or when they are still on their way here.
			const usual = { ...USUAL_TERMS[fields.regime], validFrom: fields.startsOn };
			return { ...fields, terms: dated.length === 0 ? [usual] : dated, isRemoved: removedAt !== null };
		});
}
