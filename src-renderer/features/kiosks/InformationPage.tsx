import { Button, Select, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { HouseTabs } from '#renderer/features/sign-ins/HouseTabs.tsx';
import { SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { KioskInformationSheet } from '#renderer/print/KioskInformationSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { texts } from './texts.ts';

const LANGUAGES = KioskLanguage.options.map((value) => ({ value, label: SCRIPTS[value].name }));

/** The sheet about data protection that lies beside the kiosk, in its languages. */
export function InformationPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const [language, setLanguage] = useState<KioskLanguage>('de');
	const rules = useQuery(api.signIns.rules.queryOptions());
	return (
		<Page>
			<HouseTabs />
			<PageHeader
				title={t.sheetTitle}
				subtitle={t.sheetWords}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.print}
					</Button>
				}
			/>
			<Select
				label={t.sheetLanguage}
				data={LANGUAGES}
				value={language}
				allowDeselect={false}
				maw={280}
				onChange={(value) => value !== null && setLanguage(value)}
			/>
			<ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
			{rules.isPending && <Skeleton height={500} />}
			{rules.data && (
				<PrintSheet label={t.preview}>
					<KioskInformationSheet profile={profile} language={language} keptWeeks={rules.data.keptWeeks} />
				</PrintSheet>
			)}
		</Page>
	);
}
