const UNSEEN = {
	position: 'absolute',
	width: 1,
	height: 1,
	overflow: 'hidden',
	clipPath: 'inset(50%)',
	whiteSpace: 'nowrap',
} as const;

/**
 * Names a group of radio buttons or checkboxes where the screen says it in a heading already. Mantine gives an
 * `aria-label` of such a group to a box around it, where no screen reader reads it out.
 */
export const groupName = (name: string) => ({ label: name, labelProps: { style: UNSEEN } });
