import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { noAccess, notFound, refusing } from '../../refuse.ts';
import type { ManagementRefusal, MemberManagement } from './manage-service.ts';
import type { MemberService } from './service.ts';
import type { TurnService } from './turns.ts';

interface MemberServices {
	readonly members: MemberService;
	readonly management: MemberManagement;
	readonly turns: TurnService;
}

/** Maps the contract's procedures to the services. */
export function membersRouter({ open, signedIn }: Procedures, { members, management, turns }: MemberServices) {
	const os = signedIn.members;
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
				case 'removed':
					throw errors.REMOVED({ data: { what: result.error.what, at: result.error.at } });
				case 'no_site':
					throw new ORPCError('NOT_FOUND', { status: 404 });
			}
		}),
		lock: open.members.lock.handler(() => members.lock()),
		changePassphrase: os.changePassphrase.handler(async ({ input, context, errors }) => {
			const result = await refusing(members.changePassphrase(context.session, input.current, input.next));
			if (result.ok) return;
			if (result.error.kind === 'same') throw errors.SAME_PASSPHRASE();
			throw errors.WRONG_PASSPHRASE({ data: { waitMs: result.error.waitMs } });
		}),
		list: os.list.handler(({ context }) => members.list(context.session)),

		overview: os.overview.handler(({ context }) => management.overview(context.session)),
		history: os.history.handler(({ context }) => management.history(context.session)),
		add: os.add.handler(async ({ input, context }) => ({ id: settled(await refusing(management.add(context.session, input))) })),
		rename: os.rename.handler(async ({ input, context }) =>
			settled(await refusing(management.rename(context.session, input.id, input))),
		),
		consequences: os.consequences.handler(
			({ input, context }) => management.consequences(context.session, input.id, input.change) ?? notFound(),
		),
		changeRoles: os.changeRoles.handler(async ({ input, context }) =>
			settled(await refusing(management.changeRoles(context.session, input.id, input.roles, input.accepted))),
		),
		resetPassphrase: os.resetPassphrase.handler(async ({ input, context }) =>
			settled(await refusing(management.resetPassphrase(context.session, input.id, input.startPassphrase, input.accepted))),
		),
		remove: os.remove.handler(async ({ input, context }) =>
			settled(await refusing(management.remove(context.session, input.id, input.devices, input.accepted))),
		),

		waiting: os.waiting.handler(({ context }) => management.waiting(context.session)),
		giveAccess: os.giveAccess.handler(async ({ input, context, errors }) => {
			const result = await refusing(management.giveAccess(context.session, input.id));
			if (result.ok) return;
			if (result.error === 'start_passphrase') throw errors.START_PASSPHRASE();
			notFound();
		}),

		turns: os.turns.handler(({ context }) => turns.candidates(context.session)),
		turn: os.turn.handler(({ input, context }) => {
			if (!turns.take(context.session, input.id)) noAccess();
		}),
	};
}

function settled<T>(result: Result<T, ManagementRefusal>): T {
	if (result.ok) return result.value;
	switch (result.error) {
		case 'not_found':
			return notFound();
		case 'sign_in_name_taken':
			throw new ORPCError('SIGN_IN_NAME_TAKEN', { status: 409 });
		case 'consequences':
			throw new ORPCError('CONSEQUENCES', { status: 409 });
		case 'last_administrator':
		case 'last_reader':
		case 'yourself':
			throw new ORPCError('REFUSED', { status: 409, data: { reason: result.error } });
	}
}
