import { useState } from 'react';
import type { Encoding, Separator } from '#shared/import-model.ts';
import { MAX_BYTES, readAsBase64 } from './readFile.ts';

/** How a file is read; null: guess. */
export interface ReadOptions<Target extends string> {
	content: string;
	encoding: Encoding | null;
	separator: Separator | null;
	mapping: Target[] | null;
}

interface Table<Target extends string> {
	encoding: Encoding;
	separator: Separator;
	columns: readonly { target: Target }[];
}

/** The first step of every import: a file is chosen and read, perhaps several times with other options. */
export function useTableImport<Target extends string, Preview extends Table<Target>>(
	preview: (options: ReadOptions<Target>) => Promise<Preview>,
) {
	const [fileName, setFileName] = useState('');
	const [options, setOptions] = useState<ReadOptions<Target> | null>(null);
	const [table, setTable] = useState<Preview | null>(null);
	const [reading, setReading] = useState(false);
	const [problem, setProblem] = useState<{ error: unknown } | { tooLarge: true } | null>(null);

	const read = async (next: ReadOptions<Target>) => {
		setReading(true);
		setProblem(null);
		try {
			const found = await preview(next);
			setOptions({
				...next,
				encoding: found.encoding,
				separator: found.separator,
				mapping: found.columns.map((column) => column.target),
			});
			setTable(found);
		} catch (error) {
			setProblem({ error });
		} finally {
			setReading(false);
		}
	};
	const forget = () => {
		setOptions(null);
		setTable(null);
		setProblem(null);
	};
	const takeFile = async (file: File) => {
		forget();
		if (file.size > MAX_BYTES) {
			setProblem({ tooLarge: true });
			return;
		}
		setFileName(file.name);
		await read({ content: await readAsBase64(file), encoding: null, separator: null, mapping: null });
	};
	return { fileName, options, table, reading, problem, read, takeFile, forget };
}
