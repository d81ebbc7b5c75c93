import type { BusinessRow, LegalForm } from '#shared/features/businesses/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';

const FORMS: Readonly<Record<LegalForm, string>> = {
	...{ sole_trader: 'Einzelunternehmen', gbr: 'GbR', gmbh: 'GmbH', ug: 'UG', ek: 'e. K.', ohg: 'OHG', kg: 'KG', ev: 'e. V.' },
	...{ eg: 'eG', founding: 'noch in Gründung', other: 'andere' },
};

/** What the list of businesses is exported with. */
export const CSV_COLUMNS: readonly (readonly [heading: string, (row: BusinessRow) => string | number])[] = [
	['Name', ({ name }) => name],
	['Rechtsform', ({ legalForm }) => (legalForm === null ? '' : FORMS[legalForm])],
	['Branche', ({ branch }) => branch ?? ''],
	['Straße', ({ street }) => street ?? ''],
	['Ort', ({ city }) => city ?? ''],
	['Ansprechperson', ({ contactName }) => contactName ?? ''],
	['Telefon', ({ phone }) => phone ?? ''],
	['Laufende Fallakten', ({ openCases }) => openCases],
	['Geändert', ({ updatedAt }) => formatLocalDate(localDateOf(updatedAt))],
];
