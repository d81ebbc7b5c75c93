import type { Progress } from '#shared/contract-base.ts';
import type { Vault } from '#shared/features/members/model.ts';
import type { CareProgress } from '#shared/features/share/care-model.ts';
import type { AppliedProgress, RestoreProgress } from '#shared/features/share/restore-model.ts';
import type { Procedures } from '../../access.ts';
import type { HostServices } from '../../backend.ts';
import { progressOf } from '../../progress.ts';
import { noAccess, notFound, refusing } from '../../refuse.ts';
import type { Session } from '../../vaults/session.ts';
import type { CareService } from './care-service.ts';
import type { RestoreService } from './restore-service.ts';
import type { ShareService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function shareRouter(
	{ open, signedIn }: Procedures,
	{ share, care, restore }: { share: ShareService; care: CareService; restore: RestoreService },
	host: HostServices,
) {
	const os = signedIn.share;
	return {
		status: os.status.handler(() => share.status()),
		browse: open.share.browse.handler(({ input }) => refusing(share.browse(input.path))),
		chooseFolder: open.share.chooseFolder.handler(() => host.chooseFolder()),
		inspect: open.share.inspect.handler(async ({ input }) => ({ sites: await refusing(share.inspect(input.folder)) })),
		connect: os.connect.handler(({ input }) => refusing(share.connect(input.folder))),
		resume: os.resume.handler(() => refusing(share.resume())),
		refill: os.refill.handler(({ input }) =>
			progressOf<Progress>((report, isCancelled) => refusing(share.refill(input.folder, report, isCancelled))),
		),
		pauseCatchUp: os.pauseCatchUp.handler(({ input }) => share.pauseCatchUp(input.pause)),
		devices: os.devices.handler(({ context }) => share.devices(context.session)),
		backUpNow: os.backUpNow.handler(() => progressOf<Progress>((report) => refusing(share.backUpNow(report)))),
		verify: os.verify.handler(({ context }) =>
			progressOf<Progress>((report, isCancelled) => refusing(share.verify(context.session, report, isCancelled))),
		),
		snapshots: os.snapshots.handler(({ context }) => refusing(share.snapshots(context.session))),
		care: os.care.handler(({ context }) => care.care(context.session)),
		drill: os.drill.handler(({ context }) =>
			progressOf<CareProgress>((report, isCancelled) => refusing(care.drill(context.session, report, isCancelled))),
		),
		copySite: os.copySite.handler(({ input, context }) =>
			progressOf<CareProgress>((report, isCancelled) =>
				refusing(care.copySite(context.session, input.folder, report, isCancelled)),
			),
		),
		putOffCopy: os.putOffCopy.handler(({ context }) => care.putOffCopy(context.session)),
		previewRestore: os.previewRestore.handler(({ input, context: { session } }) => {
			mustRead(session, input.vault);
			return progressOf<RestoreProgress>((report, isCancelled) => refusing(restore.preview(session, input, report, isCancelled)));
		}),
		restoreRecords: os.restoreRecords.handler(
			({ input, context }) => restore.records(context.session, input.plan, input.table) ?? notFound(),
		),
		applyRestore: os.applyRestore.handler(({ input, context: { session }, errors }) =>
			progressOf<AppliedProgress>(async (report, isCancelled) => {
				const result = await refusing(restore.apply(session, input.plan, report, isCancelled));
				if (!result.ok) throw result.error === 'outdated' ? errors.OUTDATED() : notFound();
			}),
		),
		undoRestore: os.undoRestore.handler(({ context }) => restore.undo(context.session) ?? notFound()),
	};
}

/** Administering a site does not open every vault of it. */
function mustRead(session: Session, vault: Vault): void {
	if (!session.vault(vault)) noAccess();
}
