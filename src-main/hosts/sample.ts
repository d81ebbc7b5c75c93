import { createRouterClient } from '@orpc/server';
import type { Backend } from '#main/backend.ts';

/** `--sample`: fills an empty data folder with the invented office; leaves any other as it is. */
export async function createSampleIfEmpty(router: Backend['router']): Promise<void> {
	const client = createRouterClient(router, { context: {} });
	const { state } = await client.site.status();
	if (state !== 'empty') return;
	for await (const _progress of await client.site.createSample()) {
		// Only the end matters here: nobody is looking yet.
	}
}
