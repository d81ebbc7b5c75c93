import { Alert, Anchor, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconCalendarOff, IconCalendarTime, IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { timesWords } from '#renderer/features/offers/offer-words.ts';
import { type Draft, useDraft } from '#renderer/features/records/useDraft.ts';
import { longDayOf, today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Head } from '#shared/features/attendance/model.ts';
import type { Session } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Attendance.module.css';
import type { OfSession } from './mark.ts';
import { PresentList } from './PresentList.tsx';
import { RollCall } from './RollCall.tsx';
import { SheetEntry } from './SheetEntry.tsx';
import { EMPTY_SHEET, isUnwritten, sheetDraft, sheetFromDraft } from './sheet-lines.ts';
import { texts } from './texts.ts';

interface Known {
	readonly session: Session;
	readonly present: readonly Head[];
	readonly known: readonly string[];
}

/** Who was in one session of an offer. */
export function AttendancePage() {
	const { id, tag } = useParams({ strict: false });
	const of = { offerId: id as OfferId, ruleDay: tag as LocalDate };
	const found = useQuery(api.attendance.ofSession.queryOptions({ input: of }));
	if (found.data) return <SessionView key={`${id} ${tag}`} {...found.data} />;
	return (
		<Page>
			{found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToOffer id={of.offerId} />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function SessionView({ session, present, known }: Known) {
	const t = useTexts(texts);
	const { day, ruleDay, offerId, name } = session;
	const where = session.roomName ?? session.place;
	const moved = session.isMoved ? (day === ruleDay ? t.moved : t.movedFrom(longDayOf(ruleDay))) : null;
	const isOpen = session.state === 'on' && day <= today();
	return (
		<Page>
			<PageHeader
				above={<BackToOffer id={offerId} name={name} />}
				title={t.title(longDayOf(day))}
				subtitle={[name, timesWords(session), where, moved].filter(Boolean).join(' · ')}
				actions={
					session.state === 'on' && (
						<Button
							variant="default"
							leftSection={<IconPrinter size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/angebote/teilnahmelisten" search={{ tag: day, angebot: offerId }} {...props} />}
						>
							{t.toSheet}
						</Button>
					)
				}
			/>
			{isOpen ? (
				<Entering session={session} present={present} known={known} />
			) : present.length > 0 ? (
				<>
					<Alert color="petrol" variant="light" icon={<IconInfoCircle aria-hidden />}>
						{session.state === 'on' ? t.notYet : t.offKept}
					</Alert>
					<PresentList present={present} capacity={session.capacity} />
				</>
			) : session.state === 'on' ? (
				<EmptyState icon={<IconCalendarTime />} title={t.futureTitle}>
					{t.futureBody}
				</EmptyState>
			) : (
				<EmptyState icon={<IconCalendarOff />} title={t.offTitle}>
					{t.offBody}
				</EmptyState>
			)}
		</Page>
	);
}

/** By roll call or from paper; a sheet that was begun is gone on with. */
function Entering(props: Known) {
	const draft = useDraft(draftKey(props.session));
	return draft.loaded ? <LoadedEntering {...props} draft={draft} /> : <Skeleton height={320} />;
}

function LoadedEntering({ session, present, known, draft }: Known & { draft: Draft }) {
	const t = useTexts(texts);
	const { offerId, ruleDay, capacity } = session;
	const [sheet, setSheet] = useState(() => sheetFromDraft(draft.text));
	const [restored, setRestored] = useState(() => !isUnwritten(sheet));
	const [mode, setMode] = useState<'roll_call' | 'sheet'>(restored ? 'sheet' : 'roll_call');
	const of = { offerId, ruleDay };
	return (
		<>
			<SegmentedControl
				className={classes.mode}
				aria-label={t.mode}
				size="md"
				value={mode}
				onChange={(next) => setMode(next as typeof mode)}
				data={[
					{ value: 'roll_call', label: t.rollCall },
					{ value: 'sheet', label: t.sheet },
				]}
			/>
			<div className={classes.columns}>
				{mode === 'roll_call' ? (
					<RollCall of={of} present={present} known={known} />
				) : (
					<SheetEntry
						{...{ of, present, known, sheet, restored }}
						onChange={(next) => {
							setSheet(next);
							draft.save(sheetDraft(next));
						}}
						onEnd={async (isTaken) => {
							await draft.discard();
							setSheet(EMPTY_SHEET);
							setRestored(false);
							if (isTaken) setMode('roll_call');
						}}
						onUndo={async (before) => {
							await client.records.saveDraft({ key: draftKey(of), text: sheetDraft(before) });
							setSheet(before);
							setMode('sheet');
						}}
					/>
				)}
				<PresentList present={present} capacity={capacity} />
			</div>
		</>
	);
}

const draftKey = ({ offerId, ruleDay }: OfSession): string => `attendance:${offerId}-${ruleDay}`;

function BackToOffer({ id, name }: { id: OfferId; name?: string }) {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/angebote/$id" params={{ id }} {...props} />}>{name ?? t.toOffer}</Anchor>;
}
