import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { FirstAccess } from '#renderer/print/FirstAccessSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { type MemberOverview, type Role, SignInName } from '#shared/features/members/model.ts';
import { LedgerError } from '../LedgerError.tsx';
import { useSession } from '../session.ts';
import { areNamesValid, MemberNameFields } from './MemberNameFields.tsx';
import { RolesField } from './RolesField.tsx';
import { StartPassphraseField } from './StartPassphraseField.tsx';
import { texts } from './texts.ts';
import { useConsequences } from './useConsequences.ts';
import { listOf } from './words.ts';

export interface AddMemberProps {
	members: readonly MemberOverview[];
	onClose: () => void;
	/** Added; the slip is to be shown. */
	onAdded: (access: FirstAccess) => void;
}

export function AddMember({ members, onClose, onAdded }: AddMemberProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { profile, vaults } = useSession();
	const [names, setNames] = useState({ name: '', signInName: '' });
	const [roles, setRoles] = useState<Role[]>([]);
	const [startPassphrase, setStartPassphrase] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const onPassphrase = useCallback((next: string | null) => setStartPassphrase(next), []);
	const form = useRef<HTMLFormElement>(null);
	const add = useMutation(
		api.members.add.mutationOptions({
			onSuccess: (_, { name, signInName, startPassphrase }) => {
				void queries.invalidateQueries({ queryKey: api.members.key() });
				onAdded({ name, signInName, startPassphrase, again: false });
			},
			onError: () => focusFirstWrong(form.current),
		}),
	);
	const readers = members.filter(({ access }) => access.some(({ vault, state }) => vault === 'counselling' && state === 'reads'));
	const mustBeConfirmed = roles.includes('counsellor') && !vaults.includes('counselling');
	const taken = refusalCode(add.error) === 'SIGN_IN_NAME_TAKEN';

	const submit = () => {
		setTried(true);
		if (add.isPending) return;
		if (!areNamesValid(names) || roles.length === 0 || startPassphrase === null) return focusFirstWrong(form.current);
		add.mutate({ name: names.name.trim(), signInName: SignInName.parse(names.signInName), roles, startPassphrase });
	};

	return (
		<Modal
			opened
			size="lg"
			title={<strong>{t.add}</strong>}
			closeOnClickOutside={false}
			onClose={() => !add.isPending && onClose()}
		>
			<form
				ref={form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<Stack gap="lg">
					<MemberNameFields
						suggest
						value={names}
						showProblems={tried}
						error={add.error}
						onChange={(next) => {
							if (next.signInName !== names.signInName) add.reset();
							setNames(next);
						}}
					/>
					<RolesField
						label={t.rolesLabel}
						value={roles}
						onChange={setRoles}
						error={tried && roles.length === 0 && t.rolesMissing}
					/>
					{mustBeConfirmed && (
						<Alert color="clay" variant="light" icon={<IconKey aria-hidden />} role="status">
							{readers.length > 0 ? t.mustBeConfirmed(listOf(readers.map(({ name }) => name))) : <NobodyReads />}
						</Alert>
					)}
					<StartPassphraseField
						onChange={onPassphrase}
						known={[names.name, names.signInName, profile.name, profile.organisation]}
						showProblems={tried}
					/>
					<DialogActions notice={!taken && <LedgerError error={add.error} />}>
						<Button variant="default" disabled={add.isPending} onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={add.isPending}>
							{t.take}
						</Button>
					</DialogActions>
				</Stack>
			</form>
		</Modal>
	);
}

/** Whether the case files open by themselves, or only with the kit: asked as if one took the role oneself. */
function NobodyReads() {
	const t = useTexts(texts);
	const { member } = useSession();
	const found = useConsequences(member.id, { kind: 'roles', roles: [...member.roles, 'counsellor'] }, false);
	return found.data === undefined ? null : found.data.kitOnly.includes('counselling') ? t.onlyKitReads : t.nobodyEverRead;
}
