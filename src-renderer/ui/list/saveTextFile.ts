/** Hands a text to the system's "save file" (a download in the browser host). */
export function saveTextFile(file: { fileName: string; text: string }, mediaType: string): void {
	const url = URL.createObjectURL(new Blob([file.text], { type: mediaType }));
	const link = document.createElement('a');
	link.href = url;
	link.download = file.fileName;
	// Beside the page, a link now and then forgets the name that it gives.
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
