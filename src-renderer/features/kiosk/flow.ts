import type { AgeBand, KioskLanguage, KioskSessionKey, KioskSex, KioskVisitor } from '#shared/features/kiosk/model.ts';

/**
 * One person's turn at the kiosk: which page follows which. Pure; everything said is in the visit, and gone with it.
 */
export type Page = 'start' | 'language' | 'session' | 'who' | 'name' | 'age' | 'sex' | 'end' | 'privacy' | 'waiting' | 'leave';

export interface Visit {
	readonly way: 'in' | 'out';
	readonly language: KioskLanguage;
	/** Null: just in the house, or not said yet. */
	readonly session: KioskSessionKey | null;
	readonly visitor: KioskVisitor | null;
	/** Came with a card in hand: is asked for the session and nothing else. */
	readonly isQuick: boolean;
	readonly ageBand: AgeBand | null;
	readonly sex: KioskSex | null;
	/** Where they have been; the last one is what is shown. */
	readonly pages: readonly Page[];
}

export type Step =
	| { readonly to: 'language'; readonly language: KioskLanguage }
	| { readonly to: 'session'; readonly session: KioskSessionKey | null }
	| { readonly to: 'card'; readonly number: string }
	| { readonly to: 'typing' }
	| { readonly to: 'name'; readonly name: string }
	| { readonly to: 'anonymous' }
	| { readonly to: 'age'; readonly ageBand: AgeBand | null }
	| { readonly to: 'sex'; readonly sex: KioskSex | null }
	| { readonly to: 'out' }
	| { readonly to: 'open'; readonly page: 'language' | 'privacy' | 'waiting' | 'leave' }
	| { readonly to: 'back' };

export const newVisit = (): Visit => ({
	way: 'in',
	language: 'de',
	session: null,
	visitor: null,
	isQuick: false,
	ageBand: null,
	sex: null,
	pages: ['start'],
});

export const pageOf = (visit: Visit): Page => visit.pages.at(-1) ?? 'start';

/** `hasSessions`: whether there is anything to choose today. */
export function afterStep(visit: Visit, step: Step, hasSessions: boolean): Visit {
	const page = pageOf(visit);
	// What was said is on its way.
	if (page === 'end') return visit;
	const on = (next: Page, said: Partial<Visit> = {}): Visit => ({ ...visit, ...said, pages: [...visit.pages, next] });
	switch (step.to) {
		case 'language': {
			if (page === 'start') return on(hasSessions ? 'session' : 'who', { language: step.language });
			return { ...before(visit), language: step.language };
		}
		case 'session':
			return on(visit.isQuick ? 'end' : visit.visitor === null ? 'who' : 'age', { session: step.session });
		case 'card':
			return withCard(visit, { by: 'card', number: step.number }, hasSessions);
		case 'typing':
			return on('name');
		case 'name':
			return on(visit.way === 'in' ? 'age' : 'end', { visitor: { by: 'name', name: step.name } });
		case 'anonymous':
			return on(visit.way === 'in' ? 'age' : 'end', { visitor: { by: 'anonymous' } });
		case 'age':
			return on('sex', { ageBand: step.ageBand });
		case 'sex':
			return on('end', { sex: step.sex });
		case 'out':
			return on('who', { way: 'out' });
		case 'open':
			return page === step.page ? visit : on(step.page);
		case 'back':
			return before(visit);
	}
}

/** A scanned card means something only where somebody may be asked who they are. */
function withCard(visit: Visit, visitor: KioskVisitor, hasSessions: boolean): Visit {
	const on = (next: Page, said: Partial<Visit> = {}): Visit => ({ ...visit, ...said, visitor, pages: [...visit.pages, next] });
	switch (pageOf(visit)) {
		case 'start':
			return on(hasSessions ? 'session' : 'end', { isQuick: true });
		case 'session':
			return { ...visit, visitor, isQuick: true };
		case 'who':
		case 'name':
			return on(visit.way === 'in' ? 'age' : 'end');
		default:
			return visit;
	}
}

function before(visit: Visit): Visit {
	const pages = visit.pages.slice(0, -1);
	switch (pages.at(-1)) {
		// At the start nothing has been said yet.
		case 'start':
		case undefined:
			return newVisit();
		case 'session':
			return { ...visit, pages, way: 'in' };
		default:
			return { ...visit, pages };
	}
}
