import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { type MemberOverview, SignInName } from '#shared/features/members/model.ts';
import { LedgerError } from '../LedgerError.tsx';
import { texts as changeTexts } from './change-texts.ts';
import { areNamesValid, MemberNameFields } from './MemberNameFields.tsx';
import { texts } from './texts.ts';

export function RenameMember({ member, onClose }: { member: MemberOverview; onClose: () => void }) {
	const t = useTexts(texts);
	const words = useTexts(changeTexts);
	const queries = useQueryClient();
	const [names, setNames] = useState({ name: member.name, signInName: member.signInName });
	const [tried, setTried] = useState(false);
	const rename = useMutation(
		api.members.rename.mutationOptions({
			onSuccess: () => {
				void queries.invalidateQueries({ queryKey: api.members.key() });
				void queries.invalidateQueries({ queryKey: api.site.status.key() });
				showNotice(words.done.renamed);
				onClose();
			},
		}),
	);
	const unchanged = names.name.trim() === member.name && names.signInName === member.signInName;
	const submit = () => {
		setTried(true);
		if (!areNamesValid(names) || rename.isPending) return;
		if (unchanged) return onClose();
		rename.mutate({ id: member.id, name: names.name.trim(), signInName: SignInName.parse(names.signInName) });
	};
	return (
		<Modal opened size="lg" title={<strong>{words.renameTitle}</strong>} onClose={() => !rename.isPending && onClose()}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<Stack gap="lg">
					<MemberNameFields
						suggest={false}
						value={names}
						showProblems={tried}
						error={rename.error}
						onChange={(next) => {
							if (next.signInName !== names.signInName) rename.reset();
							setNames(next);
						}}
					/>
					{refusalCode(rename.error) !== 'SIGN_IN_NAME_TAKEN' && <LedgerError error={rename.error} />}
					<Group justify="flex-end">
						<Button variant="default" disabled={rename.isPending} onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={rename.isPending}>
							{t.save}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
