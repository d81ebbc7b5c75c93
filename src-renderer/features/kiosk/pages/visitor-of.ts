import { LONGEST_NAME } from '#shared/features/attendance/model.ts';
import { cardNumberOn } from '#shared/features/borrowers/model.ts';
import { KioskVisitor } from '#shared/features/kiosk/model.ts';

/** Who was typed: any name in any script, or the number on a card whose bars the reader cannot read. */
export function visitorOf(typed: string): KioskVisitor | 'missing' | 'too_long' {
	const number = cardNumberOn(typed);
	const card = KioskVisitor.safeParse({ by: 'card', number });
	if (card.success) return card.data;
	// Spaces and what cannot be seen are no name.
	if (!/[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(typed)) return 'missing';
	const name = KioskVisitor.safeParse({ by: 'name', name: typed });
	return name.success ? name.data : typed.trim().length > LONGEST_NAME ? 'too_long' : 'missing';
}
