import type { RetentionRules } from '#shared/features/privacy/model.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { rulesOf, storedRules } from './queries.ts';
import { retentionRulesKind } from './records.ts';

export const retentionRules = {
	get: (session: Session): RetentionRules => rulesOf(openVaultOf(session, 'office').reader, session.site),
	save(session: Session, rules: RetentionRules): void {
		const { store, reader } = openVaultOf(session, 'office');
		store.atomically(() => {
			const fields = { ...rules } as Fields;
			if (storedRules(reader, session.site)) store.update(retentionRulesKind, session.site, fields, session.acting);
			else store.insert(retentionRulesKind, session.site, fields, session.acting);
		});
	},
};
