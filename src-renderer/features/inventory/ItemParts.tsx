import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import classes from './ItemPage.module.css';
import { ItemStateMark } from './ItemStateMark.tsx';
import { texts } from './texts.ts';

/** What a kit holds, or which kit an item belongs to; nothing for a single item. */
export function ItemParts({ parts, kit }: { parts: readonly ItemRow[]; kit: ItemRow | null }) {
	const t = useTexts(texts);
	const rows = kit === null ? parts : [kit];
	if (rows.length === 0) return null;
	return (
		<Section title={kit === null ? t.parts : t.partOf}>
			<ul className={classes.parts}>
				{rows.map((row) => (
					<li key={row.id}>
						<Link to="/inventar/$id" params={{ id: row.id }} className={classes.part ?? ''}>
							<span className={classes.partNumber}>{row.number}</span>
							<strong>{row.name}</strong>
							<ItemStateMark item={row} />
						</Link>
					</li>
				))}
			</ul>
		</Section>
	);
}
