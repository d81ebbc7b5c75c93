import { SignInName } from '#shared/features/members/model.ts';

const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', æ: 'ae' };

/** `Jürgen Müller-Thelen` → `juergen.mueller-thelen`; empty when nothing can be suggested. */
export function suggestSignInName(name: string): string {
	const letters = name
		.normalize('NFC')
		.trim()
		.toLocaleLowerCase('de')
		.replace(/[äöüßıłøđæ]/gu, (letter) => SPELLED[letter] ?? letter)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}-]+/gu, '.')
		.replace(/^[.-]+|[.-]+$/gu, '')
		.slice(0, 40);
	return SignInName.safeParse(letters).success ? letters : '';
}
