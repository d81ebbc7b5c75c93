import { Loader } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { SampleMember } from '#shared/features/site/model.ts';
import { roleWords } from './role-words.ts';
import classes from './SignInPage.module.css';
import { texts } from './texts.ts';

export interface SampleMembersProps {
	members: readonly SampleMember[];
	/** Sign-in name that is being signed in. */
	busy: string | null;
	onChoose: (member: SampleMember) => void;
}

/** The invented staff with their passphrases: one click signs in. Exists only in the sample office. */
export function SampleMembers({ members, busy, onChoose }: SampleMembersProps) {
	const t = useTexts(texts);
	const { roles } = useTexts(roleWords);
	return (
		<ul className={classes.names}>
			{members.map((member) => (
				<li key={member.signInName}>
					<button type="button" className={classes.name} disabled={busy !== null} onClick={() => onChoose(member)}>
						<span className={classes.initial} aria-hidden>
							{busy === member.signInName ? <Loader size="sm" color="white" /> : [...member.name][0]}
						</span>
						<span className={classes.who}>
							<strong>{member.name}</strong>
							<span className={classes.roles}>
								{member.roles.map((role) => roles[role]).join(', ')} · {t.sampleSignInName(member.signInName)}
							</span>
							<span className={classes.passphrase}>{t.samplePassphrase(member.passphrase)}</span>
						</span>
					</button>
				</li>
			))}
		</ul>
	);
}
