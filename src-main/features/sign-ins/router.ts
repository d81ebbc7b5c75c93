import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { SignInService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function signInsRouter({ signedIn }: Procedures, signIns: SignInService, now: () => number) {
	const os = signedIn.signIns;
	return {
		ofDay: os.ofDay.handler(({ input, context }) => signIns.ofDay(context.session, input.day)),
		building: os.building.handler(({ context }) => signIns.building(context.session)),
		match: os.match.handler(({ input, context }) => {
			if (!signIns.match(context.session, input.id, input.borrowerId)) notFound();
		}),
		setLeft: os.setLeft.handler(({ input, context }) => {
			if (!signIns.setLeft(context.session, input.id, input.hasLeft)) notFound();
		}),
		figures: os.figures.handler(({ input, context }) => signIns.figures(context.session, input.from, input.until)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Anmeldungen ${localDateOf(now())}.csv`,
			text: signIns.exportCsv(context.session, input.from, input.until),
		})),
		rules: os.rules.handler(({ context }) => signIns.rules(context.session)),
		saveRules: os.saveRules.handler(({ input, context }) => signIns.saveRules(context.session, input)),
	};
}
