import { expect, it } from 'vitest';
import { inspect } from '#main/features/documents/inspect.ts';
import { plainPdf } from '#main/features/documents/plain-pdf.ts';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { cleanFileName } from '#shared/features/documents/file-name.ts';
import { DocumentFields } from '#shared/features/documents/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

it.each([
	[7, '2026-11-23'],
	[42, '2027-01-01'],
])('invented documents of seed %i lie in open files, with their counsellor, dated in the past', async (seed, day) => {
	const today = day as LocalDate;
	const { documents, cases } = sampleOffice(seed, today);
	expect(documents.length).toBeGreaterThan(30);
	for (const { caseIndex, authorIndex, fileName, fields, pages } of documents) {
		expect(cases[caseIndex]).toMatchObject({ status: 'open', ownerIndex: authorIndex });
		expect(DocumentFields.parse(fields)).toEqual(fields);
		expect(fields.date !== null && fields.date < today).toBe(true);
		expect(cleanFileName(fileName)).toBe(fileName);
		if (pages) expect(await inspect(fileName, plainPdf(pages.map((lines) => ({ lines }))))).toMatchObject({ ok: true });
	}
	const [first] = documents;
	expect(new Set(documents.filter((one) => one.caseIndex === first?.caseIndex).map(({ fields }) => fields.kind)).size).toBe(6);
	expect(sampleOffice(seed, today).documents).toEqual(documents);
});
