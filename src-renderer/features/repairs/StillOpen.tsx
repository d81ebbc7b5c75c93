import { Alert, Stack } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { Agreement } from './page/Agreement.tsx';
import { ToolOut } from './page/ToolOut.tsx';
import { useTools } from './page/useTools.ts';
import classes from './Repair.module.css';

/** What is easily forgotten when a repair ends: tools that are still out for it, and words nobody has agreed to. */
export function StillOpen({ repair }: { repair: RepairRow }) {
	const t = useTexts(outcomeTexts);
	const tools = useTools(repair);
	const out = tools.lines.filter(({ returnedAt }) => returnedAt === null);
	if (out.length === 0 && repair.waiverId !== null) return null;
	return (
		<Alert color="clay" icon={<IconTool aria-hidden />} title={t.stillOpen} role="status">
			<Stack gap="xs">
				{repair.waiverId === null && <Agreement repair={repair} />}
				{out.length > 0 && (
					<ul className={classes.rows}>
						{out.map((line) => (
							<ToolOut key={line.id} line={line} onBack={() => void tools.takeBack(line)} />
						))}
					</ul>
				)}
			</Stack>
		</Alert>
	);
}
