import { defineConfig } from 'drizzle-kit';

/** `KONTOR_VAULT=<vault> npm run migration`: writes the next migration of one vault from its tables. */
const TABLES = {
	office: [
		'./src-main/features/site/tables.ts',
		'./src-main/features/devices/tables.ts',
		'./src-main/features/access-log/tables.ts',
		'./src-main/features/share/tables.ts',
		'./src-main/features/rooms/tables.ts',
		'./src-main/features/partners/tables.ts',
		'./src-main/features/offers/tables.ts',
		'./src-main/features/attendance/tables.ts',
		'./src-main/features/rota/tables.ts',
		'./src-main/features/schedule/tables.ts',
		'./src-main/features/funder-programmes/tables.ts',
		'./src-main/features/privacy/rules-tables.ts',
	],
	workshop: [
		...[
			'inventory',
			'borrowers',
			'lending',
			'reservations',
			'maintenance',
			'stocktake',
			'repairs',
			'open-repair-data',
			'sign-ins',
		].map((f) => `./src-main/features/${f}/tables.ts`),
		'./src-main/features/privacy/borrower-tables.ts',
	],
	counselling: [
		'people',
		'businesses',
		'cases',
		'goals',
		'documents',
		'consents',
		'referrals',
		'letters',
		'applications',
		'appointments',
		'waiting-list',
		'funder-data',
		'privacy',
	].map((f) => `./src-main/features/${f}/tables.ts`),
};

const vault = process.env.KONTOR_VAULT as keyof typeof TABLES;
if (!(vault in TABLES)) throw new Error('KONTOR_VAULT=office|workshop|counselling');

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src-main/records/tables.ts', ...TABLES[vault]],
	out: `./src-main/database/migrations/${vault}`,
});
