import { currentTexts } from '#renderer/i18n/texts.ts';
import { texts } from './texts.ts';

/** `7 von 8 Plätzen`, `12 Personen` */
export function headsWords(heads: number, capacity: number | null): string {
	const t = currentTexts(texts);
	if (capacity === null || heads === 0) return t.heads(heads);
	return heads > capacity ? t.overPlaces(heads, capacity) : t.ofPlaces(heads, capacity);
}
