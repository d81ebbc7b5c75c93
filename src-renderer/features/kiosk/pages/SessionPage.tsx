import { IconCalendarOff, IconClock, IconHomeHeart, IconIdBadge2, IconMapPin } from '@tabler/icons-react';
import { clockTime } from '#renderer/i18n/kiosk/languages.ts';
import type { KioskSession } from '#shared/features/kiosk/model.ts';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { OFFER_PICTURES } from './offer-pictures.ts';
import { LeavingTile, Tile } from './Tile.tsx';
import classes from './Tiles.module.css';

/** Which of today's sessions, or just in the house. */
export function SessionPage() {
	const { t, visit, day, go } = useTurn();
	return (
		<>
			<Heading>{t.whereTo}</Heading>
			{visit.visitor?.by === 'card' && (
				<p className={classes.known} dir="ltr">
					<IconIdBadge2 aria-hidden />
					{visit.visitor.number}
				</p>
			)}
			<ul className={`${classes.grid} ${classes.sessions}`}>
				{day?.sessions.map((session) => (
					<li key={`${session.offerId} ${session.ruleDay}`}>
						<Session session={session} />
					</li>
				))}
				<li>
					<Tile
						picture={<IconHomeHeart aria-hidden />}
						hue="clay"
						words={t.justHere}
						onTouch={() => go({ to: 'session', session: null })}
					/>
				</li>
				{!visit.isQuick && (
					<li>
						<LeavingTile />
					</li>
				)}
			</ul>
		</>
	);
}

function Session({ session }: { session: KioskSession }) {
	const { t, visit, go } = useTurn();
	const { language } = visit;
	const own = session.names.find((each) => each.language === language)?.name;
	const [Picture, hue] = OFFER_PICTURES[session.kind];
	const inside = (
		<>
			<span className={classes.blob} data-hue={hue}>
				<Picture aria-hidden />
			</span>
			<span className={classes.words}>
				{own === undefined ? (
					<strong lang="de" dir="auto">
						{session.name}
					</strong>
				) : (
					<strong>{own}</strong>
				)}
				<span className={classes.line}>
					<IconClock aria-hidden />
					{t.hours(clockTime(language, session.from), clockTime(language, session.until))}
				</span>
				{session.place !== null && (
					<span className={classes.line}>
						<IconMapPin aria-hidden />
						<bdi lang="de">{session.place}</bdi>
					</span>
				)}
				{session.isCancelled && (
					<span className={classes.line}>
						<IconCalendarOff aria-hidden />
						{t.isCancelled}
					</span>
				)}
			</span>
		</>
	);
	if (session.isCancelled) return <div className={`${classes.tile} ${classes.isOff}`}>{inside}</div>;
	const { offerId, ruleDay } = session;
	return (
		<button type="button" className={classes.tile} onClick={() => go({ to: 'session', session: { offerId, ruleDay } })}>
			{inside}
		</button>
	);
}
