import { Button } from '@mantine/core';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import classes from './Inventory.module.css';
import { RecordTests } from './RecordTests.tsx';
import { texts } from './texts.ts';

/** What can be done with the ticked items. */
export function SelectionBar({ selected, onSelect }: { selected: readonly ItemId[]; onSelect(ids: readonly ItemId[]): void }) {
	const t = useTexts(texts);
	const [entering, setEntering] = useState(false);
	return (
		<section aria-label={t.selection} className={classes.selection}>
			<strong role="status">{t.selected(selected.length)}</strong>
			<Button
				size="sm"
				variant="default"
				leftSection={<IconPrinter size={18} aria-hidden />}
				renderRoot={(props) => <Link to="/inventar/etiketten" {...props} />}
			>
				{t.printLabels}
			</Button>
			<Button
				size="sm"
				variant="default"
				leftSection={<IconCertificate size={18} aria-hidden />}
				onClick={() => setEntering(true)}
			>
				{t.enterTest}
			</Button>
			<Button size="sm" variant="subtle" onClick={() => onSelect([])}>
				{t.selectNone}
			</Button>
			{entering && <RecordTests ids={selected} onClose={() => setEntering(false)} onDone={() => onSelect([])} />}
		</section>
	);
}
