import { z } from 'zod';
import { CaseId, DocumentId, MemberId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { endingOf, plainLine } from './file-name.ts';

/** Documents (Unterlagen) of a case file: what somebody brought, got or sent, as a file (design 5). */

/** Every PC of the office keeps a copy of its own and fetches it over the network; a scanned notice has 1 or 2 MB. */
export const MAX_DOCUMENT_BYTES = 25_000_000;
/** So much travels at once between screen and backend, so that others get their turn. */
export const UPLOAD_PIECE_BYTES = 512 * 1024;
/** An image that unpacks to more than this would take the memory of a second-hand PC. */
export const MAX_PIXELS = 50_000_000;

export const DocumentKind = z.enum(['notice', 'certificate', 'cv', 'contract', 'letter', 'identity', 'form', 'other']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** One line that reads as it is. */
const line = (max: number) => z.string().transform(plainLine).pipe(z.string().min(1).max(max));

export const DocumentFields = z.object({
	title: line(160),
	kind: DocumentKind,
	tags: z.array(line(40)).max(12),
	/** The day that stands on it. */
	date: LocalDate.nullable(),
	note: optionalText(2000),
});
export type DocumentFields = z.infer<typeof DocumentFields>;

export const CaseDocument = DocumentFields.extend({
	id: DocumentId,
	caseId: CaseId,
	/** As it was called where it came from. */
	fileName: z.string(),
	/** By its content, whatever it is called. */
	mediaType: z.string(),
	size: z.int(),
	addedAt: z.number(),
	addedBy: MemberId,
	addedByName: z.string(),
	/** Its content is on this PC; otherwise it is still to come from the share. */
	isHere: z.boolean(),
});
export type CaseDocument = z.infer<typeof CaseDocument>;

/**
 * empty · too_large · mislabelled: not what its name says · too_many_pixels · broken_image: no size can be read from it ·
 * program: something that runs · no_name · busy: too many at once · incomplete: less or more arrived than was announced
 */
export const Refusal = z.enum([
	'empty',
	'too_large',
	'mislabelled',
	'too_many_pixels',
	'broken_image',
	'program',
	'no_name',
	'busy',
	'incomplete',
]);
export type Refusal = z.infer<typeof Refusal>;

/** How the app itself shows it; everything else is kept and never opened here. */
export type Preview = 'image' | 'pdf' | 'text' | null;

const IMAGES = ['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];
export const isShownImage = (mediaType: string): boolean => IMAGES.includes(mediaType);

export function previewOf(mediaType: string): Preview {
	if (isShownImage(mediaType)) return 'image';
	if (mediaType === 'application/pdf') return 'pdf';
	return mediaType === 'text/plain' ? 'text' : null;
}

/** Kept, but a copy of it can do something where it is opened. */
export function isRisky({ mediaType, fileName }: { readonly mediaType: string; readonly fileName: string }): boolean {
	return (
		/html|svg|xml$|script|macroenabled|octet-stream|zip|x-7z|x-rar/i.test(mediaType) || RISKY_ENDINGS.has(endingOf(fileName))
	);
}
const RISKY_ENDINGS = new Set([
	'html',
	'htm',
	'xhtml',
	'svg',
	'xml',
	'docm',
	'dotm',
	'xlsm',
	'xltm',
	'pptm',
	'doc',
	'xls',
	'ppt',
]);

/** What its name suggests; whoever adds it may say otherwise. */
export function kindByName(fileName: string): DocumentKind {
	const name = fileName.toLowerCase();
	return KIND_WORDS.find(([words]) => words.test(name))?.[1] ?? 'other';
}
const KIND_WORDS: readonly [RegExp, DocumentKind][] = [
	[/bescheid|bewilligung|ablehnung/, 'notice'],
	[/zeugnis|zertifikat|urkunde|diplom|bescheinigung/, 'certificate'],
	[/lebenslauf|(^|[^a-zäöü])cv([^a-zäöü]|$)/, 'cv'],
	[/vertrag|vereinbarung/, 'contract'],
	[/ausweis|reisepass|aufenthaltstitel|duldung/, 'identity'],
	[/antrag|formular|fragebogen|einwilligung/, 'form'],
	[/brief|schreiben|anschreiben|einladung|mahnung/, 'letter'],
];
