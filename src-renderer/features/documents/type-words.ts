import { currentTexts } from '#renderer/i18n/texts.ts';
import { endingOf } from '#shared/features/documents/file-name.ts';
import { isShownImage } from '#shared/features/documents/model.ts';
import { texts } from './texts.ts';

/** What somebody who is no computer person calls this type of file; its ending where there is no better word. */
export function typeWords({ mediaType, fileName }: { readonly mediaType: string; readonly fileName: string }): string {
	const t = currentTexts(texts);
	if (isShownImage(mediaType)) return t.image(mediaType.slice('image/'.length).toUpperCase());
	return t.type[mediaType] ?? (endingOf(fileName).toUpperCase() || t.type['application/octet-stream'] || '');
}
