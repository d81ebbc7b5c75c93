import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '../Repair.module.css';
import { pageTexts } from './texts.ts';
import type { ToolLine } from './useTools.ts';

/** A tool that is out for a repair, and the click that takes it back. */
export function ToolOut({ line, onBack }: { line: ToolLine; onBack(): void }) {
	const t = useTexts(pageTexts);
	return (
		<li>
			<span>
				{line.itemNumber} {line.itemName}
				<span className={classes.below}>{t.toolOut(line.borrower.name)}</span>
			</span>
			<Button
				size="compact-md"
				variant="default"
				leftSection={<IconArrowBackUp size={16} aria-hidden />}
				aria-label={t.takeBackLabel(line.itemName)}
				onClick={onBack}
			>
				{t.takeBack}
			</Button>
		</li>
	);
}
