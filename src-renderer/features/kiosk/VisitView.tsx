import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { cardNumberOn } from '#shared/features/borrowers/model.ts';
import { type KioskExtract, KioskVisitor } from '#shared/features/kiosk/model.ts';
import { afterStep, newVisit, type Page, pageOf, type Step, type Visit } from './flow.ts';
import { StillThere } from './frame/StillThere.tsx';
import { type Looks, VisitFrame } from './frame/VisitFrame.tsx';
import { TurnContext } from './kiosk-context.ts';
import type { KioskClient, Outbox } from './outbox.ts';
import { AgePage } from './pages/AgePage.tsx';
import { EndPage } from './pages/EndPage.tsx';
import { LanguagePage } from './pages/LanguagePage.tsx';
import { LeavePage } from './pages/LeavePage.tsx';
import { NamePage } from './pages/NamePage.tsx';
import { PrivacyPage } from './pages/PrivacyPage.tsx';
import { SessionPage } from './pages/SessionPage.tsx';
import { SexPage } from './pages/SexPage.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { WaitingPage } from './pages/WaitingPage.tsx';
import { WhoPage } from './pages/WhoPage.tsx';
import { useIdle } from './useIdle.ts';

interface VisitViewProps {
	/** Held in front of the reader while the person before was still being thanked. */
	card: string | null;
	day: KioskExtract | null;
	outbox: Outbox;
	unwritten: number;
	waiting: { readonly fingerprint: string } | null;
	leave: KioskClient['leave'];
	onLeft: () => void;
	/** The next person's turn, who may have a card in hand. */
	onEnd: (card: string | null) => void;
}

const PLAIN_LOOKS: Looks = { contrast: false, largeType: false };
/** Where somebody may be asked who they are; elsewhere a code is heard and thrown away. */
const HEARS_CARDS: ReadonlySet<Page> = new Set(['start', 'session', 'who', 'name']);

/** One person's turn. Everything they say lives in here and ends with it. */
export function VisitView({ card, day, outbox, unwritten, waiting, leave, onLeft, onEnd }: VisitViewProps) {
	const hasSessions = day !== null && day.sessions.length > 0;
	const [visit, go] = useReducer(
		(before: Visit, step: Step) => afterStep(before, step, hasSessions),
		card,
		(number) => (number === null ? newVisit() : afterStep(newVisit(), { to: 'card', number }, hasSessions)),
	);
	const [looks, setLooks] = useState(PLAIN_LOOKS);
	const [strangeCard, setStrangeCard] = useState(0);
	const page = pageOf(visit);
	const startAnew = useCallback(() => onEnd(null), [onEnd]);
	const { left, extend } = useIdle(page !== 'end' && (page !== 'start' || looks !== PLAIN_LOOKS), startAnew);

	useScanner(true, true, (code) => {
		const number = cardNumberOn(code);
		const isCard = number !== null && KioskVisitor.safeParse({ by: 'card', number }).success;
		if (page === 'end') {
			if (isCard) onEnd(number);
		} else if (HEARS_CARDS.has(page)) {
			setStrangeCard(isCard ? 0 : (before) => before + 1);
			if (isCard) go({ to: 'card', number });
		}
		return true;
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was said about a card belongs to one page
	useEffect(() => setStrangeCard(0), [page]);

	const isOver = page === 'waiting' && waiting === null;
	useEffect(() => {
		if (isOver) startAnew();
	}, [isOver, startAnew]);

	const { tag, dir } = SCRIPTS[visit.language];
	useEffect(() => {
		const { documentElement } = document;
		const before = { lang: documentElement.lang, dir: documentElement.dir };
		documentElement.lang = tag;
		documentElement.dir = dir;
		return () => void Object.assign(documentElement, before);
	}, [tag, dir]);

	const turn = useMemo(() => ({ visit, go, startAnew, day }), [visit, startAnew, day]);
	return (
		<TurnContext value={turn}>
			<VisitFrame
				key={`${page} ${visit.language}`}
				page={page}
				looks={looks}
				onLooks={setLooks}
				strangeCard={strangeCard}
				waiting={waiting}
				unwritten={unwritten}
				above={left !== null && page !== 'start' && <StillThere left={left} onStay={extend} />}
			>
				<PageView page={page} waiting={waiting} outbox={outbox} unwritten={unwritten} leave={leave} onLeft={onLeft} />
			</VisitFrame>
		</TurnContext>
	);
}

interface PageViewProps extends Pick<VisitViewProps, 'waiting' | 'outbox' | 'unwritten' | 'leave' | 'onLeft'> {
	page: Page;
}

function PageView({ page, waiting, outbox, unwritten, leave, onLeft }: PageViewProps) {
	switch (page) {
		case 'start':
			return <StartPage />;
		case 'language':
			return <LanguagePage />;
		case 'session':
			return <SessionPage />;
		case 'who':
			return <WhoPage />;
		case 'name':
			return <NamePage />;
		case 'age':
			return <AgePage />;
		case 'sex':
			return <SexPage />;
		case 'end':
			return <EndPage outbox={outbox} />;
		case 'privacy':
			return <PrivacyPage />;
		case 'waiting':
			return waiting && <WaitingPage fingerprint={waiting.fingerprint} />;
		case 'leave':
			return <LeavePage unwritten={unwritten} leave={leave} onLeft={onLeft} />;
	}
}
