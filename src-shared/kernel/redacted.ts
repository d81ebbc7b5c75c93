/**
 * Holds something that must never be printed: every way of turning it into text gives the same placeholder.
 * `expose` is the only way in, and easy to search for.
 */
export class Redacted<T> {
	readonly #value: T;

	constructor(value: T) {
		this.#value = value;
	}

	expose(): T {
		return this.#value;
	}

	toString(): string {
		return PLACEHOLDER;
	}

	toJSON(): string {
		return PLACEHOLDER;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return PLACEHOLDER;
	}
}

const PLACEHOLDER = '[geschwärzt]';
