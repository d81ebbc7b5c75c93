import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { ApplicationFigures } from './ApplicationFigures.tsx';
import { texts } from './texts.ts';

/** Job applications on the overview of a case file, where there are any. */
export function ApplicationsSection({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const applications = useQuery(api.applications.ofCase.queryOptions({ input: { caseId } }));
	if (!applications.data || applications.data.length === 0) return null;
	return (
		<Section title={t.title}>
			<ApplicationFigures applications={applications.data} />
			<Anchor size="sm" renderRoot={(props) => <Link to="/fallakten/$id/bewerbungen" params={{ id: caseId }} {...props} />}>
				{t.all}
			</Anchor>
		</Section>
	);
}
