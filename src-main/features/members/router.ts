import { ORPCError } from '@orpc/server';
import type { Procedures } from '../../access.ts';
import type { MemberService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function membersRouter({ open, signedIn }: Procedures, members: MemberService) {
	return {
		signIn: open.members.signIn.handler(async ({ input, errors }) => {
			const result = await members.signIn(input.signInName, input.passphrase);
			if (result.ok) return result.value;
			switch (result.error.kind) {
				case 'wrong_passphrase':
					throw errors.WRONG_PASSPHRASE({ data: { waitMs: result.error.waitMs } });
				case 'damaged':
					throw errors.DAMAGED({ data: { file: result.error.file } });
				case 'newer':
					throw errors.NEWER({ data: { file: result.error.file } });
				case 'in_use':
					throw errors.IN_USE();
				case 'no_site':
					throw new ORPCError('NOT_FOUND', { status: 404 });
			}
		}),
		lock: open.members.lock.handler(() => members.lock()),
		changePassphrase: signedIn.members.changePassphrase.handler(async ({ input, context, errors }) => {
			const result = await members.changePassphrase(context.session, input.current, input.next);
			if (!result.ok) throw errors.WRONG_PASSPHRASE({ data: result.error });
		}),
		list: signedIn.members.list.handler(({ context }) => members.list(context.session)),
	};
}
