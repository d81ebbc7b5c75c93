import { percentile } from './measure.ts';

/** One line of the bench's table. */
export interface Line {
	readonly what: string;
	readonly measured: string;
	readonly compared: string;
	readonly ratio: string;
	readonly target: string;
	readonly met: boolean | null;
}

const HEADINGS = ['what', 'measured', 'compared with', 'ratio', 'target', ''];

export function printTable(lines: readonly Line[]): void {
	const rows = [
		HEADINGS,
		...lines.map(({ what, measured, compared, ratio, target, met }) => [what, measured, compared, ratio, target, wordFor(met)]),
	];
	const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	for (const [at, row] of rows.entries()) {
		console.log(
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		);
		if (at === 0) console.log(widths.map((width) => '─'.repeat(width)).join('  '));
	}
	const missed = lines.filter(({ met }) => met === false).length;
	console.log(`\n${missed === 0 ? 'Every target met.' : `${missed} MISSED.`}`);
}

function wordFor(met: boolean | null): string {
	if (met === null) return '';
	return met ? 'met' : 'MISSED';
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** `item 8.1  kit 12.0`: of several series, in ms. */
export const p95Of = (times: Record<string, number[]>): string =>
	Object.entries(times)
		.map(([what, list]) => `${what} ${percentile(list, 95).toFixed(1)}`)
		.join('  ');

/** Ours against a peer's, in milliseconds of the same work. */
export function ratioLine(
	what: string,
	{ ours, theirs }: { ours: number; theirs: number },
	peer: string,
	most: number | null,
): Line {
	const ratio = ours / theirs;
	const target = most === null ? '–' : `≤ ${most} ×`;
	return {
		what,
		measured: ms(ours),
		compared: `${ms(theirs)} ${peer}`,
		ratio: `${ratio.toFixed(2)} ×`,
		target,
		met: most === null ? null : ratio <= most,
	};
}
