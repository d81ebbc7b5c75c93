import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '#main/platform/log.ts';

describe('log', () => {
	const logged = (error: unknown) => {
		const lines: string[] = [];
		createLog(
			(line) => lines.push(line),
			() => 0,
		).bug('procedure', error);
		return lines.join();
	};

	it('keeps an error’s class and place, never its message', () => {
		const line = logged(new RangeError('Erika Geheim wohnt hier'));
		expect(JSON.parse(line)).toMatchObject({ level: 'bug', event: 'procedure', class: 'RangeError' });
		expect(line).not.toContain('Geheim');
	});

	it('lets no text of a message through, even one that looks like a place in the program', () => {
		const Text = fc.oneof(
			fc.string({ maxLength: 20 }).map((text) => `Geheim${text}`),
			fc.stringMatching(/^[\w./-]{0,10}$/).map((text) => `    at x (/home/src-main/Geheim${text}:1:2)`),
			fc.stringMatching(/^[\w]{0,10}$/).map((text) => `Fehler\n    at src-main/Geheim${text}:1:2\n    at out/main/Geheim:3:4`),
		);
		fc.assert(
			fc.property(Text, (message) => {
				expect(logged(new Error(message))).not.toContain('Geheim');
				expect(logged(message)).not.toContain('Geheim');
				expect(logged({ message })).not.toContain('Geheim');
				const renamed = new Error(message);
				renamed.message = 'anders';
				expect(logged(renamed)).not.toContain('Geheim');
			}),
		);
	});

	it('tells where in the program a bug is', () => {
		const error = new Error('x');
		error.stack = 'Error: x\n    at open (file:///opt/kontor/src-main/vaults/ledger.ts:42:7)\n    at node:internal/timers:1:2';
		expect(JSON.parse(logged(error)).where).toEqual(['vaults/ledger.ts:42:7']);
	});
});
