import type { Progress } from '#shared/contract-base.ts';
import type { Procedures } from '../../access.ts';
import type { HostServices } from '../../backend.ts';
import { progressOf } from '../../progress.ts';
import { refusing } from '../../refuse.ts';
import type { ShareService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function shareRouter({ open, signedIn }: Procedures, share: ShareService, host: HostServices) {
	const os = signedIn.share;
	return {
		status: os.status.handler(() => share.status()),
		browse: open.share.browse.handler(({ input }) => refusing(share.browse(input.path))),
		chooseFolder: open.share.chooseFolder.handler(() => host.chooseFolder()),
		inspect: open.share.inspect.handler(async ({ input }) => ({ sites: await refusing(share.inspect(input.folder)) })),
		connect: os.connect.handler(({ input }) => refusing(share.connect(input.folder))),
		resume: os.resume.handler(() => refusing(share.resume())),
		backUpNow: os.backUpNow.handler(() => progressOf<Progress>((report) => refusing(share.backUpNow(report)))),
		verify: os.verify.handler(({ context }) =>
			progressOf<Progress>((report, isCancelled) => refusing(share.verify(context.session, report, isCancelled))),
		),
		snapshots: os.snapshots.handler(({ context }) => refusing(share.snapshots(context.session))),
	};
}
