import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import classes from './Damage.module.css';
import { pageTexts } from './page-texts.ts';
import type { SaveState } from './useSaveOnLeaving.ts';

/** Below fields without a button: that they save themselves, and that they have. */
export function SaveLine({ state }: { state: SaveState }) {
	const t = useTexts(pageTexts);
	if (state.is === 'failed') return <ErrorNotice error={state.error} />;
	return (
		<p className={classes.quiet} role="status">
			{state.is === 'saved' ? t.saved : t.savesItself}
		</p>
	);
}
