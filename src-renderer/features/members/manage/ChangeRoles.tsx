import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { type MemberOverview, Role } from '#shared/features/members/model.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { Consequences } from './Consequences.tsx';
import { texts as changeTexts } from './change-texts.ts';
import classes from './Manage.module.css';
import { RolesField } from './RolesField.tsx';
import { texts } from './texts.ts';

/** Other roles; what follows stands below while they are chosen. */
export function ChangeRoles({ member, onClose }: { member: MemberOverview; onClose: () => void }) {
	const t = useTexts(texts);
	const words = useTexts(changeTexts);
	const queries = useQueryClient();
	const [roles, setRoles] = useState<Role[]>(() => Role.options.filter((role) => member.roles.includes(role)));
	const [ready, setReady] = useState(false);
	const change = useMutation(
		api.members.changeRoles.mutationOptions({
			onSuccess: () => {
				showNotice(words.done.roles(member.name));
				onClose();
			},
			onSettled: () => queries.invalidateQueries({ queryKey: api.members.key() }),
		}),
	);
	const changed = Role.options.some((role) => roles.includes(role) !== member.roles.includes(role));
	return (
		<ChangeDialog
			title={words.rolesTitle(member.name)}
			confirm={words.rolesSave}
			ready={changed && roles.length > 0 && ready}
			pending={change.isPending}
			error={change.error}
			onConfirm={() => change.mutate({ id: member.id, roles, accepted: true })}
			onClose={onClose}
		>
			<RolesField
				first
				label={t.rolesLabel}
				value={roles}
				error={roles.length === 0 && t.rolesMissing}
				onChange={(next) => {
					setReady(false);
					change.reset();
					setRoles(next);
				}}
			/>
			{changed && roles.length > 0 ? (
				<Consequences
					key={roles.join()}
					member={member}
					change={{ kind: 'roles', roles }}
					beingMade={change.isPending}
					onReady={setReady}
				/>
			) : (
				<p className={classes.dimmed}>{!changed && words.rolesSame}</p>
			)}
		</ChangeDialog>
	);
}
