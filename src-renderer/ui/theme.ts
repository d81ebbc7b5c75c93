import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * The look: paper and petrol. Warm neutral surfaces, one deep petrol for what can be done, clay for what needs
 * attention. Light and dark are both made by hand; every pair of text and surface keeps at least 4.5:1.
 */
const petrol: MantineColorsTuple = [
	'#eaf5f4',
	'#d3e8e7',
	'#a8d2d2',
	'#79babb',
	'#55a3a6',
	'#358a8f',
	'#1b6d74',
	'#145860',
	'#0f464d',
	'#0a3339',
];
const clay: MantineColorsTuple = [
	'#fcf0ea',
	'#fbe9df',
	'#eebfa7',
	'#e39c78',
	'#d67c50',
	'#c26435',
	'#a34c22',
	'#863d1a',
	'#672e13',
	'#451e0b',
];
const moss: MantineColorsTuple = [
	'#eff6ea',
	'#dfecd5',
	'#bfd9ad',
	'#9bc480',
	'#7bad5b',
	'#5f923f',
	'#477430',
	'#395f25',
	'#2b491b',
	'#1b3010',
];
const brick: MantineColorsTuple = [
	'#fdeeec',
	'#fbe5e2',
	'#f3b5ae',
	'#ea8b81',
	'#dc6458',
	'#c94537',
	'#ad3226',
	'#8d271d',
	'#6b1d15',
	'#46110c',
];
const gray: MantineColorsTuple = [
	'#faf7f2',
	'#f4efe7',
	'#ebe4d9',
	'#dfd6c8',
	'#cdc2b1',
	'#a0958a',
	'#6f665b',
	'#5a5249',
	'#423c35',
	'#2a2622',
];
const dark: MantineColorsTuple = [
	'#ece7de',
	'#d3ccc1',
	'#ada598',
	'#8f877b',
	'#4f4942',
	'#3c3731',
	'#2e2a26',
	'#211e1b',
	'#1a1816',
	'#121110',
];

export const theme = createTheme({
	colors: { petrol, clay, moss, brick, gray, dark, red: brick, teal: petrol, green: moss, orange: clay },
	primaryColor: 'petrol',
	primaryShade: { light: 6, dark: 6 },
	black: '#2a2622',
	fontFamily: "'Noto Sans Variable', 'Noto Sans', 'Segoe UI', system-ui, sans-serif",
	fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
	headings: {
		fontWeight: '650',
		textWrap: 'balance',
		sizes: {
			h1: { fontSize: '1.75rem', lineHeight: '1.25' },
			h2: { fontSize: '1.25rem', lineHeight: '1.35' },
			h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
		},
	},
	fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
	defaultRadius: 'md',
	radius: { sm: '0.375rem', md: '0.5rem', lg: '0.875rem' },
	cursorType: 'pointer',
	focusRing: 'auto',
	respectReducedMotion: true,
	shadows: {
		xs: '0 1px 2px rgb(60 45 25 / 0.06)',
		sm: '0 1px 3px rgb(60 45 25 / 0.09), 0 4px 12px rgb(60 45 25 / 0.05)',
		md: '0 4px 16px rgb(60 45 25 / 0.13)',
	},
	components: {
		Button: { defaultProps: { size: 'md' } },
		TextInput: { defaultProps: { size: 'md' } },
		PasswordInput: { defaultProps: { size: 'md' } },
		Textarea: { defaultProps: { size: 'md' } },
		Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
		MultiSelect: { defaultProps: { size: 'md' } },
		NumberInput: { defaultProps: { size: 'md' } },
		Checkbox: { defaultProps: { size: 'md' } },
		Radio: { defaultProps: { size: 'md' } },
		Drawer: { defaultProps: { position: 'right', size: 'lg', closeButtonProps: { 'aria-label': 'Schließen' } } },
		Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Schließen' } } },
		Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
	},
});

/** Mantine darkens these to near black in the dark scheme; here they stay warm and visible: surface, hovered, text. */
const DARK_LIGHT = {
	petrol: ['#1d3c3f', '#254a4e', '#b6dcdc'],
	clay: ['#3d2a1d', '#4a3425', '#f0bf9e'],
	moss: ['#27331d', '#32412a', '#bfd9ad'],
	brick: ['#43231f', '#512c27', '#f3b5ae'],
} as const;
const darkLight = Object.fromEntries(
	Object.entries({
		...DARK_LIGHT,
		teal: DARK_LIGHT.petrol,
		orange: DARK_LIGHT.clay,
		green: DARK_LIGHT.moss,
		red: DARK_LIGHT.brick,
	}).flatMap(([name, [surface, hovered, text]]) => [
		[`--mantine-color-${name}-light`, surface],
		[`--mantine-color-${name}-light-hover`, hovered],
		[`--mantine-color-${name}-light-color`, text],
	]),
);

/** Surfaces beyond Mantine's own: `nav` beside the page, `surface` for cards on the page's paper. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
	variables: {},
	light: {
		'--mantine-color-body': '#faf7f2',
		'--mantine-color-default': '#fffdfa',
		'--mantine-color-default-hover': '#f4efe7',
		'--mantine-color-default-border': '#d3c9ba',
		'--mantine-color-dimmed': '#675e54',
		'--mantine-color-placeholder': '#7a7166',
		'--mantine-color-error': '#a62e23',
		'--mantine-color-anchor': '#145860',
		'--kontor-surface': '#fffdfa',
		'--kontor-nav': '#f3ece1',
		'--kontor-nav-active': '#e3ede9',
		'--kontor-line': '#e6ddd0',
		'--kontor-focus': '#145860',
		'--kontor-warn-surface': '#fbeee3',
		'--kontor-warn-text': '#7a3716',
		'--kontor-ok-text': '#395f25',
	},
	dark: {
		...darkLight,
		'--mantine-color-body': '#211e1b',
		'--mantine-color-default': '#2a2723',
		'--mantine-color-default-hover': '#37322d',
		'--mantine-color-default-border': '#575048',
		'--mantine-color-dimmed': '#b3ab9f',
		'--mantine-color-placeholder': '#978f83',
		'--mantine-color-error': '#f0998f',
		'--mantine-color-anchor': '#86c4c5',
		'--kontor-surface': '#2a2723',
		'--kontor-nav': '#1a1816',
		'--kontor-nav-active': '#22383a',
		'--kontor-line': '#3c3731',
		'--kontor-focus': '#86c4c5',
		'--kontor-warn-surface': '#3d2a1d',
		'--kontor-warn-text': '#f0bf9e',
		'--kontor-ok-text': '#a9cf8f',
	},
});
