import type { Procedures } from '../../access.ts';
import type { SearchService } from './service.ts';

/** Maps the contract's procedure to the service. */
export function searchRouter({ signedIn }: Procedures, search: SearchService) {
	return { query: signedIn.search.query.handler(({ input, context }) => search.query(context.session, input.text)) };
}
