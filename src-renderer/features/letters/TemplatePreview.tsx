import { Fragment } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { emphasised } from '#shared/features/letters/model.ts';
import { fillTemplate, INVENTED_VALUES } from '#shared/features/letters/placeholders.ts';
import classes from './Letters.module.css';
import { templateTexts } from './template-texts.ts';

/** What becomes of a template; what is no placeholder is marked. */
export function TemplatePreview({ subject, body }: { subject: string; body: string }) {
	const t = useTexts(templateTexts);
	return (
		<section aria-label={t.preview}>
			<p className={classes.caption}>{t.preview}</p>
			<div className={classes.sample} lang="de">
				{subject !== '' && (
					<span className={classes.sampleSubject}>
						<Marked text={fillTemplate(subject, INVENTED_VALUES).text} />
					</span>
				)}
				{emphasised(fillTemplate(body, INVENTED_VALUES).text).map(({ text, strong }, index) => {
					const words = <Marked text={text} />;
					// biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place in it
					return <Fragment key={index}>{strong ? <strong>{words}</strong> : words}</Fragment>;
				})}
			</div>
		</section>
	);
}

function Marked({ text }: { text: string }) {
	return text.split(/(\[[^[\]\n]{1,60}: unbekannt\])/).map((part, index) =>
		// biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place in it
		index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
	);
}
