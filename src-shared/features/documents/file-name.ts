/**
 * Names of files come from outside: they are data, shown and kept, and never a path. What could deceive a reader or a
 * file system is taken out: signs that turn the direction of writing (an `exe` that reads like a `pdf`), control
 * characters, folders.
 */

/** Control characters, line and paragraph separators, marks of direction, and what is invisible without joining letters. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Not allowed in names by one of the systems a copy may be saved on. */
const UNSAFE = /[<>:"|?*]/g;
/** Devices of old that Windows still takes for files. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const MAX_NAME = 180;

/** Text that somebody else wrote, in one line that reads as it is. */
export const plainLine = (text: string): string => text.replace(UNSEEN, '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The name without folders and deceit; empty when nothing is left. */
export function cleanFileName(name: string): string {
	const last = plainLine(name).split(/[/\\]/).at(-1)?.trim() ?? '';
	if (/^\.*$/.test(last)) return '';
	if (last.length <= MAX_NAME) return last;
	const ending = endingOf(last);
	return `${[...last].slice(0, MAX_NAME - ending.length - 1).join('')}${ending && `.${ending}`}`;
}

/** In lower case, without the dot; empty: none. */
export function endingOf(name: string): string {
	return /[^.]\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a document is called before anybody has given it a name. */
export function titleOf(fileName: string): string {
	const clean = cleanFileName(fileName);
	const ending = endingOf(clean);
	const title = (ending ? clean.slice(0, -ending.length - 1) : clean).replaceAll('_', ' ').trim();
	return [...title].slice(0, 160).join('').trim();
}

/** As a copy is offered for saving, on any system. */
export function nameForSaving(fileName: string, fallback: string): string {
	const safe = cleanFileName(fileName)
		.replace(UNSAFE, '-')
		.replace(/^\.+/, '')
		.replace(/[. ]+$/, '');
	if (safe === '') return fallback;
	return RESERVED.test(safe) ? `_${safe}` : safe;
}
