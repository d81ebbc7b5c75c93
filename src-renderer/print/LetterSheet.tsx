import { addressLines, emphasised, type LetterFields } from '#shared/features/letters/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { LetterForm } from './LetterForm.tsx';
import classes from './LetterSheet.module.css';

export interface LetterSheetProps {
	letter: LetterFields;
	profile: SiteProfile;
	/** Who writes. */
	author: string;
	caseNumber: string;
	isDraft: boolean;
}

/** A letter of a case file by DIN 5008. Always German, black on white. */
export function LetterSheet({ letter, profile, author, caseNumber, isDraft }: LetterSheetProps) {
	const info: [string, string][] = [
		['Unser Zeichen', caseNumber],
		['Bearbeitet von', author],
	];
	if (profile.phone) info.push(['Telefon', profile.phone]);
	info.push(['Datum', formatLocalDate(letter.day)]);
	if (isDraft) info.push(['Stand', 'Entwurf']);
	return (
		<div lang="de" className={classes.sheet}>
			<LetterForm
				profile={profile}
				address={addressLines(letter.address)}
				info={
					<dl className={classes.info}>
						{info.map(([name, value]) => (
							<Fact key={name} name={name} value={value} />
						))}
					</dl>
				}
			>
				<h1 className={classes.subject}>{letter.subject}</h1>
				<div className={classes.text}>
					{emphasised(letter.body).map(({ text, strong }, index) =>
						// biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place in it
						strong ? <strong key={index}>{text}</strong> : text,
					)}
				</div>
			</LetterForm>
		</div>
	);
}

function Fact({ name, value }: { name: string; value: string }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</>
	);
}
