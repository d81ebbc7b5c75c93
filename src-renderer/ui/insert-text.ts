type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Puts words where the cursor of a field is (in place of what is selected), and the cursor behind them. `onLineOfItsOwn`:
 * never in the middle of one.
 */
export function insertText(field: Field, words: string, onChange: (value: string) => void, onLineOfItsOwn = false): void {
	const { value } = field;
	const start = field.selectionStart ?? value.length;
	const before = value.slice(0, start);
	const after = value.slice(field.selectionEnd ?? start);
	const opening = onLineOfItsOwn && before !== '' && !before.endsWith('\n') ? '\n' : '';
	const closing = onLineOfItsOwn && after !== '' && !after.startsWith('\n') ? '\n' : '';
	onChange(before + opening + words + closing + after);
	placeCursor(field, start + opening.length + words.length);
}

/** Emphasis, as letters print it: what is selected comes to stand between asterisks. */
export function emphasise(field: Field, onChange: (value: string) => void): void {
	const start = field.selectionStart ?? 0;
	const end = field.selectionEnd ?? start;
	const { value } = field;
	onChange(`${value.slice(0, start)}*${value.slice(start, end)}*${value.slice(end)}`);
	placeCursor(field, start === end ? start + 1 : end + 2);
}

/** Once the changed value is drawn. */
function placeCursor(field: Field, at: number): void {
	requestAnimationFrame(() => {
		field.focus();
		field.setSelectionRange(at, at);
	});
}
