import { Badge } from '@mantine/core';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Release } from '#shared/features/consents/model.ts';
import { markOf, type ReleaseMark } from './release-order.ts';
import { texts } from './texts.ts';

const COLORS: Record<ReleaseMark, string> = {
	...{ valid: 'moss', ends_soon: 'clay', not_yet: 'gray', expired: 'gray', withdrawn: 'brick' },
};

export function ReleaseBadge({ release }: { release: Release }) {
	const t = useTexts(texts);
	const mark = markOf(release, today());
	return (
		<Badge color={COLORS[mark]} variant="light" tt="none">
			{mark === 'ends_soon' ? t.endsSoon : t.releaseState[mark]}
		</Badge>
	);
}
