import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { LanguageTiles } from './LanguageTiles.tsx';

export function LanguagePage() {
	const { t } = useTurn();
	return (
		<>
			<Heading>{t.chooseLanguage}</Heading>
			<LanguageTiles />
		</>
	);
}
