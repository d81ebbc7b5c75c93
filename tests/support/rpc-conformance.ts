import { safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Contract } from '#shared/contract.ts';

/**
 * What every RPC link must do the same way. The link is given by `connect`; the backend behind it must answer as a data
 * folder does that is still empty, with nobody signed in, and `echo` must give back a text.
 */
export interface Connection {
	readonly client: ContractRouterClient<Contract>;
	/** Sends something that is not a request. */
	sendRaw(message: string | Uint8Array): void;
	/** The page goes away. */
	close(): void;
	/** Resolves when the server's side has ended the connection. */
	readonly closed: Promise<void>;
}

export interface ConformanceOptions {
	/** A new page on the same backend. */
	readonly connect: () => Promise<Connection>;
	/** Sends a text through a procedure that gives it back. */
	readonly echo: (client: Connection['client'], text: string) => Promise<string | null>;
	/** Streams of `records.changes` that run on the server now; null when it cannot tell. */
	readonly openStreams: () => number | null;
}

export function describeRpcConformance(link: string, { connect, echo, openStreams }: ConformanceOptions): void {
	describe(`RPC over ${link}`, () => {
		const open: Connection[] = [];
		const page = async () => {
			const connection = await connect();
			open.push(connection);
			return connection;
		};
		afterEach(() => {
			for (const connection of open.splice(0)) connection.close();
		});

		it('answers', async () => {
			const { client } = await page();
			expect(await client.site.status()).toMatchObject({ state: 'empty', session: null });
		});

		it('answers many calls at once, each with its own', async () => {
			const { client } = await page();
			const texts = Array.from({ length: 200 }, (_, index) => `/ordner ${index}`);
			expect(await Promise.all(texts.map((text) => echo(client, text)))).toEqual(texts);
		});

		it('carries any text unharmed', async () => {
			const { client } = await page();
			await fc.assert(
				fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (text) => {
					expect(await echo(client, `/${text}`)).toBe(`/${text}`);
				}),
				{ numRuns: 50 },
			);
		});

		it('carries megabytes', async () => {
			const { client } = await page();
			const text = 'Käse;'.repeat(600_000);
			const { error } = await safe(
				client.people.previewImport({ text, delimiter: ';' } as unknown as Parameters<typeof client.people.previewImport>[0]),
			);
			// It arrived: the refusal is the procedure's or the schema's own, not the link's.
			expect(error).toMatchObject({ code: expect.stringMatching(/NOT_SIGNED_IN|BAD_REQUEST/) });
		});

		it('gives refusals as typed errors', async () => {
			const { client } = await page();
			const { error, isDefined } = await safe(client.members.list());
			expect(isDefined).toBe(true);
			expect(error).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
		});

		// Of a procedure open to everybody: elsewhere a real backend says first that nobody is signed in.
		it('refuses malformed input with a typed error', async () => {
			const { client } = await page();
			const { error } = await safe(client.share.browse({ path: 7 as never }));
			expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
		});

		it('refuses procedures that do not exist', async () => {
			const { client } = await page();
			const call = (client as unknown as Record<string, { drop(): Promise<void> }>).site?.drop;
			await expect(call?.()).rejects.toMatchObject({ code: 'NOT_FOUND' });
		});

		it('streams, and stops when the page stops listening', async () => {
			const { client } = await page();
			const stream = await client.records.changes().catch(() => null);
			// A real backend streams only to somebody signed in; then its refusal was the answer.
			if (stream === null) return;
			let seen = 0;
			for await (const _change of stream) {
				seen += 1;
				if (seen === 5) break;
			}
			expect(seen).toBe(5);
			await vi.waitFor(() => expect(openStreams() ?? 0).toBe(0));
		});

		it('stops streams of a page that went away', async () => {
			const { client, close } = await page();
			const stream = await client.records.changes().catch(() => null);
			if (stream === null) return;
			await stream.next();
			close();
			await vi.waitFor(() => expect(openStreams() ?? 0).toBe(0));
		});

		it.each([
			['no JSON', 'hallo'],
			['null', 'null'],
			['a number', '7'],
			['an empty object', '{}'],
			['a request without address', '{"i":"1","p":{}}'],
			['an address that is none', '{"i":"1","p":{"u":"http://[","b":null}}'],
			['bytes', new Uint8Array([255, 0, 255, 1])],
			['nothing', new Uint8Array(0)],
		])('ends the connection on %s, and serves the next page', async (_name, message) => {
			const rogue = await page();
			rogue.sendRaw(message);
			await rogue.closed;
			const { client } = await page();
			expect(await client.site.status()).toMatchObject({ state: 'empty' });
		});
	});
}
