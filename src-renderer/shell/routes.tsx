import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFoundPage } from '#renderer/shell/NotFoundPage.tsx';
import { PageFailure } from '#renderer/shell/PageFailure.tsx';
import { Shell } from '#renderer/shell/Shell.tsx';

/**
 * All pages behind the sign-in, each fetched when it is first opened. Hash history, because the window is served from a
 * custom protocol without a server behind it.
 */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const today = createRoute({
	getParentRoute: () => root,
	path: '/',
	validateSearch: (search: Record<string, unknown>): { geschlossen?: string } =>
		typeof search.geschlossen === 'string' ? { geschlossen: search.geschlossen } : {},
	component: lazyRouteComponent(() => import('#renderer/features/today/TodayPage.tsx'), 'TodayPage'),
});
const decisions = createRoute({
	getParentRoute: () => root,
	path: '/zusammenfuehrung',
	component: lazyRouteComponent(() => import('#renderer/features/decisions/DecisionsPage.tsx'), 'DecisionsPage'),
});
const people = createRoute({
	getParentRoute: () => root,
	path: '/personen',
	component: lazyRouteComponent(() => import('#renderer/features/people/PeopleListPage.tsx'), 'PeopleListPage'),
});
const personNew = createRoute({
	getParentRoute: () => root,
	path: '/personen/neu',
	component: lazyRouteComponent(() => import('#renderer/features/people/PersonNewPage.tsx'), 'PersonNewPage'),
});
const peopleImport = createRoute({
	getParentRoute: () => root,
	path: '/personen/import',
	component: lazyRouteComponent(() => import('#renderer/features/people/PeopleImportPage.tsx'), 'PeopleImportPage'),
});
const person = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id',
	component: lazyRouteComponent(() => import('#renderer/features/people/PersonPage.tsx'), 'PersonPage'),
});
const peopleDoubles = createRoute({
	getParentRoute: () => root,
	path: '/personen/doppelte',
	component: lazyRouteComponent(() => import('#renderer/features/people/DoublesPage.tsx'), 'DoublesPage'),
});
const personMerge = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id/zusammenfuehren',
	validateSearch: (search: Record<string, unknown>): { mit?: string } =>
		typeof search.mit === 'string' ? { mit: search.mit } : {},
	component: lazyRouteComponent(() => import('#renderer/features/people/MergePage.tsx'), 'MergePage'),
});
const businesses = createRoute({
	getParentRoute: () => root,
	path: '/unternehmen',
	component: lazyRouteComponent(() => import('#renderer/features/businesses/BusinessListPage.tsx'), 'BusinessListPage'),
});
const businessNew = createRoute({
	getParentRoute: () => root,
	path: '/unternehmen/neu',
	component: lazyRouteComponent(() => import('#renderer/features/businesses/BusinessNewPage.tsx'), 'BusinessNewPage'),
});
const business = createRoute({
	getParentRoute: () => root,
	path: '/unternehmen/$id',
	component: lazyRouteComponent(() => import('#renderer/features/businesses/BusinessPage.tsx'), 'BusinessPage'),
});
const subjectAccess = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id/auskunft',
	component: lazyRouteComponent(() => import('#renderer/features/subject-access/SubjectAccessPage.tsx'), 'SubjectAccessPage'),
});
const subjectExport = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id/auskunft/ausgabe',
	component: lazyRouteComponent(() => import('#renderer/features/subject-access/SubjectExportPage.tsx'), 'SubjectExportPage'),
});
const cases = createRoute({
	getParentRoute: () => root,
	path: '/fallakten',
	validateSearch: (search: Record<string, unknown>): { zustaendig?: string } =>
		typeof search.zustaendig === 'string' ? { zustaendig: search.zustaendig } : {},
	component: lazyRouteComponent(() => import('#renderer/features/cases/CaseListPage.tsx'), 'CaseListPage'),
});
const caseNew = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/neu',
	validateSearch: (search: Record<string, unknown>): { person?: string; unternehmen?: string } => ({
		...(typeof search.person === 'string' && { person: search.person }),
		...(typeof search.unternehmen === 'string' && { unternehmen: search.unternehmen }),
	}),
	component: lazyRouteComponent(() => import('#renderer/features/cases/CaseNewPage.tsx'), 'CaseNewPage'),
});
const caseFile = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/$id',
	component: lazyRouteComponent(() => import('#renderer/features/cases/CaseFrame.tsx'), 'CaseFrame'),
});
const caseOverview = createRoute({
	getParentRoute: () => caseFile,
	path: '/',
	component: lazyRouteComponent(() => import('#renderer/features/cases/CasePage.tsx'), 'CasePage'),
});
const caseLetters = createRoute({
	getParentRoute: () => caseFile,
	path: '/schreiben',
	component: lazyRouteComponent(() => import('#renderer/features/letters/LettersPage.tsx'), 'LettersPage'),
});
const caseLetter = createRoute({
	getParentRoute: () => caseFile,
	path: '/schreiben/$schreiben',
	component: lazyRouteComponent(() => import('#renderer/features/letters/LetterPage.tsx'), 'LetterPage'),
});
const caseApplications = createRoute({
	getParentRoute: () => caseFile,
	path: '/bewerbungen',
	component: lazyRouteComponent(() => import('#renderer/features/applications/ApplicationsPage.tsx'), 'ApplicationsPage'),
});
const applicationProof = createRoute({
	getParentRoute: () => caseFile,
	path: '/bewerbungen/nachweis',
	component: lazyRouteComponent(() => import('#renderer/features/applications/ProofPage.tsx'), 'ProofPage'),
});
const templates = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/vorlagen',
	component: lazyRouteComponent(() => import('#renderer/features/letters/TemplatesPage.tsx'), 'TemplatesPage'),
});
const handOver = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/uebergeben',
	validateSearch: (search: Record<string, unknown>): { von?: string } =>
		typeof search.von === 'string' ? { von: search.von } : {},
	component: lazyRouteComponent(() => import('#renderer/features/cases/HandOverPage.tsx'), 'HandOverPage'),
});
const passingOn = createRoute({
	getParentRoute: () => caseFile,
	path: '/weitergabe',
	component: lazyRouteComponent(() => import('#renderer/features/referrals/PassingOnPage.tsx'), 'PassingOnPage'),
});
const consentForm = createRoute({
	getParentRoute: () => caseFile,
	path: '/weitergabe/einwilligung',
	component: lazyRouteComponent(() => import('#renderer/features/consents/ConsentFormPage.tsx'), 'ConsentFormPage'),
});
const releaseForm = createRoute({
	getParentRoute: () => caseFile,
	path: '/weitergabe/entbindung',
	validateSearch: (search: Record<string, unknown>): { entbindung?: string } =>
		typeof search.entbindung === 'string' ? { entbindung: search.entbindung } : {},
	component: lazyRouteComponent(() => import('#renderer/features/consents/ReleaseFormPage.tsx'), 'ReleaseFormPage'),
});
const referralSheet = createRoute({
	getParentRoute: () => caseFile,
	path: '/weitergabe/bogen/$verweisung',
	component: lazyRouteComponent(() => import('#renderer/features/referrals/ReferralSheetPage.tsx'), 'ReferralSheetPage'),
});
const caseGoals = createRoute({
	getParentRoute: () => caseFile,
	path: '/ziele',
	component: lazyRouteComponent(() => import('#renderer/features/goals/GoalsPage.tsx'), 'GoalsPage'),
});
const caseAgreement = createRoute({
	getParentRoute: () => caseFile,
	path: '/zielvereinbarung',
	component: lazyRouteComponent(() => import('#renderer/features/goals/AgreementPage.tsx'), 'AgreementPage'),
});
const caseClosing = createRoute({
	getParentRoute: () => caseFile,
	path: '/abschluss',
	component: lazyRouteComponent(() => import('#renderer/features/cases/ClosingPage.tsx'), 'ClosingPage'),
});
const caseDocuments = createRoute({
	getParentRoute: () => caseFile,
	path: '/unterlagen',
	validateSearch: (search: Record<string, unknown>): { unterlage?: string } =>
		typeof search.unterlage === 'string' ? { unterlage: search.unterlage } : {},
	component: lazyRouteComponent(() => import('#renderer/features/documents/DocumentsPage.tsx'), 'DocumentsPage'),
});
const caseFunding = createRoute({
	getParentRoute: () => caseFile,
	path: '/foerderung',
	component: lazyRouteComponent(() => import('#renderer/features/funder-data/FunderPage.tsx'), 'FunderPage'),
});
const caseFundingPrint = createRoute({
	getParentRoute: () => root,
	path: '/fallakten/$id/foerderbogen',
	validateSearch: (search: Record<string, unknown>): { teil?: string; leer?: boolean } => ({
		...(typeof search.teil === 'string' && { teil: search.teil }),
		...(search.leer === true && { leer: true }),
	}),
	component: lazyRouteComponent(() => import('#renderer/features/funder-data/FunderPrintPage.tsx'), 'FunderPrintPage'),
});
const appointments = createRoute({
	getParentRoute: () => root,
	path: '/termine',
	validateSearch: (search: Record<string, unknown>): { tag?: string } =>
		typeof search.tag === 'string' ? { tag: search.tag } : {},
	component: lazyRouteComponent(() => import('#renderer/features/appointments/AppointmentsPage.tsx'), 'AppointmentsPage'),
});
const waitingList = createRoute({
	getParentRoute: () => root,
	path: '/termine/warteliste',
	component: lazyRouteComponent(() => import('#renderer/features/waiting-list/WaitingListPage.tsx'), 'WaitingListPage'),
});
const absences = createRoute({
	getParentRoute: () => root,
	path: '/abwesenheiten',
	component: lazyRouteComponent(() => import('#renderer/features/schedule/AbsencesPage.tsx'), 'AbsencesPage'),
});
const repairFigures = createRoute({
	getParentRoute: () => root,
	path: '/reparaturdaten',
	component: lazyRouteComponent(() => import('#renderer/features/open-repair-data/RepairFiguresPage.tsx'), 'RepairFiguresPage'),
});
const repairPoster = createRoute({
	getParentRoute: () => root,
	path: '/reparaturdaten/plakat',
	component: lazyRouteComponent(() => import('#renderer/features/open-repair-data/RepairPosterPage.tsx'), 'RepairPosterPage'),
});
const openDataImport = createRoute({
	getParentRoute: () => root,
	path: '/reparaturdaten/einlesen',
	component: lazyRouteComponent(() => import('#renderer/features/open-repair-data/OpenDataImportPage.tsx'), 'OpenDataImportPage'),
});
const openDataExport = createRoute({
	getParentRoute: () => root,
	path: '/reparaturdaten/ausgeben',
	component: lazyRouteComponent(() => import('#renderer/features/open-repair-data/OpenDataExportPage.tsx'), 'OpenDataExportPage'),
});
const inventory = createRoute({
	getParentRoute: () => root,
	path: '/inventar',
	component: lazyRouteComponent(() => import('#renderer/features/inventory/InventoryListPage.tsx'), 'InventoryListPage'),
});
const itemNew = createRoute({
	getParentRoute: () => root,
	path: '/inventar/neu',
	validateSearch: (search: Record<string, unknown>): { nummer?: string } =>
		typeof search.nummer === 'string' ? { nummer: search.nummer } : {},
	component: lazyRouteComponent(() => import('#renderer/features/inventory/ItemNewPage.tsx'), 'ItemNewPage'),
});
const inventoryImport = createRoute({
	getParentRoute: () => root,
	path: '/inventar/import',
	component: lazyRouteComponent(() => import('#renderer/features/inventory/InventoryImportPage.tsx'), 'InventoryImportPage'),
});
const labels = createRoute({
	getParentRoute: () => root,
	path: '/inventar/etiketten',
	validateSearch: (search: Record<string, unknown>): { gegenstand?: string } =>
		typeof search.gegenstand === 'string' ? { gegenstand: search.gegenstand } : {},
	component: lazyRouteComponent(() => import('#renderer/features/inventory/LabelsPage.tsx'), 'LabelsPage'),
});
const damages = createRoute({
	getParentRoute: () => root,
	path: '/inventar/schaeden',
	component: lazyRouteComponent(() => import('#renderer/features/maintenance/DamageListPage.tsx'), 'DamageListPage'),
});
const damage = createRoute({
	getParentRoute: () => root,
	path: '/inventar/schaeden/$id',
	component: lazyRouteComponent(() => import('#renderer/features/maintenance/DamagePage.tsx'), 'DamagePage'),
});
const tests = createRoute({
	getParentRoute: () => root,
	path: '/inventar/pruefungen',
	component: lazyRouteComponent(() => import('#renderer/features/maintenance/TestsPage.tsx'), 'TestsPage'),
});
const stocktakes = createRoute({
	getParentRoute: () => root,
	path: '/inventar/inventur',
	component: lazyRouteComponent(() => import('#renderer/features/stocktake/StocktakeListPage.tsx'), 'StocktakeListPage'),
});
const shelfLabels = createRoute({
	getParentRoute: () => root,
	path: '/inventar/inventur/orte',
	component: lazyRouteComponent(() => import('#renderer/features/stocktake/ShelfLabelsPage.tsx'), 'ShelfLabelsPage'),
});
const stocktake = createRoute({
	getParentRoute: () => root,
	path: '/inventar/inventur/$id',
	component: lazyRouteComponent(() => import('#renderer/features/stocktake/StocktakePage.tsx'), 'StocktakePage'),
});
const item = createRoute({
	getParentRoute: () => root,
	path: '/inventar/$id',
	component: lazyRouteComponent(() => import('#renderer/features/inventory/ItemPage.tsx'), 'ItemPage'),
});
const loans = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/ausleihen',
	component: lazyRouteComponent(() => import('#renderer/features/lending/LoanListPage.tsx'), 'LoanListPage'),
});
const loan = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/ausleihen/$id',
	component: lazyRouteComponent(() => import('#renderer/features/lending/LoanPage.tsx'), 'LoanPage'),
});
const loanContract = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/ausleihen/$id/vertrag',
	component: lazyRouteComponent(() => import('#renderer/features/lending/LoanContractPage.tsx'), 'LoanContractPage'),
});
const depositReceipt = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/ausleihen/$id/quittung',
	validateSearch: (search: Record<string, unknown>): { beleg?: string } =>
		typeof search.beleg === 'string' ? { beleg: search.beleg } : {},
	component: lazyRouteComponent(() => import('#renderer/features/lending/DepositReceiptPage.tsx'), 'DepositReceiptPage'),
});
const reservations = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/reservierungen',
	component: lazyRouteComponent(() => import('#renderer/features/reservations/ReservationsPage.tsx'), 'ReservationsPage'),
});
const calendar = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/kalender',
	component: lazyRouteComponent(() => import('#renderer/features/reservations/CalendarPage.tsx'), 'CalendarPage'),
});
const week = createRoute({
	getParentRoute: () => root,
	path: '/woche',
	component: lazyRouteComponent(() => import('#renderer/features/schedule/WeekPage.tsx'), 'WeekPage'),
});
const weekPrint = createRoute({
	getParentRoute: () => root,
	path: '/woche/drucken',
	validateSearch: (search: Record<string, unknown>): { ab?: string } => (typeof search.ab === 'string' ? { ab: search.ab } : {}),
	component: lazyRouteComponent(() => import('#renderer/features/schedule/WeekPrintPage.tsx'), 'WeekPrintPage'),
});
const rota = createRoute({
	getParentRoute: () => root,
	path: '/dienstplan',
	component: lazyRouteComponent(() => import('#renderer/features/rota/RotaPage.tsx'), 'RotaPage'),
});
const rotaPrint = createRoute({
	getParentRoute: () => root,
	path: '/dienstplan/drucken',
	validateSearch: (search: Record<string, unknown>): { ab?: string } => (typeof search.ab === 'string' ? { ab: search.ab } : {}),
	component: lazyRouteComponent(() => import('#renderer/features/rota/RotaPrintPage.tsx'), 'RotaPrintPage'),
});
const daySheet = createRoute({
	getParentRoute: () => root,
	path: '/tagesblatt',
	validateSearch: (search: Record<string, unknown>): { tag?: string } =>
		typeof search.tag === 'string' ? { tag: search.tag } : {},
	component: lazyRouteComponent(() => import('#renderer/features/day-sheet/DaySheetPage.tsx'), 'DaySheetPage'),
});
const endOfDay = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/tagesende',
	component: lazyRouteComponent(() => import('#renderer/features/lending/EndOfDayPage.tsx'), 'EndOfDayPage'),
});
const reminders = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/erinnerungen',
	component: lazyRouteComponent(() => import('#renderer/features/lending/RemindersPage.tsx'), 'RemindersPage'),
});
const reminderLetters = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/erinnerungen/briefe',
	component: lazyRouteComponent(() => import('#renderer/features/lending/ReminderLettersPage.tsx'), 'ReminderLettersPage'),
});
const lendingFigures = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/zahlen',
	component: lazyRouteComponent(() => import('#renderer/features/lending/FiguresPage.tsx'), 'FiguresPage'),
});
const borrowers = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/entleiher',
	component: lazyRouteComponent(() => import('#renderer/features/borrowers/BorrowerListPage.tsx'), 'BorrowerListPage'),
});
const borrowerNew = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/entleiher/neu',
	component: lazyRouteComponent(() => import('#renderer/features/borrowers/BorrowerNewPage.tsx'), 'BorrowerNewPage'),
});
const borrower = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/entleiher/$id',
	component: lazyRouteComponent(() => import('#renderer/features/borrowers/BorrowerPage.tsx'), 'BorrowerPage'),
});
const borrowerCards = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe/karten',
	validateSearch: (search: Record<string, unknown>): { person?: string } =>
		typeof search.person === 'string' ? { person: search.person } : {},
	component: lazyRouteComponent(() => import('#renderer/features/borrowers/BorrowerCardsPage.tsx'), 'BorrowerCardsPage'),
});
const desk = createRoute({
	getParentRoute: () => root,
	path: '/ausleihe',
	component: lazyRouteComponent(() => import('#renderer/features/lending/DeskPage.tsx'), 'DeskPage'),
});
const partners = createRoute({
	getParentRoute: () => root,
	path: '/partner',
	component: lazyRouteComponent(() => import('#renderer/features/partners/PartnersPage.tsx'), 'PartnersPage'),
});
const offers = createRoute({
	getParentRoute: () => root,
	path: '/angebote',
	component: lazyRouteComponent(() => import('#renderer/features/offers/OfferListPage.tsx'), 'OfferListPage'),
});
const offerNew = createRoute({
	getParentRoute: () => root,
	path: '/angebote/neu',
	component: lazyRouteComponent(() => import('#renderer/features/offers/OfferNewPage.tsx'), 'OfferNewPage'),
});
const offer = createRoute({
	getParentRoute: () => root,
	path: '/angebote/$id',
	component: lazyRouteComponent(() => import('#renderer/features/offers/OfferPage.tsx'), 'OfferPage'),
});
const attendance = createRoute({
	getParentRoute: () => root,
	path: '/angebote/$id/anwesenheit/$tag',
	component: lazyRouteComponent(() => import('#renderer/features/attendance/AttendancePage.tsx'), 'AttendancePage'),
});
const signInSheets = createRoute({
	getParentRoute: () => root,
	path: '/angebote/teilnahmelisten',
	validateSearch: (search: Record<string, unknown>): { tag?: string; angebot?: string } => ({
		...(typeof search.tag === 'string' && { tag: search.tag }),
		...(typeof search.angebot === 'string' && { angebot: search.angebot }),
	}),
	component: lazyRouteComponent(() => import('#renderer/features/attendance/SignInSheetPage.tsx'), 'SignInSheetPage'),
});
const house = createRoute({
	getParentRoute: () => root,
	path: '/haus',
	component: lazyRouteComponent(() => import('#renderer/features/sign-ins/HousePage.tsx'), 'HousePage'),
});
const fireList = createRoute({
	getParentRoute: () => root,
	path: '/haus/brandliste',
	component: lazyRouteComponent(() => import('#renderer/features/sign-ins/FireListPage.tsx'), 'FireListPage'),
});
const kioskInformation = createRoute({
	getParentRoute: () => root,
	path: '/haus/informationsblatt',
	component: lazyRouteComponent(() => import('#renderer/features/kiosks/InformationPage.tsx'), 'InformationPage'),
});
const houseFigures = createRoute({
	getParentRoute: () => root,
	path: '/haus/zahlen',
	component: lazyRouteComponent(() => import('#renderer/features/sign-ins/FiguresPage.tsx'), 'FiguresPage'),
});
const rooms = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen/raeume',
	component: lazyRouteComponent(() => import('#renderer/features/rooms/RoomsPage.tsx'), 'RoomsPage'),
});
const programmes = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen/programme',
	component: lazyRouteComponent(() => import('#renderer/features/funder-programmes/ProgrammesPage.tsx'), 'ProgrammesPage'),
});
const share = createRoute({
	getParentRoute: () => root,
	path: '/sicherung',
	component: lazyRouteComponent(() => import('#renderer/features/share/SharePage.tsx'), 'SharePage'),
});
const devices = createRoute({
	getParentRoute: () => root,
	path: '/geraete',
	component: lazyRouteComponent(() => import('#renderer/features/devices/DevicesPage.tsx'), 'DevicesPage'),
});
const members = createRoute({
	getParentRoute: () => root,
	path: '/mitarbeitende',
	component: lazyRouteComponent(() => import('#renderer/features/members/MembersPage.tsx'), 'MembersPage'),
});
const settings = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen',
	component: lazyRouteComponent(() => import('#renderer/features/site/SettingsPage.tsx'), 'SettingsPage'),
});
const lendingSettings = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen/ausleihe',
	component: lazyRouteComponent(() => import('#renderer/features/lending/LendingSettingsPage.tsx'), 'LendingSettingsPage'),
});
const repairBoard = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/BoardPage.tsx'), 'BoardPage'),
});
const repairIntake = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen/annahme',
	validateSearch: (search: Record<string, unknown>): { folge?: string } =>
		typeof search.folge === 'string' ? { folge: search.folge } : {},
	component: lazyRouteComponent(() => import('#renderer/features/repairs/IntakePage.tsx'), 'IntakePage'),
});
const repairList = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen/alle',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/RepairListPage.tsx'), 'RepairListPage'),
});
const repairWall = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen/wand',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/WallPage.tsx'), 'WallPage'),
});
const repair = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen/$id',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/RepairPage.tsx'), 'RepairPage'),
});
const repairSlip = createRoute({
	getParentRoute: () => root,
	path: '/reparaturen/$id/laufzettel',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/SlipPage.tsx'), 'SlipPage'),
});
const repairWaiver = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen/reparaturen',
	component: lazyRouteComponent(() => import('#renderer/features/repairs/WaiverPage.tsx'), 'WaiverPage'),
});
const recoveryKit = createRoute({
	getParentRoute: () => root,
	path: '/notfallblatt',
	component: lazyRouteComponent(() => import('#renderer/features/site/RecoveryKitPage.tsx'), 'RecoveryKitPage'),
});
const cards = createRoute({
	getParentRoute: () => root,
	path: '/karten',
	component: lazyRouteComponent(() => import('#renderer/features/turns/CardsPage.tsx'), 'CardsPage'),
});
const accessLog = createRoute({
	getParentRoute: () => root,
	path: '/zugriffsprotokoll',
	component: lazyRouteComponent(() => import('#renderer/features/access-log/AccessLogPage.tsx'), 'AccessLogPage'),
});
const erasePerson = createRoute({
	getParentRoute: () => root,
	path: '/personen/$id/loeschen',
	component: lazyRouteComponent(() => import('#renderer/features/privacy/ErasePage.tsx'), 'ErasePersonPage'),
});
const privacy = createRoute({
	getParentRoute: () => root,
	path: '/datenschutz/loeschen',
	component: lazyRouteComponent(() => import('#renderer/features/privacy/PrivacyPage.tsx'), 'PrivacyPage'),
});
const privacyBorrowers = createRoute({
	getParentRoute: () => root,
	path: '/datenschutz/entleihende',
	component: lazyRouteComponent(() => import('#renderer/features/privacy/BorrowersPage.tsx'), 'BorrowersPage'),
});
const eraseBorrower = createRoute({
	getParentRoute: () => root,
	path: '/datenschutz/entleihende/$id',
	component: lazyRouteComponent(() => import('#renderer/features/privacy/ErasePage.tsx'), 'EraseBorrowerPage'),
});
const retention = createRoute({
	getParentRoute: () => root,
	path: '/einstellungen/fristen',
	component: lazyRouteComponent(() => import('#renderer/features/privacy/RulesPage.tsx'), 'RulesPage'),
});
const handbook = createRoute({
	getParentRoute: () => root,
	path: '/handbuch/$page',
	component: lazyRouteComponent(() => import('#renderer/features/handbook/HandbookPage.tsx'), 'HandbookPage'),
});

