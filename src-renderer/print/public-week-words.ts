import type { PublicLanguage } from '#shared/features/offers/model.ts';

/** The few words of the week at the door in each language it can speak besides German. Weekdays come from `Intl`. */
export interface PublicWeekWords {
	readonly title: string;
	readonly cancelled: string;
	readonly closed: string;
}

export const PUBLIC_WEEK_WORDS: Readonly<Record<'de' | PublicLanguage, PublicWeekWords>> = {
	de: { title: 'Unsere Woche', cancelled: 'fällt aus', closed: 'geschlossen' },
	tr: { title: 'Haftalık programımız', cancelled: 'iptal edildi', closed: 'kapalı' },
	ar: { title: 'برنامج الأسبوع', cancelled: 'أُلغي', closed: 'مغلق' },
	uk: { title: 'Наш тиждень', cancelled: 'скасовано', closed: 'зачинено' },
	ru: { title: 'Наша неделя', cancelled: 'отменено', closed: 'закрыто' },
	pl: { title: 'Nasz tydzień', cancelled: 'odwołane', closed: 'zamknięte' },
	ro: { title: 'Săptămâna noastră', cancelled: 'anulat', closed: 'închis' },
	el: { title: 'Η εβδομάδα μας', cancelled: 'ακυρώνεται', closed: 'κλειστά' },
	it: { title: 'La nostra settimana', cancelled: 'annullato', closed: 'chiuso' },
	en: { title: 'Our week', cancelled: 'cancelled', closed: 'closed' },
};

/** The languages by their own names. */
export const LANGUAGE_NAMES: Readonly<Record<PublicLanguage, string>> = {
	...{ tr: 'Türkçe', ar: 'العربية', uk: 'Українська', ru: 'Русский', pl: 'Polski' },
	...{ ro: 'Română', el: 'Ελληνικά', it: 'Italiano', en: 'English' },
};
