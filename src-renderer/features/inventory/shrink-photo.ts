import { MAX_PHOTO_BYTES, photoType } from '#shared/features/inventory/model.ts';

/** Longest side in px and quality, tried one after the other until the picture is small enough. */
const STEPS = [
	[1280, 0.82],
	[1280, 0.68],
	[1024, 0.7],
	[800, 0.65],
	[640, 0.55],
	[480, 0.5],
] as const;

/**
 * A picture of any size as base64 of a JPEG no larger than a photo may be. It is drawn anew, so that what a camera writes
 * beside it (place, time, name of the device) is gone. Null when the browser cannot open it.
 */
export async function shrinkPhoto(file: Blob): Promise<string | null> {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
	if (picture === null) return null;
	try {
		for (const [side, quality] of STEPS) {
			const scale = Math.min(1, side / Math.max(picture.width, picture.height));
			const canvas = document.createElement('canvas');
			canvas.width = Math.max(1, Math.round(picture.width * scale));
			canvas.height = Math.max(1, Math.round(picture.height * scale));
			const context = canvas.getContext('2d');
			if (context === null) return null;
			// JPEG knows no transparency; what is see-through becomes paper.
			context.fillStyle = '#fff';
			context.fillRect(0, 0, canvas.width, canvas.height);
			context.drawImage(picture, 0, 0, canvas.width, canvas.height);
			const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
			if (blob !== null && blob.size <= MAX_PHOTO_BYTES) return toBase64(new Uint8Array(await blob.arrayBuffer()));
		}
		return null;
	} finally {
		picture.close();
	}
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
	return btoa(text);
}

/** What an `img` shows of a stored photo. */
export const photoUrl = (photo: string): string => `data:${photoType(photo) ?? 'image/jpeg'};base64,${photo}`;
