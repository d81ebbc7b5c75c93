import { describe, expect, it } from 'vitest';
import { shareLineOf } from '#renderer/shell/share-words.ts';
import { texts } from '#renderer/shell/texts.ts';
import type { ShareStatus } from '#shared/features/share/model.ts';

const words = (status: Partial<ShareStatus>) =>
	shareLineOf(
		{
			folder: '/share',
			webdav: null,
			problemSince: null,
			problemFile: null,
			state: 'waiting',
			waitingChanges: 0,
			onlyHere: [],
			savedAt: null,
			problem: null,
			alarms: [],
			verifiedSnapshotAt: null,
			work: null,
			pausedUntil: null,
			mayRefill: false,
			...status,
		},
		texts.de.status,
		0,
	).text;

describe('the line about the share', () => {
	it('does not claim to be saving to a share that is away', () => {
		expect(words({})).toBe('Wird gerade gesichert');
		expect(words({ onlyHere: ['counselling'] })).toBe('Noch nicht alles gesichert');
		expect(words({ problem: 'unreachable' })).toBe('Netzlaufwerk nicht erreichbar');
		expect(words({ problem: 'unreachable', waitingChanges: 2 })).toBe('2 Änderungen warten: Netzlaufwerk nicht erreichbar');
	});
});
