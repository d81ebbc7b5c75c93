import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeLedger, type LedgerExchange } from '#main/share/exchange-ledger.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { ledgerFolder } from '#main/share/layout.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { extended } from '#main/vaults/found-site.ts';
import { type LedgerEntry, readLedger, writeEntry } from '#main/vaults/ledger.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import type { SmallOffice } from './small-office.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A device that holds the ledger's first `known` entries, and what it does with the share. */
export function ledgerHolder(office: SmallOffice, known = 1) {
	const folder = dataFolder(join(temporaryFolder(), 'Büro'));
	folder.addToLedger(office.entries.slice(0, known));
	const alarms: unknown[] = [];
	/** How often exchanging has looked at our own entries, and which files of the share it has read. */
	const read = { own: 0, share: [] as string[] };
	const target = folderTarget(office.share, office.random, async () => {});
	const watched: Pick<LedgerExchange, 'folder' | 'target'> = {
		folder: {
			...folder,
			readLedger() {
				read.own += 1;
				return folder.readLedger();
			},
		},
		target: {
			...target,
			read(path) {
				read.share.push(path.replace(/.*\//, ''));
				return target.read(path);
			},
		},
	};
	let published = 0;
	const rewinds: number[] = [];
	const state = (): LedgerState => {
		const read = readLedger(folder.readLedger());
		if (!read.ok) throw new Error(read.error.refusal);
		return read.value;
	};
	return {
		folder,
		alarms,
		read,
		rewinds,
		state,
		exchange: () =>
			exchangeLedger(state(), {
				...watched,
				signer: { id: office.author, secretKey: office.founded.memberKeys.signing.secretKey },
				published,
				setPublished: (count) => {
					published = count;
				},
				isRefilled: async () => false,
				onRewind: (to) => void rewinds.push(to.seq),
				alarm: (problem, _device, file) => void alarms.push([problem, file]),
			}),
		add(text: string): LedgerEntry {
			const fact = { fact: 'passphrase', member: office.author, wrapped: new TextEncoder().encode(text) } as const;
			const entry = writeEntry(state(), { id: office.author, secretKey: office.founded.memberKeys.signing.secretKey }, 1, [fact]);
			extended(state(), entry);
			folder.addToLedger([entry]);
			return entry;
		},
		wrapped: () => new TextDecoder().decode(state().members.get(office.author)?.wrapped),
	};
}

/** Names of the entries on the share. */
export const entriesOnShare = (office: SmallOffice) =>
	readdirSync(join(office.share, ...ledgerFolder(office.site).split('/'))).filter((name) => !name.startsWith('claim-'));
