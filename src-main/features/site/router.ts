import { ORPCError } from '@orpc/server';
import type { Progress } from '#shared/contract-base.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { JoinProgress } from '#shared/features/site/model.ts';
import type { Procedures } from '../../access.ts';
import { progressOf } from '../../progress.ts';
import { noAccess, notFound, refusing } from '../../refuse.ts';
import { shareProblemOf } from '../../share/problem.ts';
import { FolderError } from '../../vaults/session.ts';
import type { ArrivalRefusal, ArrivalService, Report } from './arrival.ts';
import type { OpeningHoursService } from './opening-hours.ts';
import type { PreferenceService } from './preferences.ts';
import type { RepairService } from './repair.ts';
import type { SampleService } from './sample-service.ts';
import type { SiteService } from './service.ts';

interface SiteServices {
	readonly site: SiteService;
	readonly arrival: ArrivalService;
	readonly repair: RepairService;
	readonly sample: SampleService;
	readonly preferences: PreferenceService;
	readonly openingHours: OpeningHoursService;
}

/** Maps the contract's procedures to the services. */
export function siteRouter(
	{ open, signedIn }: Procedures,
	{ site, arrival, repair, sample, preferences, openingHours }: SiteServices,
) {
	return {
		status: open.site.status.handler(() => site.status()),
		create: open.site.create.handler(async ({ input, errors }) => {
			const created = await site.create(input);
			if (!created.ok) throw errors.ALREADY_A_SITE();
			return created.value;
		}),
		pendingKit: signedIn.site.pendingKit.handler(({ context }) => site.pendingKit(context.session) ?? notFound()),
		confirmKit: signedIn.site.confirmKit.handler(({ input, context, errors }) => {
			const confirmed = site.confirmKit(context.session, input.answers);
			if (!confirmed.ok) throw errors.KIT_MISMATCH({ data: { groups: confirmed.error } });
		}),
		createSample: open.site.createSample.handler(({ errors }) =>
			progressOf<Progress>(async (report) => {
				if (!(await sample.create(report)).ok) throw errors.ALREADY_A_SITE();
			}),
		),
		discardSample: open.site.discardSample.handler(() => {
			if (!sample.discard()) noAccess();
		}),
		clearRemoved: open.site.clearRemoved.handler(() => {
			if (!site.clearRemoved()) noAccess();
		}),
		renewKit: signedIn.site.renewKit.handler(async ({ context, errors }) => {
			const renewed = await refusing(site.renewKit(context.session));
			if (!renewed.ok) throw errors.KIT_IS_LAST();
			return { kit: renewed.value };
		}),
		join: open.site.join.handler(({ input }) =>
			arriving((report, isCancelled) => arrival.join(input, input.signInName, input.passphrase, report, isCancelled)),
		),
		recover: open.site.recover.handler(({ input }) =>
			arriving((report, isCancelled) =>
				arrival.recover(input.kit, input.signInName, input.newPassphrase, input.fromShare, report, isCancelled),
			),
		),
		repair: open.site.repair.handler(({ input }) =>
			arriving((report, isCancelled) => repair.repair(input.folder, input.signInName, input.passphrase, report, isCancelled)),
		),
		updateProfile: signedIn.site.updateProfile.handler(({ input, context }) => site.updateProfile(context.session, input)),
		openingHours: signedIn.site.openingHours.handler(({ context }) => openingHours.hours(context.session)),
		saveOpeningHours: signedIn.site.saveOpeningHours.handler(({ input, context }) => openingHours.save(context.session, input)),
		preferences: open.site.preferences.handler(() => preferences.read()),
		savePreferences: open.site.savePreferences.handler(({ input }) => preferences.change(input)),
	};
}

/** The three ways of arriving refuse in the same words. */
function arriving(work: (report: Report, isCancelled: () => boolean) => ReturnType<ArrivalService['join']>) {
	return progressOf<JoinProgress>(async (tell, isCancelled) => {
		const report: Report = ({ fingerprint = null, ...progress }) => tell({ ...progress, fingerprint });
		const result = await work(report, isCancelled).catch((error: unknown) => {
			const share = shareProblemOf(error);
			if (error instanceof FolderError) throw folderRefusal(error);
			throw share ? shareRefusal(share.problem, share.file) : error;
		});
		if (!result.ok) throw refusalOf(result.error);
	});
}

function refusalOf(refusal: ArrivalRefusal): ORPCError<string, unknown> {
	switch (refusal.kind) {
		case 'already_a_site':
			return new ORPCError('ALREADY_A_SITE', { status: 409 });
		case 'wrong_passphrase':
			return new ORPCError('WRONG_PASSPHRASE', { status: 401, data: { waitMs: refusal.waitMs } });
		case 'removed':
			return new ORPCError('REMOVED', { status: 403, data: { what: refusal.what, at: refusal.at } });
		case 'turned_away':
			return new ORPCError('TURNED_AWAY', { status: 403 });
		case 'wrong_kit':
			return new ORPCError('WRONG_KIT', { status: 422, data: { typo: refusal.typo, replaced: refusal.replaced } });
	}
}

function shareRefusal(problem: ShareProblem, file: string | null): ORPCError<string, unknown> {
	return new ORPCError('SHARE', { status: 409, data: { problem, file } });
}

function folderRefusal({ problem, file }: FolderError): ORPCError<string, unknown> {
	switch (problem) {
		case 'damaged':
			return new ORPCError('DAMAGED', { status: 409, data: { file } });
		case 'newer':
			return new ORPCError('NEWER', { status: 409, data: { file } });
		case 'in_use':
			return new ORPCError('IN_USE', { status: 409 });
	}
}