export const router = createRouter({
	routeTree: root.addChildren([
		today,
		decisions,
		people,
		personNew,
		peopleImport,
		peopleDoubles,
		personMerge,
		subjectAccess,
		subjectExport,
		erasePerson,
		privacy,
		privacyBorrowers,
		eraseBorrower,
		retention,
		person,
		businesses,
		businessNew,
		business,
		cases,
		caseNew,
		templates,
		handOver,
		caseFile.addChildren([
			caseOverview,
			caseGoals,
			caseAgreement,
			caseClosing,
			caseDocuments,
			caseFunding,
			passingOn,
			consentForm,
			releaseForm,
			referralSheet,
			caseLetters,
			caseLetter,
			caseApplications,
			applicationProof,
		]),
		caseFundingPrint,
		appointments,
		waitingList,
		absences,
		repairFigures,
		repairPoster,
		openDataImport,
		openDataExport,
		inventory,
		itemNew,
		inventoryImport,
		labels,
		damages,
		damage,
		tests,
		stocktakes,
		shelfLabels,
		stocktake,
		item,
		loans,
		loan,
		loanContract,
		depositReceipt,
		week,
		weekPrint,
		rota,
		rotaPrint,
		daySheet,
		reservations,
		calendar,
		endOfDay,
		reminders,
		reminderLetters,
		lendingFigures,
		desk,
		borrowers,
		borrowerNew,
		borrower,
		borrowerCards,
		partners,
		offers,
		offerNew,
		offer,
		attendance,
		signInSheets,
		house,
		fireList,
		kioskInformation,
		houseFigures,
		rooms,
		programmes,
		share,
		devices,
		members,
		settings,
		lendingSettings,
		repairBoard,
		repairIntake,
		repairList,
		repairWall,
		repair,
		repairSlip,
		repairWaiver,
		recoveryKit,
		cards,
		accessLog,
		handbook,
	]),
	history: createHashHistory(),
	defaultErrorComponent: PageFailure,
	defaultPreload: 'intent',
	scrollRestoration: true,
	scrollToTopSelectors: ['#inhalt'],
});

declare module '@tanstack/react-router' {
	interface Register {
		router: typeof router;
	}
}
