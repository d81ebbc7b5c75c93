import { Badge } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CaseStatus } from '#shared/features/cases/model.ts';
import { texts } from './texts.ts';

const COLORS: Record<CaseStatus, string> = { open: 'petrol', reopened: 'petrol', paused: 'clay', closed: 'gray' };

export function CaseStatusBadge({ status }: { status: CaseStatus }) {
	const t = useTexts(texts);
	return (
		<Badge variant="light" color={COLORS[status]} size="lg" tt="none" fw={600} style={{ flexShrink: 0 }}>
			{t.status[status]}
		</Badge>
	);
}
