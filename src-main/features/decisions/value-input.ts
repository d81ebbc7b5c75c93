import { z } from 'zod';
import type { ValueInput } from '#shared/features/decisions/model.ts';
import type { Phone } from '#shared/features/people/model.ts';
import type { MergeKind } from '../../records/kind.ts';

/** How another value can be typed, told from what the field takes; null where that takes the record's own form. */
export function inputOf(kind: MergeKind, field: string): ValueInput | null {
	const schema: z.ZodType = kind.fields.shape[field];
	const takes = (value: unknown) => schema.safeParse(value).success;
	const optional = takes(null);
	if (takes(true)) return { kind: 'yes_no' };
	if (takes([{ number: '+4921021234', label: '' }] satisfies z.infer<typeof Phone>[])) return { kind: 'phones' };
	const values = choices(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
	if (values) return { kind: 'choice', values, optional };
	// Instants are more than numbers: nobody types them.
	if (field !== 'at' && (takes(1) || takes(30))) return { kind: field.endsWith('Cents') ? 'money' : 'number', optional };
	if (takes('2026-03-09') && !takes('9')) return { kind: 'date', optional };
	if (takes('10:15') && !takes('9')) return { kind: 'time' };
	if (takes('9') || takes('name@example.org')) return { kind: 'text', max: longest(takes), optional };
	return null;
}

interface JsonSchema {
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly JsonSchema[];
}

function choices(schema: JsonSchema): string[] | null {
	if (schema.enum) return schema.enum.filter((value) => typeof value === 'string');
	const within = schema.anyOf?.map(choices).find((found) => found !== null);
	return within ?? null;
}

const LENGTHS = [4000, 1000, 500, 200, 120, 80, 40, 20];

function longest(takes: (value: unknown) => boolean): number {
	return LENGTHS.find((length) => takes('x'.repeat(length))) ?? 200;
}
