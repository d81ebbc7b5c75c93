import { z } from 'zod';
import { FunderProgrammeId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';

/**
 * Programmes and projects that pay for the counselling (Programme), with what each of them asks for (design 7). They
 * hold nothing about anybody, and are rules that others work by: so they lie in the office vault, kept by coordination,
 * who need no key of the case files for it.
 */

export const Regime = z.enum(['esf_plus_2021', 'esf_2014', 'biwaq', 'other']);
export type Regime = z.infer<typeof Regime>;

export const ProgrammeFields = z.object({
	/** As the funder calls it. */
	name: requiredText(120),
	regime: Regime,
	startsOn: LocalDate,
	endsOn: LocalDate.nullable(),
	/** Date of the grant notice (Zuwendungsbescheid). */
	grantNoticeOn: LocalDate.nullable(),
	/** Until when it says that files must be kept. */
	keepUntil: LocalDate.nullable(),
});
export type ProgrammeFields = z.infer<typeof ProgrammeFields>;

const days = z.int().min(1).max(366);
const months = z.int().min(1).max(120);

/** What a programme asks for from a certain day on. */
export const Terms = z.object({
	/** Minutes of counselling after which the entry data are due. */
	questionnaireMinutes: z
		.int()
		.min(0)
		.max(1000 * 60),
	/** Days after leaving within which the exit data are collected. */
	exitWithinDays: days,
	/** Months after leaving at which somebody is asked again, and the days that are left for it then. */
	followUpMonths: months,
	followUpWithinDays: days,
	/** Long-term unemployed: after so many months … */
	longTermMonths: months,
	/** … or so many for those younger than `youngUnder` years at entry (0: for nobody). */
	longTermMonthsYoung: months,
	youngUnder: z.int().min(0).max(99),
	/** Exactly so many months are enough (≥); otherwise it takes more (>). */
	longTermFromLimitOn: z.boolean(),
});
export type Terms = z.infer<typeof Terms>;

export const DatedTerms = Terms.extend({ validFrom: LocalDate });
export type DatedTerms = z.infer<typeof DatedTerms>;

/** `terms` by date, never empty. A removed one is offered no more, but case files of it still name it. */
export const FunderProgramme = ProgrammeFields.extend({
	id: FunderProgrammeId,
	isRemoved: z.boolean(),
	terms: z.array(DatedTerms).min(1),
});
export type FunderProgramme = z.infer<typeof FunderProgramme>;

const ESF_PLUS: Terms = {
	questionnaireMinutes: 8 * 60,
	exitWithinDays: 28,
	followUpMonths: 6,
	followUpWithinDays: 28,
	longTermMonths: 12,
	longTermMonthsYoung: 12,
	youngUnder: 0,
	longTermFromLimitOn: true,
};

/** What a new programme begins with: ESF+ per VO (EU) 2021/1057 Annex I, ESF 2014–20 per VO (EU) 1304/2013 Annex I. */
export const USUAL_TERMS: Readonly<Record<Regime, Terms>> = {
	esf_plus_2021: ESF_PLUS,
	biwaq: ESF_PLUS,
	esf_2014: { ...ESF_PLUS, longTermMonths: 12, longTermMonthsYoung: 6, youngUnder: 25, longTermFromLimitOn: false },
	other: ESF_PLUS,
};

/** What applies on a day; before the first date, what applies first. */
export function termsOn({ terms }: { readonly terms: readonly DatedTerms[] }, day: LocalDate): DatedTerms {
	const [first] = terms;
	if (!first) throw new Error('a programme without terms');
	return terms.findLast(({ validFrom }) => validFrom <= day) ?? first;
}
