import { expect, it } from 'vitest';
import { deviceNames } from '#renderer/features/devices/device-names.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';

const device = (id: string, name: string, fingerprint: string) => ({ id: id as DeviceId, name, fingerprint });

it('tells devices of the same name apart by the end of their code', () => {
	const names = deviceNames(
		[
			device('a', 'Büro', '0000-0000-0000-AAAA'),
			device('b', 'Tresen', '0000-0000-0000-BBBB'),
			device('c', ' büro', '0000-0000-0000-CCCC'),
			device('d', ' ', '0000-0000-0000-DDDD'),
		],
		'ohne Namen',
	);
	expect(Object.fromEntries(names)).toEqual({ a: 'Büro (AAAA)', b: 'Tresen', c: 'büro (CCCC)', d: 'ohne Namen' });
});
