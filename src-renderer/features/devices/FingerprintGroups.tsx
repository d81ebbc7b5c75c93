import { VisuallyHidden } from '@mantine/core';
import classes from './FingerprintGroups.module.css';

/** A device's check code, large enough to be compared from one screen to the other. */
export function FingerprintGroups({ fingerprint, label }: { fingerprint: string; label: string }) {
	return (
		<p className={classes.groups}>
			<VisuallyHidden>{label}: </VisuallyHidden>
			{fingerprint.split('-').map((group, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat; their position is their identity
				<span key={index}>{group}</span>
			))}
		</p>
	);
}
