import type { Procedures } from '../../access.ts';
import type { AccessLogService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function accessLogRouter({ signedIn }: Procedures, accessLog: AccessLogService) {
	return {
		list: signedIn.accessLog.list.handler(({ input, context }) => accessLog.list(context.session, input.from, input.to)),
	};
}
