import { z } from 'zod';
import { LONGEST_NAME } from '#shared/features/attendance/model.ts';
import { AgeBand, DEFAULT_KEPT_WEEKS, KioskLanguage, KioskSex } from '#shared/features/kiosk/model.ts';
import { SignInDirection, SignInRules } from '#shared/features/sign-ins/model.ts';
import { BorrowerId, KioskId, OfferId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { appendKind, mergeKind } from '../../records/kind.ts';
import { signIn, signInRules, signInVisitor } from './tables.ts';

export const signInKind = appendKind({
	vault: 'workshop',
	table: signIn,
	fields: z.object({
		kiosk: KioskId,
		seq: z.int().min(1),
		direction: SignInDirection,
		offerId: OfferId.nullable(),
		ruleDay: LocalDate.nullable(),
		by: z.enum(['card', 'name', 'anonymous']),
		language: KioskLanguage,
		ageBand: AgeBand.nullable(),
		sex: KioskSex.nullable(),
		saidAt: z.number(),
		heardAt: z.number(),
	}),
});

export const signInVisitorKind = mergeKind({
	vault: 'workshop',
	table: signInVisitor,
	fields: z.object({
		name: optionalText(LONGEST_NAME),
		card: z.string().max(20).nullable(),
		borrowerId: BorrowerId.nullable(),
		leftAt: z.number().nullable(),
	}),
	empty: { name: null, card: null, borrowerId: null, leftAt: null },
	texts: [],
	unasked: 'all',
});

export const signInRulesKind = mergeKind({
	vault: 'workshop',
	table: signInRules,
	fields: SignInRules,
	empty: { keptWeeks: DEFAULT_KEPT_WEEKS },
	texts: [],
	unasked: 'all',
});
