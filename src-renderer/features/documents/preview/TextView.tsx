import { useMemo } from 'react';
import classes from './Preview.module.css';

/** More than anybody reads here; a longer one is shown up to this. */
const MOST_SIGNS = 200_000;

/** Plain text as such: a tag in it is a few signs and nothing else. */
export function TextView({ bytes, title }: { bytes: Uint8Array; title: string }) {
	const text = useMemo(() => decoded(bytes).slice(0, MOST_SIGNS), [bytes]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
		<section className={classes.text} tabIndex={0} aria-label={title}>
			<pre>{text}</pre>
		</section>
	);
}

/** UTF-8, or the alphabet of old Windows programs. */
function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
