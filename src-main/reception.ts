import type { KioskDay } from '#shared/features/kiosk/model.ts';
import type { BorrowerId, OfferId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from './access.ts';
import type { Desk } from './desk.ts';
import { createKioskEnrolment } from './features/kiosk/enrolment.ts';
import { kioskFolder } from './features/kiosk/kiosk-folder.ts';
import { kioskRouter } from './features/kiosk/router.ts';
import { createKioskService, type KioskDeps } from './features/kiosk/service.ts';
import type { OfferService } from './features/offers/service.ts';
import { publicDays } from './features/sign-ins/public-days.ts';
import { signInKind, signInRulesKind, signInVisitorKind } from './features/sign-ins/records.ts';
import { signInsRouter } from './features/sign-ins/router.ts';
import { createSignInService, type SignInDeps } from './features/sign-ins/service.ts';
import type { ShareContext } from './share/context.ts';
import { type Door, doorOnShare, hangDoor, writeDoor } from './share/door.ts';
import { exchangeInboxes, inboxPosition, takeIn } from './share/inbox.ts';
import { openProfile } from './vaults/grants.ts';
import type { Session } from './vaults/session.ts';

/** Puts the kiosk and what the office makes of it together. Composition only, and what both exchange through the share. */
export const RECEPTION_MERGE_KINDS = [signInVisitorKind, signInRulesKind];
export const RECEPTION_APPEND_KINDS = [signInKind];

export interface ReceptionDeps
	extends Omit<KioskDeps, 'door' | 'files'>,
		Pick<SignInDeps, 'sessionOn' | 'attend' | 'forgetAttendees'> {
	readonly offers: Pick<OfferService, 'sessions' | 'list'>;
	borrowers: {
		names(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
		byCard(session: Session, number: string): readonly { readonly id: BorrowerId }[];
	};
	site(session: Session): { readonly name: string; readonly organisation: string };
	memberName(session: Session, id: string): string;
}

/** So many days are on the door: a kiosk goes on for as long when it does not hear of us. */
const DOOR_DAYS = 8;
/** What is on the door is looked at again after so long even where nothing was written. */
const DOOR_MS = 60 * 60 * 1000;

export function createReception(deps: ReceptionDeps) {
	const { desk, clock, offers } = deps;
	const files = kioskFolder(deps.dataDir);
	const names = (session: Session) => new Map(offers.list(session).map(({ id, name }): [OfferId, string] => [id, name]));
	const signIns = createSignInService({
		...{ clock, sessionOn: deps.sessionOn, attend: deps.attend, forgetAttendees: deps.forgetAttendees, offerNames: names },
		borrowerNames: deps.borrowers.names,
		borrowersByCard: (session, number) => {
			const found = deps.borrowers.byCard(session, number).map(({ id }) => id);
			const called = deps.borrowers.names(session, found);
			return found.map((id) => ({ id, name: called.get(id) ?? '' }));
		},
		kioskName: (session, id) => {
			const kiosk = [...session.ledger.kiosks.values()].find((one) => one.kiosk === id);
			return String((kiosk && openProfile(session.epochKeys, id, kiosk.profile)?.name) ?? '');
		},
		shareState: () => shareStateOf(desk),
	});

	function door(session: Session): Door {
		const now = clock.now();
		const days = Array.from({ length: DOOR_DAYS }, (_, ahead) => addDays(localDateOf(now), ahead));
		const { name, organisation } = deps.site(session);
		const of = new Map(offers.list(session).map((offer) => [offer.id, offer]));
		const sessions = offers.sessions(session, {
			from: days[0] ?? localDateOf(now),
			until: days.at(-1) ?? localDateOf(now),
			offerId: null,
		});
		return {
			at: now,
			organisation,
			keptWeeks: signIns.rules(session).keptWeeks,
			days: publicDays(days, sessions, of, { siteName: name, asOf: now }),
		};
	}

	const kiosk = createKioskService({ ...deps, files, door });
	const enrolment = createKioskEnrolment({ desk, files, ids: deps.ids, random: deps.random, nameOf: deps.memberName });
	const hung = new WeakMap<Session, { written: string; at: number; text: string }>();

	/** Hangs up what has changed; for sites that have a kiosk. */
	async function keepDoor(session: Session, context: ShareContext): Promise<void> {
		const hasKiosks = [...session.ledger.kiosks.values()].some(({ removed }) => removed === null);
		const office = session.vault('office');
		if (!hasKiosks || !office) return;
		const now = clock.now();
		const written = `${localDateOf(now)} ${office.store.written()} ${session.vault('workshop')?.store.written()}`;
		const before = hung.get(session);
		if (before?.written === written && Math.abs(now - before.at) < DOOR_MS) return;
		const wanted = door(session);
		const text = outline(wanted);
		if (before?.text !== text) {
			const there = await doorOnShare(context.target, session.ledger);
			const isThere = there !== null && there !== 'known' && outline(there.door) === text;
			if (!isThere) await hangDoor(context.target, session.site, writeDoor(session.site, wanted, session.device));
		}
		hung.set(session, { written, at: now, text });
	}

	/** What was said on this very PC while it was a kiosk: it need not go by the share. */
	async function takeOwn(session: Session): Promise<void> {
		const own = kiosk.own();
		const workshop = session.vault('workshop');
		const known = own && session.ledger.kiosks.get(own.kiosk);
		if (!own || !known || known.approvedAt === null || !workshop) return;
		const waiting = own.spool.waiting();
		const isCancelled = () => session.vaults.size === 0;
		await takeIn(
			workshop,
			{ site: session.site, epochKeys: session.epochKeys, ledger: () => session.ledger, alarm: () => {} },
			known,
			{
				files: new Map(waiting.map(({ seq, name }) => [seq, [{ seq, hashStart: name.slice(11), listed: name }]])),
				read: async ({ seq }) => waiting.find((file) => file.seq === seq)?.read() ?? null,
				path: ({ listed }) => listed,
			},
			{ write: (arrivals) => signIns.write(session, arrivals), isCancelled },
		);
		if (isCancelled()) return;
		const position = inboxPosition(workshop, own.kiosk);
		if (position.seq > 0) own.spool.forget(position);
		signIns.settle(session);
	}

	return {
		kiosk,
		signIns,
		takeOwn,
		async exchange(session: Session, context: ShareContext, isCancelled: () => boolean): Promise<void> {
			const workshop = session.vault('workshop');
			if (!workshop || session.ledger.kiosks.size === 0) return;
			const write = (arrivals: Parameters<typeof signIns.write>[1]) => signIns.write(session, arrivals);
			const taken = await exchangeInboxes(workshop, context, { write, isCancelled });
			if (isCancelled()) return;
			if (taken > 0) signIns.settle(session);
			await keepDoor(session, context);
		},
		routers: (procedures: Procedures) => ({
			kiosk: kioskRouter(procedures, kiosk, enrolment),
			signIns: signInsRouter(procedures, signIns, () => clock.now()),
		}),
	};
}

/** What somebody would see of it. */
function outline({ days, keptWeeks, organisation }: Door): string {
	return JSON.stringify([keptWeeks, organisation, days.map(({ asOf: _asOf, ...day }: KioskDay) => day)]);
}

function shareStateOf(desk: Desk): { savedAt: number | null; isAway: boolean } {
	const status = desk.sync()?.status();
	return { savedAt: status?.savedAt ?? null, isAway: status?.folder != null && status.problem !== null };
}
