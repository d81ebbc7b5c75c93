/**
 * Tells a scanner from a person by its rhythm: a scanner types a code within a few hundredths of a second a key, people
 * do not. Knows no document and no clock: it is fed keys with their times and says what to do with each.
 */
export interface ScanDetector {
	/**
	 * `time` in ms, of the key itself. `isTyping`: the focus is where a person could be typing, so only the rhythm decides;
	 * elsewhere slow scanners are heard too.
	 */
	key(key: string, time: number, isTyping: boolean): Verdict;
	/** The scanner has stopped without an Enter: the code so far, and forgets it. */
	pause(): string | null;
	/** Something that only a person does: whatever came before was no code. */
	interrupt(): void;
	/** A code is being typed right now. */
	isReading(time: number): boolean;
}

export interface Verdict {
	/** The first key of what may become a code: from here on the field may have to be put back. */
	readonly begins: boolean;
	/** The key is a scanner's: whatever has the focus must not get it. */
	readonly swallow: boolean;
	/** Only now it is clear that a scanner is typing: what its first keys left behind must go. */
	readonly putBack: boolean;
	/** A whole code. */
	readonly scan: string | null;
	/** `scan` came so slowly that it may have been a person's: it is a code only if somebody knows it. */
	readonly isDoubtful: boolean;
}

/** Between two keys of a scanner that types into a field. People who type fast need 60 ms and more. */
const SCANNER_MS = 50;
/** A scanner that stumbles goes on by then; after that it has ended without Enter. Nobody has taken over its place so soon. */
export const PAUSE_MS = 150;
/** Where nobody types anyway. */
const SLOW_SCANNER_MS = 200;
/** So many keys in a scanner's rhythm are no accident any more. */
const SURE_KEYS = 4;
/** Two fast keys and a fast Enter are a short code. */
const SHORTEST = 2;

const PASS: Verdict = { begins: false, swallow: false, putBack: false, scan: null, isDoubtful: false };
const ENDS = new Set(['Enter', 'Tab']);
/** They come along with the letters of a scanner. */
const COMPANIONS = new Set(['Shift', 'AltGraph', 'CapsLock']);

export function createScanDetector(): ScanDetector {
	let text = '';
	let last = Number.NEGATIVE_INFINITY;
	let isSure = false;
	/** Every key so far came as fast as only a scanner's do. */
	let isFast = true;

	function end(): string {
		const whole = text;
		text = '';
		isSure = false;
		isFast = true;
		return whole;
	}

	return {
		key(key, time, isTyping) {
			const gap = time - last;
			const isInRhythm = gap <= (isSure ? PAUSE_MS : isTyping ? SCANNER_MS : SLOW_SCANNER_MS);
			const isLetter = [...key].length === 1;
			if (!isLetter && !ENDS.has(key)) {
				if (COMPANIONS.has(key)) return PASS;
				const unfinished = isSure ? end() : null;
				end();
				return { ...PASS, scan: unfinished };
			}
			last = time;
			if (!isLetter) {
				if (!isInRhythm) {
					// An Enter after a pause is a person's, whatever a scanner without Enter has sent before.
					const unfinished = isSure ? end() : null;
					end();
					return { ...PASS, scan: unfinished };
				}
				const isCode = isSure || [...text].length >= SHORTEST;
				const isDoubtful = !isSure && !(isFast && gap <= SCANNER_MS);
				const wasSure = isSure;
				const code = end();
				return isCode ? { begins: false, swallow: true, putBack: !wasSure, scan: code, isDoubtful } : PASS;
			}
			// What was sure and was never ended is ended by the next one: the hook has not had time to notice the pause.
			const unfinished = !isInRhythm && isSure ? end() : null;
			const begins = !isInRhythm || text === '';
			if (begins) end();
			text += key;
			if (isSure) return { ...PASS, swallow: true };
			if (!begins) isFast &&= gap <= SCANNER_MS;
			isSure = isFast && [...text].length >= SURE_KEYS;
			return { begins, swallow: isSure, putBack: isSure, scan: unfinished, isDoubtful: false };
		},
		pause: () => (isSure ? end() : null),
		interrupt: () => void end(),
		isReading: (time) => isSure && time - last <= PAUSE_MS,
	};
}
