import type { Part } from './Figure.tsx';

/** Colours of what is drawn; each also has a pattern of its own, for paper without colour. */
const COLORS = [
	'var(--mantine-color-moss-5)',
	'var(--mantine-color-clay-4)',
	'var(--mantine-color-brick-5)',
	'var(--mantine-color-gray-5)',
	'var(--mantine-color-petrol-5)',
	'var(--mantine-color-clay-7)',
	'var(--mantine-color-gray-6)',
] as const;

export const partsOf = (labels: Readonly<Record<string, string>>): Part[] =>
	Object.entries(labels).map(([key, label], at) => ({ key, label, color: COLORS[at % COLORS.length] ?? '', pattern: at }));
