/**
 * For Selects with more options than fit: the list of options scrolls itself. Mantine's own scroll area would be one
 * more thing inside of the list box, which assistive technology cannot reach by keyboard.
 */
export const scrollingOptions = {
	withScrollArea: false,
	styles: { options: { maxHeight: '18rem', overflowY: 'auto' } },
} as const;
