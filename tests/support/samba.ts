import { onTestFinished, type TestContext } from 'vitest';
import { type SambaOptions, type SambaShare, startSamba, whyNoSamba } from './samba-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Gone when the test is over. Where this machine has no Samba, the test says so and is skipped. */
export async function sambaShare(test: TestContext, options: SambaOptions = {}): Promise<SambaShare> {
	const missing = whyNoSamba();
	if (missing !== null) test.skip(missing);
	return startSamba(temporaryFolder(), onTestFinished, options);
}
