import {
	IconArrowLeft,
	IconContrast2,
	IconHourglass,
	IconLanguage,
	IconQrcode,
	IconShieldLock,
	IconTextSize,
	IconVolume,
	IconVolumeOff,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { KIOSK_WORDS, plainNumber, SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Page } from '../flow.ts';
import { useTurn } from '../kiosk-context.ts';
import { texts } from '../texts.ts';
import { useReading } from '../useReading.ts';
import { StaffWay } from './StaffWay.tsx';
import classes from './VisitFrame.module.css';
import { wordsOn } from './words-on.ts';

export interface Looks {
	readonly contrast: boolean;
	readonly largeType: boolean;
}

export interface VisitFrameProps {
	page: Page;
	looks: Looks;
	onLooks: (looks: Looks) => void;
	/** How often something was scanned here that is no card of this house. */
	strangeCard: number;
	waiting: { readonly fingerprint: string } | null;
	/** Sign-ins kept in this page only. */
	unwritten: number;
	/** Lies over all of it. */
	above: ReactNode;
	children: ReactNode;
}

const FOR_STAFF: ReadonlySet<Page> = new Set(['waiting', 'leave']);

/** What stands around the one question of a page: back, language, help with seeing and reading, what happens to the data. */
export function VisitFrame({ page, looks, onLooks, strangeCard, waiting, unwritten, above, children }: VisitFrameProps) {
	const staff = useTexts(texts);
	const { t, visit, go } = useTurn();
	const { tag, name } = SCRIPTS[visit.language];
	const reading = useReading(tag);
	const main = useRef<HTMLElement>(null);
	const hasBack = page !== 'start' && page !== 'end';
	useEffect(() => {
		const field = main.current?.querySelector<HTMLElement>('[data-autofocus]');
		(field ?? main.current?.querySelector('h1'))?.focus();
	}, []);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from wherever the focus is
		<div
			className={classes.kiosk}
			data-page={page}
			data-contrast={looks.contrast || undefined}
			data-large={looks.largeType || undefined}
			onKeyDown={(event) => {
				if (event.key === 'Escape' && hasBack) go({ to: 'back' });
			}}
		>
			<header className={classes.bar}>
				<div className={classes.side}>
					{hasBack && (
						<button type="button" className={classes.button} onClick={() => go({ to: 'back' })}>
							<IconArrowLeft className={classes.mirrored} aria-hidden />
							{t.back}
						</button>
					)}
				</div>
				<div className={classes.side}>
					{hasBack && page !== 'language' && !FOR_STAFF.has(page) && (
						<button type="button" className={classes.button} onClick={() => go({ to: 'open', page: 'language' })}>
							<IconLanguage aria-hidden />
							<span className={classes.hidden}>{t.language}: </span>
							{name}
						</button>
					)}
					{reading && (
						<button
							type="button"
							className={classes.button}
							aria-label={reading.isReading ? t.stopReading : t.readAloud}
							onClick={() => main.current && reading.toggle(wordsOn(main.current))}
						>
							{reading.isReading ? <IconVolumeOff aria-hidden /> : <IconVolume aria-hidden />}
						</button>
					)}
					<button
						type="button"
						className={classes.button}
						aria-label={t.contrast}
						aria-pressed={looks.contrast}
						onClick={() => onLooks({ ...looks, contrast: !looks.contrast })}
					>
						<IconContrast2 aria-hidden />
					</button>
					<button
						type="button"
						className={classes.button}
						aria-label={t.largeType}
						aria-pressed={looks.largeType}
						onClick={() => onLooks({ ...looks, largeType: !looks.largeType })}
					>
						<IconTextSize aria-hidden />
					</button>
				</div>
			</header>
			<main ref={main} className={classes.main}>
				{children}
				<p className={classes.hint} role="alert">
					{strangeCard > 0 && <span key={strangeCard}>{t.notOurCard}</span>}
				</p>
			</main>
			<footer className={classes.foot}>
				{page !== 'privacy' && page !== 'end' && !FOR_STAFF.has(page) && (
					<button type="button" className={classes.quiet} onClick={() => go({ to: 'open', page: 'privacy' })}>
						<IconShieldLock aria-hidden />
						{t.whatHappens}
					</button>
				)}
				{unwritten > 0 && page === 'start' && (
					<p className={classes.unwritten}>
						<IconHourglass aria-hidden />
						{KIOSK_WORDS.de.notWrittenYet} {plainNumber('de', unwritten)}
					</p>
				)}
				{page === 'start' && (
					<div className={classes.staff}>
						{waiting && (
							<>
								<p className={classes.waiting}>
									{staff.waiting} {staff.code}: <b className={classes.code}>{waiting.fingerprint}</b>
								</p>
								<button type="button" className={classes.quiet} onClick={() => go({ to: 'open', page: 'waiting' })}>
									<IconQrcode aria-hidden />
									{staff.showCode}
								</button>
							</>
						)}
						<StaffWay onHeld={() => go({ to: 'open', page: 'leave' })} />
					</div>
				)}
			</footer>
			{above}
		</div>
	);
}
