import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Item } from '#shared/features/inventory/model.ts';
import { DamageRows } from './DamageRows.tsx';
import { ReportDamage } from './ReportDamage.tsx';
import { texts } from './texts.ts';

/** What is and was wrong with an item: on its page in the inventory. */
export function ItemDamages({ item }: { item: Pick<Item, 'id' | 'name'> }) {
	const t = useTexts(texts);
	const [reporting, setReporting] = useState(false);
	return (
		<Section
			title={t.damages}
			actions={
				<Button
					size="sm"
					variant="default"
					leftSection={<IconAlertTriangle size={18} aria-hidden />}
					onClick={() => setReporting(true)}
				>
					{t.report}
				</Button>
			}
		>
			<DamageRows of={{ itemId: item.id, loanId: null }} />
			{reporting && <ReportDamage item={item} onClose={() => setReporting(false)} />}
		</Section>
	);
}
