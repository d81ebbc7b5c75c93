import { saveFile } from '#renderer/ui/bytes.ts';

/** Hands a text to the system's "save file" (a download in the browser host). */
export const saveTextFile = (file: { fileName: string; text: string }, mediaType: string): void =>
	saveFile(file.text, mediaType, file.fileName);
