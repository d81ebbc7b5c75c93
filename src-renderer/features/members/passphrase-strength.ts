import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as german from '@zxcvbn-ts/language-de';

/**
 * How long a passphrase withstands guessing; loaded only when one is chosen, because the word lists are large. The
 * attacker is the thief of a PC with a thousand machines, each slowed down by Argon2id to about ten guesses a second.
 */
const GUESSES_PER_SECOND = 10_000;

const judge = new ZxcvbnFactory({
	dictionary: { ...common.dictionary, ...german.dictionary },
	graphs: common.adjacencyGraphs,
});

/** Average seconds until it is guessed. `known` are the person's and the office's names, which a thief tries first. */
export function secondsToGuess(passphrase: string, known: readonly string[]): number {
	const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
	return judge.check(passphrase.slice(0, 100), words).guesses / 2 / GUESSES_PER_SECOND;
}
