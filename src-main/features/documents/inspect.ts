import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { endingOf } from '#shared/features/documents/file-name.ts';
import { isShownImage, MAX_PIXELS, type Refusal } from '#shared/features/documents/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/**
 * What a file is, told by its content and never by its name; and whether it may lie in a case file. Nothing is decoded:
 * an image's size is read from its head. What the app cannot show is kept as it is and never opened here.
 */
export async function inspect(fileName: string, content: Uint8Array): Promise<Result<string, Refusal>> {
	if (content.length === 0) return err('empty');
	const ending = endingOf(fileName);
	const mediaType = await mediaTypeOf(content);
	if (PROGRAMS.has(mediaType) || PROGRAM_ENDINGS.has(ending)) return err('program');
	const expected = EXPECTED[ending];
	if (expected && !expected.includes(mediaType)) return err('mislabelled');
	if (isShownImage(mediaType)) {
		const pixels = pixelsOf(content);
		if (pixels === null) return err('broken_image');
		if (pixels > MAX_PIXELS) return err('too_many_pixels');
	}
	return ok(mediaType);
}

async function mediaTypeOf(content: Uint8Array): Promise<string> {
	// A line for the shell: file-type does not know it, and it is a program all the same.
	if (content[0] === 0x23 && content[1] === 0x21) return 'text/x-shellscript';
	const found = await fileTypeFromBuffer(content).catch(() => undefined);
	if (found && found.mime !== 'application/xml') return found.mime;
	const text = textOf(content);
	if (text === null) return 'application/octet-stream';
	const start = text.slice(0, 4096).trimStart();
	if (/<svg[\s>]/i.test(start)) return 'image/svg+xml';
	if (/^<(!doctype\s+html|html|head|body|script|iframe|!--)/i.test(start)) return 'text/html';
	return found || start.startsWith('<?xml') ? 'application/xml' : 'text/plain';
}

/** Null when it is no text: not UTF-8 nor the old Windows alphabet, or with signs that no text has. */
function textOf(content: Uint8Array): string | null {
	const isUtf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
	if (isUtf16 || content.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null;
	return new TextDecoder('windows-1252').decode(content.subarray(0, 65_536));
}

function pixelsOf(content: Uint8Array): number | null {
	try {
		const { width, height } = imageSize(content);
		return width > 0 && height > 0 ? width * height : null;
	} catch {
		return null;
	}
}

const PROGRAMS = new Set([
	'application/x-msdownload',
	'application/vnd.microsoft.portable-executable',
	'application/x-elf',
	'application/x-mach-binary',
	'application/x-ms-shortcut',
	'application/x.ms.shortcut',
	'application/java-vm',
	'application/java-archive',
	'application/wasm',
	'application/vnd.android.package-archive',
	'application/x-msi',
	'text/x-shellscript',
]);
/** What Windows starts at a double click, whatever is in it. */
const PROGRAM_ENDINGS = new Set(
	(
		'exe com scr pif bat cmd ps1 psm1 vb vbs vbe js jse mjs cjs wsf wsh wsc hta msi msp msc mst cpl dll jar lnk url reg ' +
		'inf sh bash app command appx msix chm gadget application settingcontent iso img vhd vhdx one'
	).split(' '),
);

/** Endings that promise something which can be told by content. */
const EXPECTED: Record<string, readonly string[]> = {
	pdf: ['application/pdf'],
	png: ['image/png', 'image/apng'],
	jpg: ['image/jpeg'],
	jpeg: ['image/jpeg'],
	gif: ['image/gif'],
	webp: ['image/webp'],
	bmp: ['image/bmp'],
	avif: ['image/avif'],
};
