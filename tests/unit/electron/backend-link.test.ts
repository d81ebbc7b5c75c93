import { describe, expect, it, vi } from 'vitest';
import { startBackend } from '#main/hosts/electron/backend-link.ts';
import { type ChildDouble, createChannelDouble, createChildDouble } from './double.ts';

function start(chooseFolder: () => Promise<string | null> = async () => null) {
	const children: ChildDouble[] = [];
	const onKiosk = vi.fn();
	const onRestart = vi.fn();
	const onGiveUp = vi.fn();
	const link = startBackend({
		fork: () => {
			const double = createChildDouble();
			children.push(double);
			return double.child;
		},
		createChannel: createChannelDouble,
		chooseFolder,
		onKiosk,
		onRestart,
		onGiveUp,
	});
	const child = (index: number) => {
		const double = children[index];
		if (double === undefined) throw new Error(`Only ${children.length} processes were started`);
		return double;
	};
	return { link, child, children, onKiosk, onRestart, onGiveUp };
}

describe('backend process', () => {
	it('gets one end of a channel, the page the other', () => {
		const { link, child } = start();
		expect(link.connect()).toBe('for the page');
		expect(child(0).received).toEqual([{ message: { kind: 'connect' }, ports: ['for the backend'] }]);
	});

	it('locks, and says when it has', async () => {
		const { link, child } = start();
		let locked = false;
		const locking = link.lock().then(() => (locked = true));
		await Promise.resolve();
		expect(locked).toBe(false);
		child(0).says({ kind: 'done', id: 1 });
		await locking;
		expect(child(0).received).toEqual([{ message: { kind: 'lock', id: 1 }, ports: [] }]);
	});

	it.each([['/Büro Laufwerk'], [null]])('gets the chosen folder %s', async (folder) => {
		const { child } = start(async () => folder);
		child(0).says({ kind: 'choose-folder', id: 7 });
		await vi.waitFor(() => expect(child(0).received).toEqual([{ message: { kind: 'folder', id: 7, path: folder }, ports: [] }]));
	});

	it('says whether this PC is a kiosk', () => {
		const { child, onKiosk } = start();
		child(0).says({ kind: 'kiosk', isKiosk: false });
		child(0).says({ kind: 'kiosk', isKiosk: true });
		expect(onKiosk.mock.calls).toEqual([[false], [true]]);
	});

	it('hears of a failed dialog as cancelled', async () => {
		const { child } = start(() => Promise.reject(new Error('no display')));
		child(0).says({ kind: 'choose-folder', id: 7 });
		await vi.waitFor(() => expect(child(0).received[0]?.message).toEqual({ kind: 'folder', id: 7, path: null }));
	});

	it('is started again once after a crash, then given up', () => {
		const { link, child, children, onRestart, onGiveUp } = start();
		child(0).dies();
		expect([children.length, onRestart.mock.calls.length, onGiveUp.mock.calls.length]).toEqual([2, 1, 0]);
		link.connect();
		expect(child(1).received).toHaveLength(1);
		child(1).dies();
		expect([children.length, onRestart.mock.calls.length, onGiveUp.mock.calls.length]).toEqual([2, 1, 1]);
	});

	it('counts as locked when it dies while locking', async () => {
		const { link, child } = start();
		const locking = link.lock();
		child(0).dies();
		await locking;
	});

	it('is not started again when it was told to end', async () => {
		const { link, child, children, onGiveUp } = start();
		const disposing = link.dispose();
		child(0).says({ kind: 'done', id: 1 });
		await disposing;
		child(0).dies();
		expect(child(0).isKilled()).toBe(true);
		expect(children).toHaveLength(1);
		expect(onGiveUp).not.toHaveBeenCalled();
	});

	it('does not keep a person waiting who wants to quit', async () => {
		vi.useFakeTimers();
		try {
			const { link, child } = start();
			const disposing = link.dispose();
			await vi.advanceTimersByTimeAsync(5_000);
			await disposing;
			expect(child(0).isKilled()).toBe(true);
		} finally {
			vi.useRealTimers();
		}
	});
});
