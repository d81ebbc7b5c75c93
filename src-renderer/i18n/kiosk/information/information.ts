/**
 * What Art. 13 DSGVO wants told before somebody signs in, on one sheet of paper. `german`: that the German text counts;
 * null where it is German.
 */
export interface KioskInformation {
	readonly title: string;
	readonly intro: string;
	readonly responsible: Part;
	/** Before a line to write on: Kontor does not know who it is. */
	readonly officer: string;
	readonly what: Part;
	readonly why: Part;
	readonly voluntary: Part;
	readonly who: Part;
	/** A number of weeks stands between `text` and `after`. */
	readonly howLong: Part & { readonly after: string };
	readonly rights: Part;
	readonly complaint: Part;
	readonly machines: Part;
	readonly german: string | null;
}

interface Part {
	readonly title: string;
	readonly text: string;
}
