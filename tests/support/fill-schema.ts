import type { z } from 'zod';

/**
 * Builds an input that a schema accepts, so that a new field of the contract is part of tests without being named.
 * Every place a person's text can go is asked for by path; a text that the schema refuses there is the test's to solve.
 */
export interface Filling {
	/** A text for this place: `people.create.remarks`, `cases.open.deputyIds[]`. */
	text(path: string, accepts: (text: unknown) => boolean): unknown;
	/** Which of the shapes an input can have (see `shapesOf`); the first when left out. */
	readonly shape?: number;
}

interface Definition {
	readonly type: string;
	readonly shape?: Record<string, z.ZodType>;
	readonly innerType?: z.ZodType;
	readonly element?: z.ZodType;
	readonly checks?: {
		readonly _zod: { readonly def: { readonly check: string; readonly length?: number; readonly minimum?: number } };
	}[];
	readonly in?: z.ZodType;
	readonly entries?: Record<string, string>;
	readonly values?: unknown[];
	readonly options?: z.ZodType[];
	readonly keyType?: z.ZodType;
	readonly valueType?: z.ZodType;
}

export function fillSchema(schema: z.ZodType, path: string, filling: Filling): unknown {
	const def = schema.def as unknown as Definition;
	// Transforms and pipes: what goes in is a text like any other, and what comes out of it decides whether it is good.
	if (def.type === 'string' || (def.type === 'pipe' && isText(schema))) {
		return filling.text(path, (text) => schema.safeParse(text).success);
	}
	switch (def.type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(def.shape ?? {}).map(([key, inner]) => [key, fillSchema(inner, `${path}.${key}`, filling)]),
			);
		case 'nullable':
		case 'optional':
		case 'default':
			return fillSchema(inner(def, path), path, filling);
		case 'array':
			if (!def.element) throw new Error(`array without element at ${path}`);
			return Array.from({ length: lengthOf(def) }, () => fillSchema(def.element as z.ZodType, `${path}[]`, filling));
		case 'enum':
			return Object.values(def.entries ?? {})[0];
		case 'record': {
			if (!def.keyType || !def.valueType) throw new Error(`record without keys or values at ${path}`);
			const key = String(fillSchema(def.keyType, `${path}{}`, filling));
			return { [key]: fillSchema(def.valueType, `${path}.${key}`, filling) };
		}
		// Whatever a field takes, and most of them take text.
		case 'unknown':
			return filling.text(path, () => true);
		case 'literal':
			return def.values?.[0];
		case 'union':
			return fillSchema(optionOf(def, path, filling.shape ?? 0), path, filling);
		case 'number':
			return [1, 30, 2000].find((number) => schema.safeParse(number).success);
		case 'boolean':
			return true;
		default:
			throw new Error(`the test does not know how to fill a ${def.type} (${path})`);
	}
}

/** One, unless it has to be a certain number, or at least so many. */
function lengthOf({ checks = [] }: Definition): number {
	const defOf = (name: string) => checks.find(({ _zod }) => _zod.def.check === name)?._zod.def;
	return defOf('length_equals')?.length ?? Math.max(1, defOf('min_length')?.minimum ?? 1);
}

/** How many inputs it takes until each option of each union was part of one. */
export function shapesOf(schema: z.ZodType): number {
	const def = schema.def as unknown as Definition;
	const parts = [...Object.values(def.shape ?? {}), def.innerType, def.element, def.in, def.valueType];
	const inside = [...parts, ...(def.options ?? [])].flatMap((part) => (part ? [shapesOf(part)] : []));
	return Math.max(1, def.options?.length ?? 0, ...inside);
}

function optionOf(def: Definition, path: string, shape: number): z.ZodType {
	const option = def.options?.[shape % def.options.length];
	if (!option) throw new Error(`no options at ${path}`);
	return option;
}

function inner(def: Definition, path: string): z.ZodType {
	if (!def.innerType) throw new Error(`nothing inside ${path}`);
	return def.innerType;
}

function isText(schema: z.ZodType): boolean {
	const def = schema.def as unknown as Definition;
	return def.type === 'string' || (def.type === 'pipe' && def.in !== undefined && isText(def.in));
}
