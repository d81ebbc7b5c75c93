import type { Language } from '#renderer/i18n/language.ts';
import { type Leaf, leavesOfFields } from '#shared/features/subject-access/leaves.ts';
import type { Fields } from '#shared/features/subject-access/model.ts';
import type { FieldWords } from './field-words.ts';
import { isFreeText, labelOf, shownValue } from './value-words.ts';

/** One line of what is stored: a label and what stands there, by value, so that each can be blackened by itself. */
export interface Row {
	readonly label: string;
	readonly values: readonly RowValue[];
}
export interface RowValue {
	readonly leaf: Leaf;
	readonly shown: string;
	/** Of which a part can be blackened. */
	readonly isFree: boolean;
}

type Names = Readonly<Record<string, string>>;

/** Without what is empty, and without ids that tell nobody anything; the items of a list stand in one line. */
export function rowsOf(
	table: string,
	fields: Fields,
	prefix: string,
	names: Names,
	words: FieldWords,
	language: Language,
): Row[] {
	const rows: { label: string; field: string; values: RowValue[] }[] = [];
	for (const leaf of leavesOfFields(fields, prefix)) {
		const shown = shownValue(table, leaf.path, leaf.value, names, language);
		if (shown === null) continue;
		const label = labelOf(table, leaf.path, words);
		const value = { leaf, shown, isFree: isFreeText(table, leaf.path, leaf.value, names) };
		const last = rows.at(-1);
		if (last?.label === label && /\.\d+$/.test(leaf.path)) last.values.push(value);
		else rows.push({ label, field: leaf.path, values: [value] });
	}
	return rows;
}

/** `Vorname, Nachname`: the fields of a change that are still what they became. */
export const currentWords = (table: string, fields: readonly string[], words: FieldWords): string =>
	fields.map((field) => labelOf(table, field, words)).join(', ');
