/**
 * What a kiosk's keyboard may do: type a name, move the focus, press a button. Everything else is a way out (of the page,
 * the window, the program) or takes something along (copying, printing, saving), and there are more such shortcuts than
 * anybody can list: so this lists what is let through.
 */
export interface Key {
	/** `KeyboardEvent.key`. */
	readonly key: string;
	readonly control: boolean;
	readonly alt: boolean;
	readonly meta: boolean;
	/** The third level of a keyboard, which Windows sends as Ctrl+Alt. */
	readonly altGraph: boolean;
}

const PLAIN = new Set([
	...['Tab', 'Enter', 'Backspace', 'Delete', 'Escape'],
	...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
	...['Shift', 'CapsLock', 'AltGraph', 'Dead', 'Compose'],
]);

export function isKioskKey({ key, control, alt, meta, altGraph }: Key): boolean {
	if (meta) return false;
	const isLetter = [...key].length === 1;
	// A Polish ł, a € on a German keyboard. What the third level leaves as it is, is a shortcut.
	if (altGraph || (control && alt))
		return (isLetter && !/^[\p{Cc}\sA-Za-z0-9]$/u.test(key)) || key === 'AltGraph' || key === 'Dead';
	if (control || alt) return key === 'Shift';
	return isLetter ? !/^\p{Cc}$/u.test(key) : PLAIN.has(key);
}
