/**
 * A plain PDF of text lines on A4, for the invented office and for tests: one font that every reader has, no compression,
 * the same bytes for the same lines.
 */
export interface PdfPage {
	readonly lines: readonly string[];
}

const LINES_FROM_TOP = 780;
const LINE_HEIGHT = 18;

/** `extra`: further entries of the catalogue, as they stand in the file. */
export function plainPdf(pages: readonly PdfPage[], extra = ''): Uint8Array {
	const first = 4;
	const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
	const objects = [
		`<< /Type /Catalog /Pages 2 0 R ${extra}>>`,
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...pages.flatMap(({ lines }, at) => {
			const text = `BT /F1 12 Tf ${LINE_HEIGHT} TL 70 ${LINES_FROM_TOP} Td\n${lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')}\nET`;
			const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`;
			return [page, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`];
		}),
	];
	let file = '%PDF-1.7\n';
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const count = objects.length + 1;
	const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return new Uint8Array(Buffer.from(`${file}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, 'latin1'));
}

/** Signs of the font's alphabet only; a long dash becomes a short one. */
const escaped = (line: string): string =>
	line
		.replace(/[–—]/g, '-')
		.replace(/[\\()]/g, '\\$&')
		.replace(/[^\x20-\xff]/g, '?');
