import type { Vault } from '#shared/features/members/model.ts';
import { DeviceId } from '#shared/kernel/ids.ts';
import { isBlobName, isBlobOf } from '../vaults/blob.ts';
import { hash, toHex } from '../vaults/crypto.ts';
import { epochName } from '../vaults/ledger-state.ts';
import { readAcks } from './acks.ts';
import type { ShareContext } from './context.ts';
import { readShareLedger } from './exchange-ledger.ts';
import { START } from './feed-position.ts';
import { readFloor } from './floors.ts';
import { blobsFolder, feedFolder, feedsFolder, parseSequenceName, parseSnapshotName, snapshotsFolder } from './layout.ts';
import { readSegment } from './segments.ts';
import { checkParts, snapshotNames, verifySnapshot } from './snapshots.ts';

interface CheckedSnapshot {
	readonly vault: Vault;
	readonly name: string;
	readonly isGood: boolean;
}

/**
 * Checks everything of this site on the share that the given vaults' keys can check: the ledger, every feed from its
 * first segment on the share, every blob by its name, every snapshot opened for real. What it finds goes to
 * `context.alarm`; gives the snapshots that it opened, and those that are not (any more) what their devices signed.
 */
export async function verifyShare(
	context: ShareContext,
	vaults: readonly Vault[],
	scratch: string,
	report: (step: string, done: number, total: number) => void,
	isCancelled: () => boolean,
): Promise<CheckedSnapshot[]> {
	report('ledger', 0, 1);
	const ledger = await readShareLedger(context.target, context.site);
	if (!ledger.ok) context.alarm(ledger.error.refusal === 'newer' ? 'newer' : 'tampered', null, ledger.error.file);
	report('ledger', 1, 1);
	const checked: CheckedSnapshot[] = [];
	for (const vault of vaults) {
		for (const name of await context.target.list(feedsFolder(context.site, vault))) {
			const device = DeviceId.safeParse(name);
			if (isCancelled()) return checked;
			if (device.success) await verifyFeed(context, vault, device.data, report, isCancelled);
		}
		// Reading them finds what was forged or damaged.
		await readAcks(vault, context);
		await verifyBlobs(context, vault, report, isCancelled);
		const names = await snapshotNames(vault, context);
		for (const [at, name] of names.entries()) {
			if (isCancelled()) return checked;
			report('snapshots', at, names.length);
			let refusal = await verifySnapshot(vault, name, context, scratch, () => {});
			const isOpened = refusal === null;
			// Whoever has no key can still tell whether it is what its device has signed.
			if (refusal === 'no_key') refusal = await checkParts(vault, name, context);
			if (isOpened) checked.push({ vault, name, isGood: true });
			else if (refusal !== null && refusal !== 'missing') {
				checked.push({ vault, name, isGood: false });
				context.alarm(
					refusal === 'removed_device' ? 'removed_device' : 'tampered',
					parseSnapshotName(name)?.device ?? null,
					`${snapshotsFolder(context.site, vault)}/${name}`,
				);
			}
		}
	}
	return checked;
}

async function verifyBlobs(
	context: ShareContext,
	vault: Vault,
	report: (step: string, done: number, total: number) => void,
	isCancelled: () => boolean,
): Promise<void> {
	const folder = blobsFolder(context.site, vault);
	const names = (await context.target.list(folder)).filter(isBlobName);
	for (const [at, name] of names.entries()) {
		if (isCancelled()) return;
		report('blobs', at, names.length);
		const bytes = await context.target.read(`${folder}/${name}`);
		if (bytes && !(await isBlobOf(name, bytes))) context.alarm('tampered', null, `${folder}/${name}`);
	}
}

async function verifyFeed(
	context: ShareContext,
	vault: Vault,
	device: DeviceId,
	report: (step: string, done: number, total: number) => void,
	isCancelled: () => boolean,
): Promise<void> {
	const folder = feedFolder(context.site, vault, device);
	const known = context.ledger().devices.get(device);
	const last = known?.removed ? (known.removed.heads.get(vault)?.seq ?? 0) : Number.POSITIVE_INFINITY;
	const listed = await context.target.list(folder);
	if (!known) return context.alarm('tampered', null, folder);
	const floor = (await readFloor(context, vault, device, listed)) ?? START;
	const names = listed.filter((name) => (parseSequenceName(name)?.seq ?? 0) > floor.seq);
	let prev = floor.hash;
	for (const [at, name] of names.entries()) {
		if (isCancelled()) return;
		report('feeds', at, names.length);
		const path = `${folder}/${name}`;
		const seq = floor.seq + at + 1;
		if (seq > last) return context.alarm('removed_device', device, path);
		const bytes = await context.target.read(path);
		const place = { site: context.site, vault, device, seq, prev };
		const isNamed = bytes && name.endsWith(toHex(hash(bytes)).slice(0, 32)) && parseSequenceName(name)?.seq === seq;
		const segment =
			bytes && isNamed && readSegment(bytes, place, known.signPublic, (epoch) => context.epochKeys.get(epochName(vault, epoch)));
		if (!segment || (!segment.ok && segment.error !== 'no_key')) return context.alarm('tampered', device, path);
		prev = segment.ok ? segment.value.hash : hash(bytes);
	}
}
