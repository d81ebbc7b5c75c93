/**
 * What the kiosk says, in one language. Plain words and short sentences: people read them who read little, or read this
 * language as their second. One type for all, so that a missing translation does not compile.
 */
export interface KioskWords {
	/** A greeting under the language's own name. */
	readonly hello: string;
	readonly welcome: string;
	readonly chooseLanguage: string;
	/** Beside a picture of a card and a reader. */
	readonly scanCard: string;
	readonly notOurCard: string;
	readonly leaving: string;

	readonly back: string;
	readonly next: string;
	readonly done: string;
	readonly language: string;
	readonly readAloud: string;
	readonly stopReading: string;
	readonly contrast: string;
	readonly largeType: string;

	readonly whereTo: string;
	/** No offer in particular. */
	readonly justHere: string;
	readonly isCancelled: string;
	/** Of two times such as `14:00`. */
	readonly hours: (from: string, until: string) => string;

	readonly howToSignIn: string;
	readonly howToSignOut: string;
	readonly withCard: string;
	readonly withCardHint: string;
	readonly withName: string;
	readonly withNameHint: string;
	readonly withoutName: string;
	readonly withoutNameHint: string;

	readonly yourName: string;
	readonly nameMissing: string;
	readonly nameTooLong: string;
	/** Names of the keys that have no letter. */
	readonly keys: Readonly<Record<'keyboard' | 'space' | 'erase' | 'capitals' | 'digits' | 'letters', string>>;

	readonly howOld: string;
	readonly youMayPass: string;
	/** Of two ages, both included. */
	readonly ages: (from: string, until: string) => string;
	readonly under: (age: string) => string;
	readonly andOlder: (age: string) => string;
	readonly youAre: string;
	readonly sex: Readonly<Record<'w' | 'm' | 'd', string>>;
	/** An answer like any other: it is counted. */
	readonly ratherNot: string;

	readonly oneMoment: string;
	readonly thanks: string;
	readonly isSignedIn: string;
	readonly goodbye: string;
	readonly isSignedOut: string;
	/** The disk is full, or the program does not answer: what was said stays here and is written later. */
	readonly diskFull: string;
	readonly noAnswer: string;
	readonly weKeepIt: string;
	/** Before a number. */
	readonly notWrittenYet: string;

	readonly stillThere: string;
	/** Before a number of seconds: then the next person's turn begins. */
	readonly startsAnewIn: string;
	readonly imHere: string;
	readonly startAnew: string;

	readonly whatHappens: string;
	readonly privacy: Readonly<Record<'what' | 'who' | 'anonymous' | 'ask', string>> & {
		/** A question before the organisation's name. */
		readonly responsible: string;
		/** Of `someTime` or of `weeks`, which are in the case that the sentence asks for. */
		readonly howLong: (time: string) => string;
		/** While nobody has told this kiosk how many weeks. */
		readonly someTime: string;
		readonly weeks: Counted;
	};
}

/** By the plural rules of the language; `#` stands for the number. */
type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
