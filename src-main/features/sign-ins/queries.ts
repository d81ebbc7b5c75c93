import { and, asc, between, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { AgeBand, KioskLanguage, KioskSex } from '#shared/features/kiosk/model.ts';
import type { SignInDirection } from '#shared/features/sign-ins/model.ts';
import type { BorrowerId, KioskId, OfferId, SignInId, SiteId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { signIn, signInRules, signInVisitor } from './tables.ts';

export interface SignInRow {
	readonly id: SignInId;
	/** When an office PC took it in. */
	readonly at: number;
	readonly kiosk: KioskId;
	readonly seq: number;
	readonly direction: SignInDirection;
	readonly offerId: OfferId | null;
	readonly ruleDay: LocalDate | null;
	readonly by: 'card' | 'name' | 'anonymous';
	readonly language: KioskLanguage;
	readonly ageBand: AgeBand | null;
	readonly sex: KioskSex | null;
	readonly saidAt: number;
	readonly heardAt: number;
	readonly name: string | null;
	readonly card: string | null;
	readonly borrowerId: BorrowerId | null;
	readonly leftAt: number | null;
}

const { id, at, kiosk, seq, direction, offerId, ruleDay, by, language, ageBand, sex, saidAt, heardAt } = signIn;
const { name, card, borrowerId, leftAt } = signInVisitor;

const rows = (db: Reader) =>
	db
		.select({
			...{ id, at, kiosk, seq, direction, offerId, ruleDay, by, language, ageBand, sex, saidAt, heardAt },
			...{ name, card, borrowerId, leftAt },
		})
		.from(signIn)
		.leftJoin(signInVisitor, and(eq(signInVisitor.id, signIn.id), isNull(signInVisitor.removedAt)));

/** Said or taken in within these times, ms UTC; in the order said. */
export const signInsBetween = (db: Reader, from: number, until: number): SignInRow[] =>
	rows(db)
		.where(or(between(saidAt, from, until), between(at, from, until)))
		.orderBy(asc(saidAt), asc(kiosk), asc(seq))
		.all() as SignInRow[];

/** Taken in since then. */
export const signInsTakenSince = (db: Reader, since: number): SignInRow[] => rows(db).where(gte(at, since)).all() as SignInRow[];

export const signInWith = (db: Reader, wanted: SignInId): SignInRow | undefined =>
	rows(db).where(eq(signIn.id, wanted)).get() as SignInRow | undefined;

export function knownAmong(db: Reader, ids: readonly SignInId[]): Set<string> {
	return new Set(
		db
			.select({ id })
			.from(signIn)
			.where(inArray(id, [...ids]))
			.all()
			.map((row) => row.id),
	);
}

/** Sign-ins that still have a name and were taken in before then. */
export const namedBefore = (db: Reader, before: number, most: number): SignInRow[] =>
	rows(db)
		.where(and(lt(at, before), or(isNotNull(name), isNotNull(card), isNotNull(borrowerId))))
		.limit(most)
		.all() as SignInRow[];

export interface FigureRow {
	readonly month: string;
	readonly offerId: OfferId | null;
	readonly ageBand: AgeBand | null;
	readonly sex: KioskSex | null;
	readonly language: KioskLanguage;
	readonly count: number;
}

/** By month of the session, or of what was said where it is of none. */
export function figureRows(db: Reader, from: LocalDate, until: LocalDate): FigureRow[] {
	const day = sql<string>`coalesce(${ruleDay}, date(${saidAt} / 1000, 'unixepoch'))`;
	const month = sql<string>`substr(${day}, 1, 7)`;
	return db
		.select({ month, offerId, ageBand, sex, language, count: sql<number>`count(*)` })
		.from(signIn)
		.where(and(eq(direction, 'in'), gte(day, from), lte(day, until)))
		.groupBy(month, offerId, ageBand, sex, language)
		.orderBy(month, offerId)
		.all() as FigureRow[];
}

export const readRules = (db: Reader, site: SiteId): { keptWeeks: number } | undefined =>
	db.select({ keptWeeks: signInRules.keptWeeks }).from(signInRules).where(eq(signInRules.id, site)).get();
