import type { Device } from '#shared/features/devices/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';

/** What to call each device: its name, and where two have the same one, also the end of its check code. */
export function deviceNames(
	devices: readonly Pick<Device, 'id' | 'name' | 'fingerprint'>[],
	nameless: string,
): ReadonlyMap<DeviceId, string> {
	const named = devices.map((device) => ({ ...device, name: device.name.trim() || nameless }));
	const same = Map.groupBy(named, ({ name }) => name.toLocaleLowerCase('de'));
	return new Map(
		[...same.values()].flatMap((group) =>
			group.map(({ id, name, fingerprint }): [DeviceId, string] => [
				id,
				group.length > 1 ? `${name} (${fingerprint.slice(-4)})` : name,
			]),
		),
	);
}
