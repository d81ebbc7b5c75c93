import { useTexts } from '#renderer/i18n/texts.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { texts } from './texts.ts';

/** The data is from the future: refused, with what to update. */
export function NewerPage({ file, appVersion }: { file: string | null; appVersion: string }) {
	const t = useTexts(texts);
	return (
		<EntranceFrame title={t.newerTitle} intro={t.newerIntro(file ?? t.damagedUnknown)}>
			<p style={{ margin: 0 }}>{t.newerBody(appVersion)}</p>
		</EntranceFrame>
	);
}
