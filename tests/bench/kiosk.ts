import { join } from 'node:path';
import { openSpool } from '#main/features/kiosk/spool.ts';
import { signInKind, signInRulesKind, signInVisitorKind } from '#main/features/sign-ins/records.ts';
import { createSignInService } from '#main/features/sign-ins/service.ts';
import { takeIn } from '#main/share/inbox.ts';
import { sequenceName } from '#main/share/layout.ts';
import { writeSignIn } from '#main/share/sign-in-file.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { currentInbox } from '#main/vaults/ledger-state.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { Session } from '#main/vaults/session.ts';
import { kioskSite, sealedInARow } from '#tests/support/kiosk-site.ts';
import { migrationsOfAll } from '#tests/support/small-office.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms } from './report.ts';

const SIGN_INS = 5000;
const CONFIRMED = 400;

/** From „Fertig“ to sealed on the disk, and a kiosk's weeks opened at once: verified, unsealed and written as records. */
export async function kioskSignIns(folder: string): Promise<Line[]> {
	const { ledger, context, kiosks } = await kioskSite(join(folder, 'kiosk'), 9, 1);
	const [kiosk] = kiosks;
	const inbox = currentInbox(ledger);
	if (!kiosk || !inbox) throw new Error('no kiosk');
	const spool = openSpool(join(kiosk.dataDir, 'kiosk', 'spool'), join(kiosk.dataDir, 'kiosk', 'head'));
	const visitor = { by: 'name', name: 'Fatma Yılmaz' } as const;
	const said = { direction: 'in', session: null, visitor, language: 'tr', ageBand: null, sex: null } as const;
	const times = await timesOf(CONFIRMED, () => {
		const { seq, hash } = spool.head();
		const entry = crypto.randomUUID();
		const head = { site: ledger.site, kiosk: kiosk.kiosk, seq: seq + 1, prev: hash, at: Date.now(), heard: 0, entry };
		spool.put(writeSignIn(head, inbox, said, kiosk.keys.secretKey), entry);
	});
	const p95 = percentile(times, 95);

	const sealed = sealedInARow(ledger, kiosk.kiosk, kiosk.keys, SIGN_INS);
	const bytes = new Map(sealed.map((file) => [file.seq, file.bytes]));
	const workshop = openVault(
		'workshop',
		join(folder, 'kiosk-workshop.db'),
		newFileKey(context.random),
		context.device.id,
		{
			migrations: migrationsOfAll(),
			kinds: [signInKind, signInVisitorKind, signInRulesKind],
			clock: context.clock,
			random: context.random,
			onCommit() {},
		},
		true,
	);
	const session = { site: ledger.site, vault: () => workshop } as unknown as Session;
	const signIns = createSignInService({
		clock: context.clock,
		sessionOn: () => undefined,
		offerNames: () => new Map(),
		borrowerNames: () => new Map(),
		borrowersByCard: () => [],
		kioskName: () => '',
		attend() {},
		forgetAttendees() {},
		shareState: () => ({ savedAt: null, isAway: false }),
	});
	const known = ledger.kiosks.get(kiosk.kiosk);
	if (!known) throw new Error('the ledger does not know it');
	const started = performance.now();
	const taken = await takeIn(
		workshop,
		context,
		known,
		{
			files: new Map(
				sealed.map(({ seq, hash }) => {
					const listed = sequenceName(seq, hash);
					return [seq, [{ seq, hashStart: listed.slice(11), listed }]];
				}),
			),
			read: async ({ seq }) => bytes.get(seq) ?? null,
			path: ({ listed }) => listed,
		},
		{ write: (arrivals) => signIns.write(session, arrivals), isCancelled: () => false },
	);
	const opened = performance.now() - started;
	workshop.close();
	if (taken !== SIGN_INS) throw new Error(`${taken} of ${SIGN_INS} were opened`);
	return [
		{
			what: `kiosk: confirmed to sealed on the disk, ${CONFIRMED} sign-ins`,
			measured: `p50 ${ms(percentile(times, 50))}, p95 ${ms(p95)}`,
			...{ compared: '', ratio: '' },
			target: '≤ 50 ms',
			met: p95 <= 50,
		},
		{
			what: `kiosk: ${SIGN_INS} sealed sign-ins opened and written as records`,
			measured: ms(opened),
			...{ compared: '', ratio: '' },
			target: '≤ 2 s',
			met: opened <= 2000,
		},
	];
}
