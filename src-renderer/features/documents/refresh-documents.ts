import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here; those of others are heard of by `live.ts`. */
export const refreshDocuments = (): Promise<void> => queryClient.invalidateQueries({ queryKey: api.documents.key() });
