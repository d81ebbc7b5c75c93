import { Anchor, Button, Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { PublicWeekSheet } from '#renderer/print/PublicWeekSheet.tsx';
import { LANGUAGE_NAMES } from '#renderer/print/public-week-words.ts';
import { WeekListSheet } from '#renderer/print/WeekListSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { PublicLanguage } from '#shared/features/offers/model.ts';
import { LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import { DoorSheetPart } from './DoorSheetPart.tsx';
import { printTexts } from './print-texts.ts';
import { useWeek } from './use-week.ts';
import { entriesByMember, entriesByRoom } from './week-entries.ts';

type Sheet = 'door' | 'rooms' | 'people' | 'doors';

/** The week on paper: for the door in German and one more language, by room and by person for the team, or for the door of each room. */
export function WeekPrintPage() {
	const t = useTexts(printTexts);
	const { profile } = useSession();
	const { ab } = useSearch({ from: '/woche/drucken' });
	const asked = LocalDate.safeParse(ab);
	const monday = mondayOf(asked.success ? asked.data : today());
	const [sheet, setSheet] = useStickyState<Sheet>('weekPrint.sheet', 'door');
	const [language, setLanguage] = useStickyState<PublicLanguage | null>('weekPrint.language', null);
	const [paper, setPaper] = useStickyState<'A4' | 'A3'>('weekPrint.paper', 'A4');
	const week = useWeek(monday);
	const offers = useQuery(api.offers.list.queryOptions());
	const error = week.error ?? offers.error;
	const { opening, blocks } = week;
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/woche" {...props} />}>{t.back}</Anchor>}
				title={t.title(weekNumberOf(monday))}
				subtitle={t.subtitle[sheet]}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.print}
					</Button>
				}
			/>
			<Group gap="md" mb="md" align="end">
				<SegmentedControl
					aria-label={t.which}
					value={sheet}
					onChange={(next) => setSheet(next as Sheet)}
					data={(['door', 'doors', 'rooms', 'people'] as const).map((value) => ({ value, label: t.sheets[value] }))}
				/>
				{sheet === 'door' && (
					<>
						<Select
							label={t.language}
							placeholder={t.onlyGerman}
							data={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
							value={language}
							onChange={(next) => setLanguage(next as PublicLanguage | null)}
							clearable
							w="12rem"
						/>
						<SegmentedControl
							aria-label={t.paper}
							value={paper}
							onChange={(next) => setPaper(next as 'A4' | 'A3')}
							data={['A4', 'A3']}
						/>
					</>
				)}
			</Group>
			<ErrorNotice
				error={error}
				onRetry={() => {
					week.retry();
					void offers.refetch();
				}}
			/>
			{(week.isPending || offers.isPending) && !error && <Skeleton height={600} />}
			{blocks && opening && sheet === 'doors' && (
				<DoorSheetPart profile={profile} monday={monday} rooms={week.rooms} blocks={blocks} closedFor={opening.closedFor} />
			)}
			{offers.data && blocks && opening && sheet !== 'doors' && (
				<PrintSheet label={t.preview}>
					{sheet === 'door' && (
						<PublicWeekSheet
							profile={profile}
							monday={monday}
							sessions={week.sessions}
							offers={
								new Map(
									offers.data.map(({ id, text, translations }) => [
										id,
										{ text, translation: translations.find((one) => one.language === language) ?? null },
									]),
								)
							}
							closedFor={opening.closedFor}
							language={language}
							paper={paper}
						/>
					)}
					{sheet === 'rooms' && (
						<WeekListSheet
							profile={profile}
							monday={monday}
							title="Woche nach Räumen"
							besideHeading="Wer"
							groups={entriesByRoom(blocks, week.rooms, week.members)}
							closedFor={opening.closedFor}
						/>
					)}
					{sheet === 'people' && (
						<WeekListSheet
							profile={profile}
							monday={monday}
							title="Woche nach Mitarbeitenden"
							besideHeading="Wo"
							groups={entriesByMember(blocks, week.members)}
							closedFor={opening.closedFor}
						/>
					)}
				</PrintSheet>
			)}
		</Page>
	);
}
