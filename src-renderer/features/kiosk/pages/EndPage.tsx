import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Visit } from '../flow.ts';
import { CupPicture, WavePicture } from '../frame/Picture.tsx';
import { useTurn } from '../kiosk-context.ts';
import type { Outbox, Outcome, Said } from '../outbox.ts';
import classes from './EndPage.module.css';
import { Heading } from './Heading.tsx';

const THANKED_MS = 8000;
/** There is more to read. */
const EXPLAINED_MS = 15_000;

/** Hands over what was said and says thank you once it is on the disk, or that it is kept here until it can be. */
export function EndPage({ outbox }: { outbox: Outbox }) {
	const { t, visit, startAnew } = useTurn();
	const [outcome, setOutcome] = useState<Outcome | null>(null);
	const isSent = useRef(false);
	const heading = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const said = saidIn(visit);
		if (isSent.current || said === null) return;
		isSent.current = true;
		void outbox.send(said).then(setOutcome);
	}, [visit, outbox]);
	useEffect(() => {
		if (outcome === null) return;
		heading.current?.querySelector('h1')?.focus();
		const timer = setTimeout(startAnew, outcome === 'written' ? THANKED_MS : EXPLAINED_MS);
		return () => clearTimeout(timer);
	}, [outcome, startAnew]);
	const isOut = visit.way === 'out';
	return (
		<div ref={heading} className={classes.end} data-outcome={outcome}>
			<div className={classes.picture}>{isOut ? <WavePicture /> : <CupPicture />}</div>
			{outcome === null ? (
				<Heading>{t.oneMoment}</Heading>
			) : (
				<>
					<Heading>{isOut ? t.goodbye : t.thanks}</Heading>
					{outcome === 'written' ? (
						<p className={classes.words}>
							<IconCheck aria-hidden />
							{isOut ? t.isSignedOut : t.isSignedIn}
						</p>
					) : (
						<p className={classes.words}>
							<IconHourglass aria-hidden />
							{outcome === 'disk_full' ? t.diskFull : t.noAnswer} {t.weKeepIt}
						</p>
					)}
					<div className={classes.track} aria-hidden>
						<div className={classes.passing} />
					</div>
					<button type="button" className={classes.done} onClick={startAnew}>
						{t.done}
					</button>
				</>
			)}
		</div>
	);
}

function saidIn({ way, visitor, session, language, ageBand, sex }: Visit): Said | null {
	if (visitor === null) return null;
	return way === 'in' ? { way, visitor, session, language, ageBand, sex } : { way, visitor, language };
}
