import { weekNumberOf } from '#renderer/i18n/days.ts';
import type { PublicLanguage, PublicText, Session } from '#shared/features/offers/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, formatLocalDate, type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import classes from './PublicWeekSheet.module.css';
import { siteContact } from './postal-address.ts';
import { PUBLIC_WEEK_WORDS } from './public-week-words.ts';

export interface PublicWeekSheetProps {
	profile: SiteProfile;
	monday: LocalDate;
	/** Of this week; what is not public is left out here. */
	sessions: readonly Session[];
	/** What each offer is, by offer: its German text and what it is called in `language`. */
	offers: ReadonlyMap<OfferId, { readonly text: string | null; readonly translation: PublicText | null }>;
	/** Why the house is closed on a day besides the usual week. */
	closedFor(day: LocalDate): string | null;
	/** Spoken besides German. */
	language: PublicLanguage | null;
	paper: 'A4' | 'A3';
}

/** The week that hangs at the door: what there is, when and where, in German and one more language. No names of people. */
export function PublicWeekSheet(props: PublicWeekSheetProps) {
	const { profile, monday, language, paper } = props;
	const sunday = addDays(monday, 6);
	const contact = siteContact(profile);
	const words = language && PUBLIC_WEEK_WORDS[language];
	return (
		<article className={classes.sheet} data-paper={paper} lang="de">
			<header className={classes.head}>
				<div>
					<h1>{PUBLIC_WEEK_WORDS.de.title}</h1>
					{words && (
						<p className={classes.second} lang={language} dir={directionOf(language)}>
							{words.title}
						</p>
					)}
				</div>
				<div className={classes.when}>
					<p className={classes.week}>KW {weekNumberOf(monday)}</p>
					<p>
						{formatLocalDate(monday)} – {formatLocalDate(sunday)}
					</p>
				</div>
			</header>
			{daysOf(props).map((day) => (
				<Day key={day} {...props} day={day} />
			))}
			<footer className={classes.foot}>
				<strong>{profile.name}</strong> · {profile.organisation}
				{contact !== '' && <> · {contact}</>}
			</footer>
		</article>
	);
}

/** Saturday and Sunday only when there is something. */
const daysOf = ({ monday, sessions }: PublicWeekSheetProps): LocalDate[] =>
	weekFrom(monday).filter((day, at) => at < 5 || shownOn(sessions, day).length > 0);

const shownOn = (sessions: readonly Session[], day: LocalDate): Session[] =>
	sessions
		.filter((session) => session.isPublic && session.day === day && session.state !== 'closed')
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.name < b.name ? -1 : 1));

function Day(props: PublicWeekSheetProps & { day: LocalDate }) {
	const { day, language, sessions, closedFor } = props;
	const shown = shownOn(sessions, day);
	const closed = closedFor(day);
	return (
		<section className={classes.day}>
			<h2>
				{weekdayIn('de', day)}{' '}
				<span className={classes.date}>
					{day.slice(8)}.{day.slice(5, 7)}.
				</span>
				{language && (
					<span className={classes.second} lang={language} dir={directionOf(language)}>
						{weekdayIn(language, day)}
					</span>
				)}
			</h2>
			<div className={classes.sessions}>
				{closed !== null && (
					<p className={classes.closed}>
						{capital(PUBLIC_WEEK_WORDS.de.closed)}: {closed}
						{language && (
							<span className={classes.second} lang={language} dir={directionOf(language)}>
								{PUBLIC_WEEK_WORDS[language].closed}
							</span>
						)}
					</p>
				)}
				{closed === null && shown.length === 0 && <p className={classes.none}>–</p>}
				{shown.map((session) => (
					<Entry key={`${session.offerId} ${session.ruleDay}`} {...props} session={session} />
				))}
			</div>
		</section>
	);
}

function Entry({ session, offers, language }: PublicWeekSheetProps & { session: Session }) {
	const offer = offers.get(session.offerId);
	const where = session.roomName ?? session.place;
	const isCancelled = session.state === 'cancelled';
	return (
		<div className={classes.entry} data-cancelled={isCancelled || undefined}>
			<p className={classes.time}>
				{session.from} – {session.until}
			</p>
			<div className={classes.what}>
				<p className={classes.name}>
					<span>{session.name}</span>
					{isCancelled && <strong className={classes.mark}>{PUBLIC_WEEK_WORDS.de.cancelled}</strong>}
				</p>
				{language && offer?.translation && (
					<p className={classes.second} lang={language} dir={directionOf(language)}>
						{offer.translation.name}
						{isCancelled && ` – ${PUBLIC_WEEK_WORDS[language].cancelled}`}
					</p>
				)}
				{session.note !== null && <p className={classes.note}>{session.note}</p>}
				{!isCancelled && offer?.text && <p className={classes.text}>{offer.text}</p>}
			</div>
			<p className={classes.where}>{isCancelled ? '' : where}</p>
		</div>
	);
}

const weekdayIn = (language: 'de' | PublicLanguage, day: LocalDate): string =>
	new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));

const directionOf = (language: PublicLanguage): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
