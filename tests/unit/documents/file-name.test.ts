import { describe, expect, it } from 'vitest';
import { cleanFileName, endingOf, nameForSaving, plainLine, titleOf } from '#shared/features/documents/file-name.ts';
import { kindByName } from '#shared/features/documents/model.ts';
import { printedSeed } from '#tests/support/campaign.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

describe('names of files', () => {
	const clean: [given: string, kept: string, title: string][] = [
		['Bescheid_Jobcenter.pdf', 'Bescheid_Jobcenter.pdf', 'Bescheid Jobcenter'],
		['  Zeugnis  (neu).PDF ', 'Zeugnis (neu).PDF', 'Zeugnis (neu)'],
		['../../etc/passwd', 'passwd', 'passwd'],
		['C:\\Users\\Anna\\Vertrag.docx', 'Vertrag.docx', 'Vertrag'],
		['/absolut/und/leer/', '', ''],
		['..', '', ''],
		['.', '', ''],
		['.htaccess', '.htaccess', '.htaccess'],
		['Rechnung\u202efdp.exe', 'Rechnungfdp.exe', 'Rechnungfdp'],
		['a\u0000b\u0007\r\nc.txt', 'abc.txt', 'abc'],
		['\u2066\u2069\u200f', '', ''],
		['U\u0308bung.pdf', 'Übung.pdf', 'Übung'],
		['Foto 1.2.2026', 'Foto 1.2.2026', 'Foto 1.2'],
		['Zeugnis.pdf.exe', 'Zeugnis.pdf.exe', 'Zeugnis.pdf'],
		['شهادة.pdf', 'شهادة.pdf', 'شهادة'],
	];
	it.each(clean)('%j is kept as %j', (given, kept, title) => {
		expect(cleanFileName(given)).toBe(kept);
		expect(titleOf(given)).toBe(title);
	});

	it('has an ending, in lower case, or none', () => {
		expect(['a.PDF', 'a.tar.gz', 'a', '.htaccess', 'a.', 'a.b c'].map(endingOf)).toEqual(['pdf', 'gz', '', '', '', '']);
	});

	it.each([
		['Bescheid: Mai/Juni?.pdf', 'Juni-.pdf'],
		['Was? "Neu" <1>|*.pdf', 'Was- -Neu- -1---.pdf'],
		['CON', '_CON'],
		['aux.txt', '_aux.txt'],
		['Ende. . ', 'Ende'],
		['...versteckt', 'versteckt'],
		['\u202e', 'Unterlage'],
	])('%j is saved as %j', (given, saved) => {
		expect(nameForSaving(given, 'Unterlage')).toBe(saved);
	});

	it('stays harmless and short, whatever it was', () => {
		const random = seededRandom(printedSeed('file names'));
		const signs = [...'aä .-_/\\:\u0000\u001f\u202e\u2067\u200f*?"<>|', '😀', 'é', 'ع', '\u0308'];
		for (let run = 0; run < 3000; run++) {
			const name = Array.from(random.bytes(1 + (run % 300)), (byte) => signs[byte % signs.length]).join('');
			const kept = cleanFileName(name);
			expect(kept.length).toBeLessThanOrEqual(360);
			expect([...kept].length).toBeLessThanOrEqual(180);
			expect(kept).not.toMatch(/[/\\]|\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
			expect(kept).not.toMatch(/^\.+$/);
			expect(cleanFileName(kept)).toBe(kept);
			expect(nameForSaving(name, 'x')).not.toMatch(/[<>:"|?*/\\]|^\.|[. ]$|^$/);
			expect(plainLine(plainLine(name))).toBe(plainLine(name));
		}
	});

	it('suggests what it is', () => {
		const names = [
			'Bewilligungsbescheid.pdf',
			'CV_Yilmaz.pdf',
			'LEBENSLAUF.docx',
			'recycling.pdf',
			'Personalausweis.jpg',
			'Mietvertrag.pdf',
			'Arbeitszeugnis.pdf',
			'Anschreiben.docx',
			'IMG_2034.jpg',
		];
		expect(names.map(kindByName)).toEqual([
			'notice',
			'cv',
			'cv',
			'other',
			'identity',
			'contract',
			'certificate',
			'letter',
			'other',
		]);
	});
});
