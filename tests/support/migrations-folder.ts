import { join } from 'node:path';

/** Where the real migrations of all vaults lie. */
export const MIGRATIONS = join(import.meta.dirname, '../../src-main/database/migrations');
