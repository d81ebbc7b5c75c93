import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LedgerError } from '#renderer/features/members/LedgerError.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import classes from './Kiosks.module.css';
import { texts } from './texts.ts';

/** This PC may show the kiosk from now on; whoever does not administer asks for it. */
export function MakeKiosk({ administrator }: { administrator: boolean }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [name, setName] = useState('');
	const [tried, setTried] = useState(false);
	const enrol = useMutation(
		api.kiosk.enrol.mutationOptions({
			onSuccess: async (_, input) => {
				await queries.invalidateQueries({ queryKey: api.kiosk.key() });
				showNotice((administrator ? t.made : t.asked)(input.name));
			},
		}),
	);
	return (
		<>
			<form
				className={classes.make}
				noValidate
				aria-label={t.here}
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (name.trim() !== '') enrol.mutate({ name });
				}}
			>
				<TextInput
					label={t.name}
					description={`${t.hereNot} ${t.nameHint}`}
					maxLength={120}
					value={name}
					error={tried && name.trim() === '' && t.nameMissing}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<Button type="submit" variant="default" loading={enrol.isPending}>
					{administrator ? t.make : t.ask}
				</Button>
			</form>
			<LedgerError error={enrol.error} />
		</>
	);
}
