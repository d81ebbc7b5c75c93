import { Button } from '@mantine/core';
import { IconPlus, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { answerTexts } from './answer-texts.ts';

/** What to do with a code that nothing here has: make it known, or look whether it is called otherwise. */
export function UnknownSteps({ looksLike, code }: { looksLike: 'item' | 'card'; code: string }) {
	const t = useTexts(answerTexts);
	if (looksLike === 'item') {
		return (
			<>
				<Button
					variant="default"
					leftSection={<IconSearch size="1.25rem" aria-hidden />}
					renderRoot={(props) => <Link to="/inventar" {...props} />}
				>
					{t.toInventory}
				</Button>
				<Button
					variant="default"
					leftSection={<IconPlus size="1.25rem" aria-hidden />}
					renderRoot={(props) => <Link to="/inventar/neu" search={{ nummer: code }} {...props} />}
				>
					{t.newItem}
				</Button>
			</>
		);
	}
	return (
		<Button
			variant="default"
			leftSection={<IconUserPlus size="1.25rem" aria-hidden />}
			renderRoot={(props) => <Link to="/ausleihe/entleiher/neu" {...props} />}
		>
			{t.newBorrower}
		</Button>
	);
}
