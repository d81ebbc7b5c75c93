import type { Release } from '#shared/features/consents/model.ts';
import { releaseState } from '#shared/features/consents/release-for.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { addressLines } from './model.ts';

type Given = Pick<Release, 'recipientName' | 'validFrom' | 'validUntil' | 'withdrawnOn'>;

/**
 * Does a letter leave to somebody whom no release from confidentiality allows to know of the client (§ 203 StGB)? Told by
 * the names in its address, all there is: so it asks for a second look and stops nobody.
 */
export function needsRelease(address: string, clientName: string, releases: readonly Given[], on: LocalDate): boolean {
	const words = new Set(foldedWords(addressLines(address).join(' ')));
	const names = (name: string) => {
		const all = foldedWords(name);
		return all.length > 0 && all.every((word) => words.has(word));
	};
	if (words.size === 0 || names(clientName)) return false;
	return !releases.some((release) => releaseState(release, on) === 'valid' && names(release.recipientName));
}
