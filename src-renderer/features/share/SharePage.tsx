import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Drill } from './Drill.tsx';
import { ReadingDevices } from './ReadingDevices.tsx';
import { RestoreVault } from './RestoreVault.tsx';
import { SecondCopy } from './SecondCopy.tsx';
import { ShareStatusSection } from './ShareStatusSection.tsx';
import { SnapshotList } from './SnapshotList.tsx';
import { texts } from './texts.ts';

/** Is everything safe, where, since when, and what can I do? */
export function SharePage() {
	const t = useTexts(texts);
	const administrator = useSession().member.roles.includes('administrator');
	const status = useQuery(api.share.status.queryOptions());
	return (
		<Page>
			<PageHeader title={t.title} subtitle={t.subtitle} />
			<ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
			{status.data && <ShareStatusSection status={status.data} />}
			{status.data && status.data.state !== 'none' && (
				<>
					<ReadingDevices />
					<SnapshotList />
					<Drill />
					{administrator && <SecondCopy />}
					{administrator && <RestoreVault />}
				</>
			)}
			<p style={{ margin: 0 }}>
				<Anchor renderRoot={(props) => <Link to="/geraete" {...props} />}>{t.toDevices}</Anchor>
			</p>
		</Page>
	);
}
