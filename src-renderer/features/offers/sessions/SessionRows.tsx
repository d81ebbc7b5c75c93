import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core';
import {
	IconCalendarOff,
	IconCalendarPlus,
	IconCalendarShare,
	IconChevronDown,
	IconPencil,
	IconPrinter,
	IconUsers,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { timesWords } from '#renderer/features/offers/offer-words.ts';
import { StaffSession } from '#renderer/features/offers/StaffSession.tsx';
import { useMembers } from '#renderer/features/offers/useMembers.ts';
import { today, weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Offer, Session } from '#shared/features/offers/model.ts';
import { addDays, formatLocalDate } from '#shared/kernel/local-date.ts';
import { changeOne } from '../session-changes.ts';
import { CancelSession } from './CancelSession.tsx';
import { MoveSession } from './MoveSession.tsx';
import classes from './Sessions.module.css';
import { texts } from './texts.ts';

/** As much as a year's holidays and a term ask for. */
const STEP_DAYS = 56;
const MOST_DAYS = 392;

interface Props {
	offer: Offer & { readonly roomName: string | null };
	mayPlan: boolean;
	/** Everything is to change from this session on. */
	onChangeFrom(session: Session): void;
}

type Doing = { readonly what: 'move' | 'cancel' | 'staff'; readonly session: Session };

/** What comes, session by session, and what can be done with each. */
export function SessionRows({ offer, mayPlan, onChangeFrom }: Props) {
	const t = useTexts(texts);
	const [ahead, setAhead] = useState(STEP_DAYS);
	const [doing, setDoing] = useState<Doing | null>(null);
	const from = today();
	const found = useQuery({
		...api.offers.sessions.queryOptions({ input: { from, until: addDays(from, ahead), offerId: offer.id } }),
		placeholderData: keepPreviousData,
	});
	const close = () => setDoing(null);
	return (
		<Section title={t.title}>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={160} />}
			{found.data?.length === 0 && <p className={classes.quiet}>{t.none}</p>}
			{found.data && found.data.length > 0 && (
				<ul className={classes.rows}>
					{found.data.map((session) => (
						<Row
							key={session.ruleDay}
							offer={offer}
							session={session}
							{...(mayPlan && { onDo: (what) => setDoing({ what, session }), onChangeFrom: () => onChangeFrom(session) })}
						/>
					))}
				</ul>
			)}
			{ahead < MOST_DAYS && (
				<div>
					<Button variant="default" size="sm" onClick={() => setAhead(Math.min(MOST_DAYS, ahead * 3))}>
						{t.more}
					</Button>
				</div>
			)}
			{doing?.what === 'move' && <MoveSession offer={offer} session={doing.session} onClose={close} />}
			{doing?.what === 'cancel' && <CancelSession offer={offer} session={doing.session} onClose={close} />}
			{doing?.what === 'staff' && <StaffSession offer={offer} session={doing.session} onClose={close} />}
		</Section>
	);
}

interface RowProps {
	offer: Offer;
	session: Session;
	/** Both left out for those who only read. */
	onDo?(what: Doing['what']): void;
	onChangeFrom?(): void;
}

function Row({ offer, session, onDo, onChangeFrom }: RowProps) {
	const t = useTexts(texts);
	const members = useMembers();
	const { day, ruleDay, state, note, isMoved, helpersWanted, helpers } = session;
	const isOff = state !== 'on';
	const missing = helpersWanted - helpers.length;
	const isLedOtherwise = JSON.stringify(session.leaders) !== JSON.stringify(offer.leaders);
	return (
		<li className={classes.row} data-off={isOff || undefined}>
			<span className={classes.words}>
				<span className={classes.day}>
					{weekdayOf(day)} {formatLocalDate(day)}
				</span>
				<span className={classes.times}>{timesWords(session)}</span>
			</span>
			<span className={classes.words}>
				{state === 'cancelled' && <span className={classes.state}>{t.cancelled}</span>}
				{state === 'closed' && <span className={classes.state}>{t.closed(note ?? '')}</span>}
				{!isOff && isMoved && (
					<span className={classes.state}>
						{t.moved}
						{day !== ruleDay && `, ${t.movedFrom(`${weekdayOf(ruleDay)} ${formatLocalDate(ruleDay)}`)}`}
					</span>
				)}
				{state !== 'closed' && note !== null && <span>{note}</span>}
				{session.roomId !== offer.roomId && <span>{session.roomName}</span>}
				{!isOff && isLedOtherwise && <span className={classes.quiet}>{t.leaders(members.names(session.leaders))}</span>}
				{!isOff && (helpers.length > 0 || missing > 0) && (
					<span className={classes.quiet}>{t.helpers(members.names(helpers), missing)}</span>
				)}
			</span>
			<span className={classes.buttons}>
				{!isOff && (
					<ActionIcon
						variant="default"
						size={36}
						aria-label={t.printOf(formatLocalDate(day))}
						title={t.print}
						renderRoot={(props) => <Link to="/angebote/teilnahmelisten" search={{ tag: day, angebot: offer.id }} {...props} />}
					>
						<IconPrinter size={18} aria-hidden />
					</ActionIcon>
				)}
				{onDo && (
					<Menu position="bottom-end">
						<Menu.Target>
							<Button
								size="sm"
								variant="default"
								rightSection={<IconChevronDown size={16} aria-hidden />}
								aria-label={t.changeOf(formatLocalDate(day))}
							>
								{t.change}
							</Button>
						</Menu.Target>
						<Menu.Dropdown>
							<Menu.Item leftSection={<IconCalendarShare size={18} aria-hidden />} onClick={() => onDo('move')}>
								{t.move}
							</Menu.Item>
							{state === 'cancelled' ? (
								<Menu.Item
									leftSection={<IconCalendarPlus size={18} aria-hidden />}
									onClick={() =>
										void changeOne(session, { isCancelled: false, note: null }, t.restored(formatLocalDate(day))).catch(showError)
									}
								>
									{t.restore}
								</Menu.Item>
							) : (
								state === 'on' && (
									<Menu.Item leftSection={<IconCalendarOff size={18} aria-hidden />} onClick={() => onDo('cancel')}>
										{t.cancel}
									</Menu.Item>
								)
							)}
							<Menu.Item leftSection={<IconUsers size={18} aria-hidden />} onClick={() => onDo('staff')}>
								{t.staff}
							</Menu.Item>
							{offer.rule !== null && (
								<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onChangeFrom?.()}>
									{t.later}
								</Menu.Item>
							)}
						</Menu.Dropdown>
					</Menu>
				)}
			</span>
		</li>
	);
}
