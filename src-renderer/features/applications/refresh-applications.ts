import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here, at once; changes from elsewhere come through rpc/live.ts. */
export const refreshApplications = () => queryClient.invalidateQueries({ queryKey: api.applications.key() });
