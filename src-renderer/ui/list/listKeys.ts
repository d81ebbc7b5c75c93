/**
 * Keyboard movement in a list: the row a key leads to, or null when the key does not move. Rows count from 0; `page` is
 * how many rows fit on the screen.
 */
export function rowAfterKey(key: string, active: number, total: number, page: number): number | null {
	if (total === 0) return null;
	const last = total - 1;
	const to = (row: number) => Math.max(0, Math.min(last, row));
	switch (key) {
		case 'ArrowDown':
			return to(active + 1);
		case 'ArrowUp':
			return to(active - 1);
		case 'PageDown':
			return to(active + Math.max(1, page - 1));
		case 'PageUp':
			return to(active - Math.max(1, page - 1));
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return null;
	}
}
