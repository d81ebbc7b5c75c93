import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'csv-parse/sync';

/**
 * Checks files against the table schema that the Open Repair Alliance publishes with its data (2025-07). It is written
 * for people: list and number constraints are texts in it. They are turned into a JSON Schema here, with two corrections:
 * `Too worn out` is called `Item too worn out` in all published data, and the country's `minimum` 3 is a length.
 */
interface Field {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'number' | 'date';
	readonly missingValues?: readonly string[];
	readonly constraints?: { readonly pattern?: string; readonly enum?: string; readonly unique?: string };
}

const TABLE_SCHEMA = 'tests/fixtures/ords/tableschema_202507.json';
const { resources } = JSON.parse(readFileSync(TABLE_SCHEMA, 'utf8')) as {
	resources: { name: string; schema: { fields: Field[] } }[];
};

const schemaOf = ({ type, constraints }: Field): object => ({
	...(type === 'date' ? { type: 'string', pattern: String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$` } : { type }),
	...(constraints?.pattern && type === 'string' && { pattern: constraints.pattern }),
	...(constraints?.enum && {
		enum: constraints.enum
			.replace(/^\[|\]$/gu, '')
			.split(/,\s*/u)
			.map((word) => (word === 'Too worn out' ? 'Item too worn out' : word)),
	}),
});

/** What is wrong with a file, by row; empty: nothing. `of`: the beginning of the resource's name in the schema. */
export function violationsOf(text: string, of: string): { row: number; problems: (string | undefined)[] }[] {
	const fields = resources.find(({ name }) => name.startsWith(of))?.schema.fields ?? [];
	const isFit = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
		type: 'object',
		properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
		required: fields.filter(({ missingValues }) => !missingValues).map(({ name }) => name),
		additionalProperties: false,
	});
	const [headings = [], ...rows] = parse(text) as string[][];
	const found: { row: number; problems: (string | undefined)[] }[] = [];
	if (headings.join() !== fields.map(({ name }) => name).join()) found.push({ row: 0, problems: ['headings'] });
	for (const [at, cells] of rows.entries()) {
		const row = Object.fromEntries(
			fields.flatMap(({ name, type, missingValues = [] }, column): [string, string | number][] => {
				const cell = cells[column] ?? '';
				if (missingValues.includes(cell)) return [];
				return [[name, type === 'integer' || type === 'number' ? Number(cell) : cell]];
			}),
		);
		if (!isFit(row)) found.push({ row: at + 1, problems: (isFit.errors ?? []).map(said) });
	}
	for (const { name, constraints } of fields) {
		const column = headings.indexOf(name);
		if (constraints?.unique && new Set(rows.map((cells) => cells[column])).size !== rows.length) {
			found.push({ row: 0, problems: [`${name} is not unique`] });
		}
	}
	return found;
}

const said = ({ instancePath, message }: ErrorObject): string => `${instancePath.slice(1)} ${message}`;
