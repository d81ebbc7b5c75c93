import { currentLanguage, type Language, useLanguage } from '#renderer/i18n/language.ts';

/**
 * Words on the screen. Each feature keeps its own `texts.ts`: German is the source, English must have the same shape,
 * so a missing translation does not compile. A value is a text, or a function where a number or a name goes in.
 */
type Value = string | ((...args: never[]) => string) | TextTree;
interface TextTree {
	readonly [key: string]: Value;
}

/** The same keys with any words. */
type Wording<T> = {
	readonly [K in keyof T]: T[K] extends string
		? string
		: T[K] extends (...args: infer A) => string
			? (...args: A) => string
			: Wording<T[K]>;
};

export type Texts<T> = Readonly<Record<Language, T>>;

export function defineTexts<T extends TextTree>(texts: { de: T; en: Wording<NoInfer<T>> }): Texts<Wording<T>> {
	return texts as unknown as Texts<Wording<T>>;
}

/** The texts in the chosen language; the component renders again when the language changes. */
export function useTexts<T>(texts: Texts<T>): T {
	return texts[useLanguage()];
}

/** For code outside of components (errors, CSV). */
export function currentTexts<T>(texts: Texts<T>): T {
	return texts[currentLanguage()];
}
