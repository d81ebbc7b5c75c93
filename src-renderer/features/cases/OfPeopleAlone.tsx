import { IconBuildingStore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { texts } from './texts.ts';
import { useOpenCase } from './useOpenCase.ts';

/** A page of a case file that there is for people alone: job applications, what funders ask. */
export function OfPeopleAlone({ children }: { children: ReactNode }) {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	if (caseFile.businessId === null) return children;
	return (
		<EmptyState icon={<IconBuildingStore />} title={t.ofPeopleTitle}>
			{t.ofPeopleWords}
		</EmptyState>
	);
}
