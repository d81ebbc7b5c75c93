import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { LendingService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function lendingRouter({ signedIn }: Procedures, lending: LendingService, now: () => number) {
	const os = signedIn.lending;
	const { loans } = lending;
	return {
		scan: os.scan.handler(({ input, context }) => lending.scan(context.session, input)),
		complete: os.complete.handler(({ input, context, errors }) => {
			const done = lending.complete(context.session, input);
			if (done.ok) return done.value;
			switch (done.error.refused) {
				case 'obstacles':
					throw errors.REFUSED({ data: { obstacles: done.error.obstacles } });
				case 'no_borrower':
					throw errors.NO_BORROWER();
				case 'outdated':
					throw errors.OUTDATED();
				case 'impossible_date':
					throw errors.IMPOSSIBLE_DATE();
			}
		}),
		undo: os.undo.handler(({ input, context, errors }) => {
			if (!lending.undo(context.session, input)) throw errors.TOO_LATE();
		}),
		loans: os.loans.handler(({ input, context }) => loans.list(context.session, input)),
		loan: os.loan.handler(({ input, context }) => loans.get(context.session, input.id) ?? notFound()),
		out: os.out.handler(({ input, context }) => loans.out(context.session, input)),
		outItems: os.outItems.handler(({ context }) => lending.outNow(context.session).map(({ itemId }) => itemId)),
		extend: os.extend.handler(({ input, context, errors }) => {
			const extended = loans.extend(context.session, input);
			if (extended.ok) return { dueOn: extended.value };
			if (extended.error.refused === 'obstacles') throw errors.REFUSED({ data: { obstacles: extended.error.obstacles } });
			throw extended.error.refused === 'impossible_date' ? errors.IMPOSSIBLE_DATE() : errors.OUTDATED();
		}),
		deposit: os.deposit.handler(({ input, context, errors }) => {
			const booked = loans.deposit(context.session, input) ?? notFound();
			if (!booked.ok) throw errors.TOO_MUCH({ data: { heldCents: booked.error.tooMuch } });
			return booked.value;
		}),
		ofItem: os.ofItem.handler(({ input, context }) => loans.ofItem(context.session, input.id, input.limit)),
		endOfDay: os.endOfDay.handler(({ context }) => lending.endOfDay(context.session)),
		reminders: os.reminders.handler(({ context }) => lending.reminders(context.session)),
		noteReminded: os.noteReminded.handler(({ input, context }) => {
			if (!lending.noteReminded(context.session, input)) notFound();
		}),
		accounts: os.accounts.handler(({ context }) => lending.accounts(context.session)),
		lentTwice: os.lentTwice.handler(({ context }) => lending.lentTwice(context.session)),
		settleLentTwice: os.settleLentTwice.handler(({ input, context, errors }) => {
			if (!lending.settleLentTwice(context.session, input.itemId, input.lineId)) throw errors.OUTDATED();
		}),
		overpaid: os.overpaid.handler(({ context }) => lending.overpaid(context.session)),
		figures: os.figures.handler(({ input, context }) => lending.figures(context.session, input.year)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Ausleihen ${localDateOf(now())}.csv`,
			text: loans.exportCsv(context.session, input),
		})),
		rules: os.rules.handler(({ context }) => lending.rules(context.session)),
		saveRules: os.saveRules.handler(({ input, context }) => lending.saveRules(context.session, input)),
	};
}
