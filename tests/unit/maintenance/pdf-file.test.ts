import { expect, test } from 'vitest';
import { readPdf } from '#renderer/features/maintenance/manual/pdf-file.ts';
import { MAX_MANUAL_BYTES, Manual } from '#shared/features/maintenance/model.ts';

function pdfBytes(length: number): Uint8Array<ArrayBuffer> {
	const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
	bytes.set(new TextEncoder().encode('%PDF-2'));
	return bytes;
}

// Around the size of the pieces it is read in, where a seam could show.
test.each([6, 7, 8, 0x5fff, 0x6000, 0x6001, 0xc001, MAX_MANUAL_BYTES])('%i bytes are sent as they are', async (length) => {
	const bytes = pdfBytes(length);
	const read = await readPdf(new Blob([bytes]));
	const expected = Buffer.from(bytes).toString('base64');
	expect('pdf' in read && read.pdf === expected).toBe(true);
	expect(Manual.safeParse(expected).success).toBe(true);
});

test('what is too large or no PDF says which', async () => {
	expect(await readPdf(new Blob([pdfBytes(MAX_MANUAL_BYTES + 1)]))).toEqual({ refused: 'too_large' });
	expect(await readPdf(new Blob(['PK\x03\x04']))).toEqual({ refused: 'no_pdf' });
	expect(await readPdf(new Blob(['%PDF-']))).toEqual({ refused: 'no_pdf' });
	expect(await readPdf(new Blob([]))).toEqual({ refused: 'no_pdf' });
});
