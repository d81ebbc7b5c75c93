import type { Spool } from '#main/features/kiosk/spool.ts';
import { type SignInPlace, writeSignIn } from '#main/share/sign-in-file.ts';

interface Speaker {
	readonly ids: Pick<SignInPlace, 'site' | 'kiosk'>;
	readonly spool: Spool;
	readonly inbox: Parameters<typeof writeSignIn>[1];
	readonly secretKey: Uint8Array;
}

/** Says one thing after the other for ever, each unless it is there already, and `confirmed <number>` as soon as it is. */
export async function speakAndConfirm({ ids, spool, inbox, secretKey }: Speaker, first: number): Promise<never> {
	for (let n = first; ; n++) {
		const entry = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
		if (!spool.has(entry)) {
			const { seq, hash } = spool.head();
			const head = { ...ids, seq: seq + 1, prev: hash, at: Date.now(), heard: 0, entry };
			const visitor = { by: 'name', name: `Name ${n}` } as const;
			const said = { direction: 'in', session: null, visitor, language: 'de', ageBand: null, sex: null } as const;
			spool.put(writeSignIn(head, inbox, said, secretKey), entry);
		}
		process.stdout.write(`confirmed ${n}\n`);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}
