import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { addressLines, type Letter, shownLetter } from '#shared/features/letters/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Letters.module.css';
import { texts } from './texts.ts';

/** Letters of a case file: what each is about, to whom, and whether it has left the house. */
export function LetterRows({ letters, isNarrow = false }: { letters: readonly Letter[]; isNarrow?: boolean }) {
	const t = useTexts(texts);
	return (
		<ul className={classes.rows}>
			{letters.map((letter) => {
				const { subject, address, day } = shownLetter(letter);
				const [name] = addressLines(address);
				const facts = [
					formatLocalDate(day),
					name === undefined ? t.withoutAddress : t.to(name),
					!isNarrow && t.by(letter.authorName),
				];
				return (
					<li key={letter.id} className={classes.row}>
						<span className={classes.words}>
							<Link
								to="/fallakten/$id/schreiben/$schreiben"
								params={{ id: letter.caseId, schreiben: letter.id }}
								className={classes.name ?? ''}
							>
								{subject || t.withoutSubject}
							</Link>
							<span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
						</span>
						<Badge
							variant={letter.final === null ? 'outline' : 'light'}
							color={letter.final === null ? 'clay' : 'gray'}
							tt="none"
						>
							{letter.final === null ? t.draft : t.final}
						</Badge>
					</li>
				);
			})}
		</ul>
	);
}
