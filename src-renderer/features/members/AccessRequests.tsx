import { Button, Group, Modal } from '@mantine/core';
import { IconFileCertificate, IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { WaitingMember } from '#shared/features/members/model.ts';
import classes from './AccessRequests.module.css';
import { texts } from './access-texts.ts';
import { LedgerError } from './LedgerError.tsx';
import { roleWords } from './role-words.ts';
import { useWaiting } from './useWaiting.ts';

/** Who waits for the case files, on the day page of those who can open them for others. Nothing when nobody does. */
export function AccessRequests() {
	const t = useTexts(texts);
	const { roles } = useTexts(roleWords);
	const waiting = useWaiting();
	const [asked, setAsked] = useState<WaitingMember | null>(null);
	if (waiting.data === undefined || (waiting.data.length === 0 && asked === null)) return null;
	return (
		<div className={classes.frame}>
			<Section title={t.title} description={t.intro}>
				<ul className={classes.list}>
					{waiting.data.map((who) => {
						const isKit = who.id === 'recovery';
						const name = isKit ? t.kit : who.name;
						const Icon = isKit ? IconFileCertificate : IconUserPlus;
						return (
							<li key={who.id} className={classes.who}>
								<Icon size="1.5rem" stroke={1.6} aria-hidden />
								<span className={classes.words}>
									<strong>{name}</strong>
									<span className={classes.detail}>{isKit ? t.kitDetail : who.roles.map((role) => roles[role]).join(' · ')}</span>
									{who.hasStartPassphrase && <span className={classes.detail}>{t.stillStart}</span>}
								</span>
								{!who.hasStartPassphrase && (
									<Button size="sm" onClick={() => setAsked(who)} aria-label={t.giveTo(name)}>
										{t.give}
									</Button>
								)}
							</li>
						);
					})}
				</ul>
				{asked && <GiveAccess who={asked} onClose={() => setAsked(null)} />}
			</Section>
		</div>
	);
}

/** Says what it means before it is done: one vault holds all case files. */
function GiveAccess({ who, onClose }: { who: WaitingMember; onClose: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const isKit = who.id === 'recovery';
	useReturnFocus();
	const give = useMutation(
		api.members.giveAccess.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.members.key() });
				showNotice(isKit ? t.givenKit : t.given(who.name));
				onClose();
			},
			// Perhaps somebody else was quicker, or it was taken back.
			onError: () => queries.invalidateQueries({ queryKey: api.members.waiting.key() }),
		}),
	);
	return (
		<Modal opened onClose={onClose} title={<strong>{isKit ? t.dialogTitleKit : t.dialogTitle(who.name)}</strong>} size="lg">
			<div className={classes.dialog}>
				<p>{isKit ? t.kitMeans : t.meansAll(who.name)}</p>
				{!isKit && <p>{t.meansNotes}</p>}
				<p className={classes.sure}>{isKit ? t.kitSure : t.sure(who.name)}</p>
				<p>{t.unsure}</p>
				<LedgerError error={give.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose} data-autofocus>
						{t.cancel}
					</Button>
					<Button loading={give.isPending} onClick={() => give.mutate({ id: who.id })}>
						{t.confirm}
					</Button>
				</Group>
			</div>
		</Modal>
	);
}
