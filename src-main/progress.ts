/**
 * Long work as a stream of progress: the work runs while the screen listens, and stops when the screen goes away or
 * cancels. Reports that come faster than they are read are thinned to the newest.
 */
export async function* progressOf<P>(
	work: (report: (progress: P) => void, isCancelled: () => boolean) => Promise<void>,
): AsyncGenerator<P, void, void> {
	let newest: P | undefined;
	let wake = () => {};
	let isDone = false;
	let isCancelled = false;
	let failure: { error: unknown } | null = null;
	const running = work(
		(progress) => {
			newest = progress;
			wake();
		},
		() => isCancelled,
	)
		.catch((error: unknown) => {
			failure = { error };
		})
		.finally(() => {
			isDone = true;
			wake();
		});
	try {
		for (;;) {
			if (newest !== undefined) {
				const progress = newest;
				newest = undefined;
				yield progress;
			} else if (isDone) {
				break;
			} else {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		}
		if (failure) throw (failure as { error: unknown }).error;
	} finally {
		isCancelled = true;
		await running;
	}
}
