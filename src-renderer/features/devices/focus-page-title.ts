/** What had the focus is gone with what was done: reading goes on from the top of the page. After dialogs gave theirs back. */
export function focusPageTitle(): void {
	setTimeout(() => document.querySelector<HTMLElement>('[data-page-title]')?.focus());
}
