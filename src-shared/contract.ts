import { cases } from '#shared/features/cases/contract.ts';
import { members } from '#shared/features/members/contract.ts';
import { people } from '#shared/features/people/contract.ts';
import { records } from '#shared/features/records/contract.ts';
import { search } from '#shared/features/search/contract.ts';
import { share } from '#shared/features/share/contract.ts';
import { site } from '#shared/features/site/contract.ts';

/** All procedures of the backend, by feature. The renderer knows nothing else of it. */
export const contract = { site, members, people, cases, records, search, share };
export type Contract = typeof contract;
