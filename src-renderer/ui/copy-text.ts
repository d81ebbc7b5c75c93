/**
 * Puts a text on the clipboard. The copy event does it without the permission that Electron's window denies to
 * everything; only while something was just clicked. False when the browser refused.
 */
export function copyText(text: string): boolean {
	let copied = false;
	const onCopy = (event: ClipboardEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		event.clipboardData?.setData('text/plain', text);
		copied = event.clipboardData !== null;
	};
	document.addEventListener('copy', onCopy, { capture: true, once: true });
	document.execCommand('copy');
	document.removeEventListener('copy', onCopy, { capture: true });
	return copied;
}
