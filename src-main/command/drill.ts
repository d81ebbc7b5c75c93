import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import { isIntact } from '../database/open.ts';
import { kindName } from '../records/kind.ts';
import { ledgerFromShare } from '../share/exchange-ledger.ts';
import { ShareRefused } from '../share/problem.ts';
import { withScratchCopy } from '../share/restore.ts';
import { equalBytes, wipe } from '../vaults/crypto.ts';
import { type EpochKeys, openGrants } from '../vaults/grants.ts';
import { RECOVERY } from '../vaults/ledger-facts.ts';
import { epochName, type LedgerState } from '../vaults/ledger-state.ts';
import { memberKeysFrom, wipeMemberKeys } from '../vaults/member-keys.ts';
import type { OpenVault, VaultDeps } from '../vaults/open-vault.ts';
import { parseKit } from '../vaults/recovery-kit.ts';
import { removalOf, unlockMember } from '../vaults/sign-in.ts';
import { type Finding, NO_SITE, type Outside, readingContext, sitesIn } from './look.ts';
import { impossible, type Outcome, PROBLEM_WORDS } from './outcome.ts';
import { type Command, EXIT } from './parse.ts';
import type { Secrets } from './secrets.ts';
import { areaWords } from './words.ts';

/** A restore drill on any PC: what the keys open is built from the folder, checked, and thrown away. */
export async function drillFolder(
	command: Command,
	secrets: Secrets,
	outside: Outside,
	vaults: VaultDeps,
	tell: (line: string) => void,
): Promise<Outcome> {
	const target = outside.targetFor(command.share ?? '');
	const sites = await sitesIn(target, command.site);
	const [site, ...others] = sites;
	if (!site) return NO_SITE;
	if (others.length > 0)
		return impossible('several_sites', `In diesem Ordner liegen mehrere Standorte. Wählen Sie mit --site: ${sites.join(', ')}`);
	const { state } = await ledgerFromShare(target, site);
	const keys = await openKeys(state, secrets);
	if (!keys) return { exit: EXIT.refused, lines: ['Die Anmeldung stimmt nicht.'], data: { reason: 'wrong_keys' } };
	const scratch = mkdtempSync(join(tmpdir(), 'kontor-drill-'));
	const from = outside.clock.now();
	const found: Finding[] = [];
	const drilled: { vault: Vault; rows: number; changes: number; problem: string | null }[] = [];
	try {
		for (const [vault, epoch] of state.epochs) {
			if (!keys.has(epochName(vault, epoch))) continue;
			tell(`${areaWords([vault])} …`);
			const context = readingContext(target, state, keys, outside, found);
			const quiet = { onProgress() {}, isCancelled: () => false };
			try {
				const copied = await withScratchCopy(vault, join(scratch, vault), context, vaults, quiet, async (copy, passedOver) =>
					checkCopy(copy, vaults, passedOver.length > 0),
				);
				drilled.push({ vault, ...copied });
			} catch (error) {
				if (!(error instanceof ShareRefused)) throw error;
				drilled.push({ vault, rows: 0, changes: 0, problem: error.problem });
			}
		}
	} finally {
		wipe(...keys.values());
		rmSync(scratch, { recursive: true, force: true });
	}
	const isFine = drilled.every(({ problem }) => problem === null);
	const seconds = Math.round((outside.clock.now() - from) / 1000);
	return {
		exit: isFine ? EXIT.fine : EXIT.attention,
		lines: drilled.map(({ vault, rows, problem }) =>
			problem === null
				? `${areaWords([vault])}: wiederhergestellt und geprüft, ${rows} Einträge`
				: `${areaWords([vault])}: ${problem in PROBLEM_WORDS ? PROBLEM_WORDS[problem as keyof typeof PROBLEM_WORDS] : 'Eine Sicherung ist beschädigt.'}`,
		),
		data: { site, seconds, vaults: drilled },
	};
}

function checkCopy(copy: OpenVault, { kinds }: VaultDeps, hasDamaged: boolean) {
	const count = (table: string) => copy.file.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
	const rows = kinds.filter(({ vault }) => vault === copy.name).reduce((sum, kind) => sum + count(kindName(kind)), 0);
	const problem = !isIntact(copy.file) ? 'not_intact' : hasDamaged ? 'snapshot' : null;
	return { rows, changes: count('change'), problem };
}

async function openKeys(state: LedgerState, secrets: Secrets): Promise<EpochKeys | null> {
	if ('kit' in secrets) {
		const secret = parseKit(secrets.kit);
		if (!secret.ok) return null;
		const kit = memberKeysFrom(secret.value);
		try {
			return equalBytes(kit.signing.publicKey, state.recovery.signPublic) ? openGrants(state, RECOVERY, kit.sealing) : null;
		} finally {
			wipeMemberKeys(kit);
		}
	}
	const unlocked = await unlockMember(state, secrets.signInName, secrets.passphrase);
	if (!unlocked) return null;
	try {
		return removalOf(state, unlocked.member, null) ? null : openGrants(state, unlocked.member, unlocked.keys.sealing);
	} finally {
		wipeMemberKeys(unlocked.keys);
	}
}
