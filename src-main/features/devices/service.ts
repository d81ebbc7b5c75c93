import { existsSync } from 'node:fs';
import type { Device } from '#shared/features/devices/model.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isDamage } from '../../database/open.ts';
import type { Desk } from '../../desk.ts';
import type { Log } from '../../platform/log.ts';
import { feedHeads } from '../../share/feed-heads.ts';
import type { ShareSync } from '../../share/sync.ts';
import { withNewEpochs } from '../../vaults/administration.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { fingerprintOf } from '../../vaults/fingerprint.ts';
import { keyOf, sealProfile } from '../../vaults/grants.ts';
import { type Fact, RECOVERY } from '../../vaults/ledger-facts.ts';
import type { DeviceState, LedgerState } from '../../vaults/ledger-state.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { newestChange, readStatus, type StatusRow } from './queries.ts';
import { deviceStatusKind } from './records.ts';

/** The devices of the site: what they last said of themselves, and which of them count. */
export interface DeviceService {
	/**
	 * Notes for the others that this device is in use, to the hour; to be called again and again, writes only what is
	 * new. Never fails: nothing that somebody does depends on it.
	 */
	noteSeen(): void;
	list(session: Session): Device[];
	/** These change the ledger: they may also throw ShareRefused or TargetError, and then nothing has changed. */
	approve(session: Session, id: DeviceId, fingerprint: string): Promise<Result<void, 'not_found' | 'other_fingerprint'>>;
	remove(session: Session, id: DeviceId): Promise<Result<void, 'not_found' | 'this_device'>>;
	/** Two devices of one name could not be told apart in any list. */
	rename(session: Session, id: DeviceId, name: string): Promise<Result<void, 'not_found' | 'name_taken'>>;
}

export interface DeviceDeps {
	readonly desk: Desk;
	readonly folder: DataFolder;
	readonly clock: Clock;
	readonly random: Random;
	readonly appVersion: string;
	readonly log: Log;
	nameOf(session: Session, id: string): string;
}

const HOUR_MS = 60 * 60 * 1000;
const toTheHour = (at: number) => Math.floor(at / HOUR_MS) * HOUR_MS;

export function createDeviceService({ desk, folder, clock, random, appVersion, log, nameOf }: DeviceDeps): DeviceService {
	const noted = new WeakMap<Session, string>();

	const sync = (): ShareSync => {
		const running = desk.sync();
		if (!running) throw new Error('no session');
		return running;
	};

	/** `build` makes facts for the device as the newest ledger knows it. */
	async function change<Refusal>(
		session: Session,
		id: DeviceId,
		build: (device: DeviceState, ledger: LedgerState) => Result<Fact[], Refusal> | Promise<Result<Fact[], Refusal>>,
	): Promise<Result<void, Refusal | 'not_found'>> {
		let result: Result<void, Refusal | 'not_found'> = err('not_found');
		await sync().addToLedger(async (ledger) => {
			const device = ledger.devices.get(id);
			const made = device && !device.removed ? await build(device, ledger) : err<'not_found'>('not_found');
			result = made.ok ? ok(undefined) : made;
			return made.ok ? withNewEpochs(ledger, session.member, made.value, random) : [];
		});
		return result;
	}

	function lastSeenAt(session: Session, id: DeviceId, status: StatusRow | undefined): number | null {
		const changes = [...session.vaults.values()].map(({ reader }) => newestChange(reader, id) ?? 0);
		const latest = Math.max(status?.seenAt ?? 0, ...changes);
		// A clock that is ahead must not make it look as if the device had been in use tomorrow.
		return latest > 0 ? toTheHour(Math.min(latest, clock.now())) : null;
	}

	function writeStatus(session: Session): void {
		const office = openVaultOf(session, 'office');
		const seenAt = toTheHour(clock.now());
		const now = `${seenAt} ${[...session.vaults.keys()].join()}`;
		if (noted.get(session) === now) return;
		noted.set(session, now);
		const status = { seenAt, appVersion, vaults: VAULTS.filter((vault) => existsSync(folder.vaultPath(vault))) };
		// Nobody needs to know from it who was here when: the site itself signs for it.
		const author = session.site as string as MemberId;
		const { id } = session.device;
		if (readStatus(office.reader, id)) office.store.update(deviceStatusKind, id, status, author);
		else office.store.insert(deviceStatusKind, id, status, author);
	}

	return {
		noteSeen() {
			const session = desk.session();
			try {
				if (session) writeStatus(session);
			} catch (error) {
				if (isDamage(error)) desk.suspectDamage();
				else log.bug('note_seen', error);
			}
		},
		list(session) {
			const office = openVaultOf(session, 'office');
			return [...session.ledger.devices.values()].map((device): Device => {
				const id = device.device;
				const status = readStatus(office.reader, id);
				return {
					id,
					name: nameOf(session, id),
					isThis: id === session.device.id,
					state: device.removed ? 'removed' : device.approvedAt === null ? 'waiting' : 'approved',
					fingerprint: fingerprintOf(session.site, id, device.signPublic),
					addedAt: device.since,
					addedBy: device.addedBy === RECOVERY ? null : nameOf(session, device.addedBy),
					approvedAt: device.approvedAt,
					approvedBy: device.approvedBy === null || device.approvedBy === RECOVERY ? null : nameOf(session, device.approvedBy),
					removedAt: device.removed?.at ?? null,
					lastSeenAt: lastSeenAt(session, id, status),
					appVersion: status?.appVersion ?? null,
					vaults: [...(status?.vaults ?? [])],
				};
			});
		},
		approve: (session, id, fingerprint) =>
			change(session, id, ({ device, signPublic, approvedAt }, { site }) => {
				if (fingerprintOf(site, device, signPublic) !== fingerprint) return err('other_fingerprint');
				return ok(approvedAt === null ? [{ fact: 'device_approved', device }] : []);
			}),
		remove: (session, id) =>
			change(session, id, async ({ device, approvedAt }) => {
				if (device === session.device.id) return err('this_device');
				// What a device wrote while it waited never counted.
				const heads = approvedAt === null ? [] : await feedHeads(session, sync(), device);
				return ok([{ fact: 'device_removed', device, heads }]);
			}),
		rename: (session, id, name) =>
			change(session, id, (_device, ledger) => {
				const others = [...ledger.devices.values()].filter(({ device, removed }) => device !== id && removed === null);
				if (others.some(({ device }) => fold(nameOf(session, device)) === fold(name))) return err('name_taken');
				const office = keyOf(session.epochKeys, 'office', ledger.epochs.get('office') ?? 1);
				return ok([{ fact: 'device_renamed', device: id, profile: sealProfile(office, id, { name }, random) }]);
			}),
	};
}
