import { useTexts } from '#renderer/i18n/texts.ts';
import type { SubjectRecord, Withheld } from '#shared/features/subject-access/model.ts';
import classes from './SubjectAccess.module.css';
import { texts } from './texts.ts';

export interface EnclosureRowProps {
	record: SubjectRecord;
	withheld: Withheld | undefined;
	onWithhold(): void;
	onEnclose(): void;
}

/** Whether the content of a document goes along: nothing inside of a file can be blackened. */
export function EnclosureRow({ record, withheld, onWithhold, onEnclose }: EnclosureRowProps) {
	const t = useTexts(texts);
	const title = String(record.fields.title);
	return (
		<dl className={classes.rows}>
			<div className={classes.row}>
				<dt>{t.content}</dt>
				<dd>{withheld ? t.contentOut(t.reason[withheld.reason]) : t.contentIn}</dd>
				<dd className={classes.acts}>
					<button
						type="button"
						className={classes.act}
						aria-label={withheld ? t.encloseOf(title) : t.withholdOf(title)}
						onClick={withheld ? onEnclose : onWithhold}
					>
						{withheld ? t.enclose : t.withhold}
					</button>
				</dd>
			</div>
		</dl>
	);
}
