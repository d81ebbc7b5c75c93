import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { formatMonth } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Stocktake.module.css';
import { texts } from './texts.ts';

type Scope = 'everything' | 'location' | 'category';

/** What is counted, and under which name. */
export function StartStocktake() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const [name, setName] = useState(() => {
		const month = localDateOf(Date.now()).slice(0, 7);
		return t.nameProposal(`${formatMonth(month)} ${month.slice(0, 4)}`);
	});
	const [scope, setScope] = useState<Scope>('everything');
	const [word, setWord] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const words = useQuery(api.inventory.words.queryOptions());
	const start = useMutation(
		api.stocktake.start.mutationOptions({
			onSuccess: async ({ id }) => {
				await queryClient.invalidateQueries({ queryKey: api.stocktake.key() });
				await navigate({ to: '/inventar/inventur/$id', params: { id } });
			},
		}),
	);
	const isNameMissing = name.trim() === '';
	const isWordMissing = scope !== 'everything' && word === null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (isNameMissing || isWordMissing) return;
		start.mutate({ name, location: scope === 'location' ? word : null, category: scope === 'category' ? word : null });
	};
	return (
		<Section title={t.start}>
			<form onSubmit={submit} noValidate>
				<Stack>
					<div className={classes.startFields}>
						<TextInput
							label={t.name}
							required
							maxLength={120}
							value={name}
							error={tried && isNameMissing ? t.needsName : undefined}
							onChange={(event) => setName(event.currentTarget.value)}
						/>
						<Select
							label={t.scope}
							data={[
								{ value: 'everything', label: t.everything },
								{ value: 'location', label: t.onlyPlace },
								{ value: 'category', label: t.onlyCategory },
							]}
							value={scope}
							allowDeselect={false}
							onChange={(value) => {
								setScope((value ?? 'everything') as Scope);
								setWord(null);
							}}
						/>
						{scope !== 'everything' && (
							<Select
								{...scrollingOptions}
								key={scope}
								label={scope === 'location' ? t.place : t.category}
								required
								searchable
								data={(scope === 'location' ? words.data?.locations : words.data?.categories) ?? []}
								value={word}
								error={tried && isWordMissing ? t.choose : undefined}
								onChange={setWord}
							/>
						)}
					</div>
					<ErrorNotice error={start.error} />
					<Group>
						<Button type="submit" loading={start.isPending}>
							{t.startNow}
						</Button>
					</Group>
				</Stack>
			</form>
		</Section>
	);
}
