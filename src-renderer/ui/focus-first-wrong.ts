/** Marked fields, and groups of choices that say so themselves with `data-wrong`. */
const WRONG = '[aria-invalid="true"], [data-wrong="true"] input';

/** Leads to the first field of a form that is marked wrong, once the marks are on the screen. */
export function focusFirstWrong(form: HTMLFormElement | null): void {
	setTimeout(() => {
		const field = form?.querySelector<HTMLElement>(WRONG);
		field?.focus({ preventScroll: true });
		(field?.closest('.mantine-InputWrapper-root') ?? field)?.scrollIntoView({ block: 'center' });
	});
}
