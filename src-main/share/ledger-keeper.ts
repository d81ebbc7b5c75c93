import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import { withNewEpochs } from '../vaults/administration.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { extended } from '../vaults/found-site.ts';
import { writeEntry } from '../vaults/ledger.ts';
import type { Fact } from '../vaults/ledger-facts.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import { exchangeLedger, type LedgerExchange, publishEntry } from './exchange-ledger.ts';
import { isRefill, refillMemory } from './refill.ts';
import { type ShareTarget, TargetError } from './target.ts';

/** A session's part in the site's ledger: takes what others signed, and signs what this member has to say. */
export interface LedgerKeeper {
	/** False after an alarm: then the local state goes on counting. */
	exchange(target: ShareTarget): Promise<boolean>;
	/** On top of the newest ledger of all, and on the share before it counts here: it cannot be overtaken any more. */
	add(build: LedgerChange, agree: (target: ShareTarget) => Promise<void>, accepted?: () => void): Promise<void>;
	/** Keys that are due because of somebody else's change: they are replaced before anything more is written. */
	startDueEpochs(): Promise<void>;
}

/** Nothing when nothing is to be done any more. */
export type LedgerChange = (ledger: LedgerState) => readonly Fact[] | Promise<readonly Fact[]>;

interface KeeperDeps extends Pick<LedgerExchange, 'onRewind' | 'alarm'> {
	readonly session: Session;
	readonly folder: DataFolder;
	readonly clock: Clock;
	readonly random: Random;
	/** Null at a site without a share. */
	target(): ShareTarget | null;
	onLedger(ledger: LedgerState): void;
}

/** Somebody else may take the next number of the ledger so many times before we give up. */
export const LEDGER_ATTEMPTS = 8;
const PAUSE_MS = 50;

/** Whoever has claimed the number needs a moment to write: asking again at once would use all attempts up meanwhile. */
export const beforeNextAttempt = (attempt: number): Promise<void> => sleep(attempt * PAUSE_MS);

export function createLedgerKeeper({ session, folder, clock, random, target: currentTarget, ...deps }: KeeperDeps): LedgerKeeper {
	const office = openVaultOf(session, 'office');
	const signer = () => ({ id: session.member, secretKey: session.memberKeys.signing.secretKey });
	const isEnded = () => session.vaults.size === 0;

	async function exchange(target: ShareTarget): Promise<boolean> {
		const newest = await exchangeLedger(session.ledger, {
			isRefilled: (names) => {
				const here = { target, site: session.site, ledger: () => session.ledger, alarm: deps.alarm };
				return isRefill(refillMemory(office.settings).fresh(names), here);
			},
			target,
			folder,
			signer: signer(),
			published: Number(office.settings.get('ledger_published') ?? 0),
			setPublished: (count) => office.settings.set('ledger_published', String(count)),
			onRewind: deps.onRewind,
			alarm: deps.alarm,
		});
		if (newest) deps.onLedger(newest);
		return newest !== null;
	}

	async function add(
		build: LedgerChange,
		agree: (target: ShareTarget) => Promise<void>,
		accepted: () => void = () => {},
	): Promise<void> {
		const target = currentTarget();
		if (target) await agree(target);
		for (let attempt = 1; !isEnded(); attempt++) {
			const facts = await build(session.ledger);
			if (isEnded()) break;
			if (facts.length === 0) return;
			const entry = writeEntry(session.ledger, signer(), clock.now(), [...facts]);
			const ledger = extended(session.ledger, entry);
			if (target === null || (await publishEntry(target, entry))) {
				folder.addToLedger([entry]);
				if (target) office.settings.set('ledger_published', String(ledger.seq));
				accepted();
				return deps.onLedger(ledger);
			}
			if (attempt === LEDGER_ATTEMPTS) throw new TargetError('unreachable');
			await beforeNextAttempt(attempt);
			await agree(target);
		}
		// Locked, or removed by somebody who was faster: nobody must take it for done.
		throw new Error('the session ended before its change stood');
	}

	const dueEpochs: LedgerChange = (ledger) => (session.hasStartKeys ? [] : withNewEpochs(ledger, session.member, [], random));

	return {
		exchange,
		add,
		async startDueEpochs() {
			if ((await dueEpochs(session.ledger)).length === 0) return;
			await add(dueEpochs, async (target) => void (await exchange(target)));
		},
	};
}
