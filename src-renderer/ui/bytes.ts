/** Between files, the backend (which takes and gives base64) and the system's "save file". */

/** What `btoa` and `String.fromCharCode` take at once; a multiple of three, so that the pieces fit together. */
const PIECE = 0x6000;

export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let from = 0; from < bytes.length; from += PIECE) {
		text += btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
	}
	return text;
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** Hands it to the system's "save file" (a download in the browser host). */
export function saveFile(content: Uint8Array<ArrayBuffer> | string, mediaType: string, fileName: string): void {
	const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	// Beside the page, a link now and then forgets the name that it gives.
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
