/** Marked fields, and groups of choices that say so themselves with `data-wrong`. */
const WRONG = '[aria-invalid="true"], [data-wrong="true"] input';

/** Longer than drawing takes on a PC that is busy. */
const MOST_FRAMES = 60;

/** Leads to the first field of a form that is marked wrong, once the marks are on the screen: that may take some frames. */
export function focusFirstWrong(form: HTMLFormElement | null, frames = MOST_FRAMES): void {
	requestAnimationFrame(() => {
		const field = form?.querySelector<HTMLElement>(WRONG);
		if (!field) {
			if (form?.isConnected && frames > 0) focusFirstWrong(form, frames - 1);
			return;
		}
		field.focus({ preventScroll: true });
		(field.closest('.mantine-InputWrapper-root') ?? field).scrollIntoView({ block: 'center' });
	});
}
