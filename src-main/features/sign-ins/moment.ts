/** A kiosk's clock and ours may differ by so much without anybody being told. */
const WORTH_SAYING_MS = 5 * 60 * 1000;

interface Times {
	/** By the kiosk's clock. */
	readonly saidAt: number;
	/** The newest office time that the kiosk had heard of; 0 for none. */
	readonly heardAt: number;
	/** When an office PC took it in, by its clock. */
	readonly at: number;
}

/**
 * So far the kiosk's clock is ahead (behind: negative); null when nothing proves it wrong. It may have waited for weeks
 * before anybody took it in: only what was said after it was taken in, or before what had been heard, is impossible.
 */
export function clockOff({ saidAt, heardAt, at }: Times): number | null {
	if (saidAt - at > WORTH_SAYING_MS) return saidAt - at;
	return heardAt - saidAt > WORTH_SAYING_MS ? saidAt - heardAt : null;
}

/** When it was, as well as that is known. */
export function momentOf(times: Times): number {
	const off = clockOff(times);
	if (off === null) return times.saidAt;
	return off > 0 ? times.at : times.heardAt;
}
