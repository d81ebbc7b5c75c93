import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, VerbosityLevel, version } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { MAX_PIXELS } from '#shared/features/documents/model.ts';

/**
 * Opens a PDF with pdf.js: parsed in a worker, drawn as an image. Its scripts, links, forms and attachments are not
 * touched: only the page's picture is asked for, and pdf.js runs no script of a PDF without its sandbox, which is not here.
 * Nothing is fetched: fonts that are not in the file come from the system, and WebAssembly stays off, as the page's
 * policy allows no `eval` of any kind; decoders for scans (JBIG2, fax, JPEG 2000) come as plain scripts of our own build.
 */
export type PdfRefusal = 'broken' | 'locked';

export class PdfRefused extends Error {
	readonly why: PdfRefusal;
	constructor(why: PdfRefusal) {
		super(why);
		this.why = why;
	}
}

/** Beside the page; put there by the build (`electron.vite.config.ts`). */
const DECODERS = `assets/pdfjs-${version}/`;

export async function openPdf(bytes: Uint8Array): Promise<{ pdf: PDFDocumentProxy; close(): Promise<void> }> {
	GlobalWorkerOptions.workerPort ??= new PdfWorker();
	const task = getDocument({
		// A copy: what is given to the worker is gone here.
		data: bytes.slice(),
		verbosity: VerbosityLevel.ERRORS,
		enableXfa: false,
		useWasm: false,
		wasmUrl: new URL(DECODERS, document.baseURI).href,
		useWorkerFetch: false,
		useSystemFonts: true,
		disableWorkerRendering: true,
		maxImageSize: MAX_PIXELS,
		canvasMaxAreaInBytes: MAX_PIXELS * 4,
	});
	try {
		return { pdf: await task.promise, close: () => task.destroy() };
	} catch (error) {
		await task.destroy();
		throw new PdfRefused((error as Error).name === 'PasswordException' ? 'locked' : 'broken');
	}
}
