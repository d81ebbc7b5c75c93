/** The contract takes 40 million characters of base64; this leaves room. */
export const MAX_BYTES = 25_000_000;

/** A file's bytes as base64. */
export async function readAsBase64(file: File): Promise<string> {
	return await new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => {
			const url = String(reader.result);
			resolve(url.slice(url.indexOf(',') + 1));
		};
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}
