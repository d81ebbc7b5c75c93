import { Anchor, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { setLanguage, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import mark from '#renderer/shell/kontor.svg';
import classes from './EntranceFrame.module.css';
import { texts } from './texts.ts';

export interface EntranceFrameProps {
	/** Small line above the title: which step this is. */
	above?: ReactNode;
	title: string;
	intro?: ReactNode;
	onBack?: (() => void) | undefined;
	children: ReactNode;
}

/** The frame of everything before the sign-in: who we are at the left, one thing to do at the right. */
export function EntranceFrame({ above, title, intro, onBack, children }: EntranceFrameProps) {
	const t = useTexts(texts);
	const language = useLanguage();
	const heading = useRef<HTMLHeadingElement>(null);
	const column = useRef<HTMLDivElement>(null);
	// Each step begins in the field it is about; a step without one announces its heading.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step changes
	useEffect(() => {
		const field = column.current?.querySelector<HTMLElement>('[data-autofocus]');
		(field ?? heading.current)?.focus();
	}, [title]);
	return (
		<div className={classes.frame}>
			<aside className={classes.house}>
				<div className={classes.brand}>
					<img src={mark} alt="" width={56} height={56} />
					<span className={classes.name}>Kontor</span>
				</div>
				<p className={classes.promise}>{t.promise}</p>
				<p className={classes.detail}>{t.promiseDetail}</p>
				<svg className={classes.steam} viewBox="0 0 400 400" aria-hidden>
					<title>{t.promise}</title>
					<path d="M60 420c-60-90 70-110 10-200M170 420c-60-90 70-110 10-200s60-110 10-200M280 420c-60-90 70-110 10-200" />
				</svg>
			</aside>
			<main className={classes.main}>
				<div className={classes.column} ref={column}>
					{onBack && (
						<button type="button" className={classes.back} onClick={onBack}>
							<IconArrowLeft size="1.125rem" aria-hidden /> {t.back}
						</button>
					)}
					<header className={classes.head}>
						{above && <p className={classes.above}>{above}</p>}
						<Title order={1} ref={heading} tabIndex={-1}>
							{title}
						</Title>
						{intro && <div className={classes.intro}>{intro}</div>}
					</header>
					{children}
				</div>
				<footer className={classes.foot}>
					<Anchor
						component="button"
						type="button"
						size="sm"
						lang={language === 'de' ? 'en' : 'de'}
						onClick={() => setLanguage(language === 'de' ? 'en' : 'de')}
					>
						{language === 'de' ? 'English' : 'Deutsch'}
					</Anchor>
				</footer>
			</main>
		</div>
	);
}
