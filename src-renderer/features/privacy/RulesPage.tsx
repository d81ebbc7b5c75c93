import { Anchor, Button, NumberInput, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { RetentionRules } from '#shared/features/privacy/model.ts';
import classes from './Privacy.module.css';
import { texts } from './texts.ts';

const FIELDS = ['caseMonths', 'personMonths', 'borrowerMonths', 'visitorMonths'] as const;

/** How long what is kept; nothing of anybody is seen here. */
export function RulesPage() {
	const t = useTexts(texts);
	const rules = useQuery(api.privacy.rules.queryOptions());
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/einstellungen" {...props} />}>{t.backToSettings}</Anchor>}
				title={t.rulesTitle}
				subtitle={t.rulesIntro}
			/>
			<ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
			{rules.data ? <RulesForm rules={rules.data} /> : rules.isPending && <Skeleton height={200} />}
		</Page>
	);
}

function RulesForm({ rules }: { rules: RetentionRules }) {
	const t = useTexts(texts);
	const [values, setValues] = useState<Record<(typeof FIELDS)[number], number | string>>(rules);
	const isWrong = (field: (typeof FIELDS)[number]) => !RetentionRules.shape[field].safeParse(values[field]).success;
	const save = useMutation({
		mutationFn: (wanted: RetentionRules) => client.privacy.saveRules(wanted),
		onSuccess: async () => {
			await queryClient.invalidateQueries({ queryKey: api.privacy.key() });
			showNotice(t.saved);
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const wanted = RetentionRules.safeParse(values);
		if (wanted.success) save.mutate(wanted.data);
		else focusFirstWrong(event.currentTarget);
	};
	return (
		<form noValidate onSubmit={submit}>
			<Section title={t.rules} description={t.funderRule}>
				<Stack>
					<div className={classes.numbers}>
						{FIELDS.map((field) => (
							<NumberInput
								key={field}
								label={t.rule[field]}
								description={t.ruleHint[field]}
								error={isWrong(field) ? t.ruleWrong : undefined}
								inputWrapperOrder={['label', 'input', 'description', 'error']}
								allowDecimal={false}
								allowNegative={false}
								clampBehavior="none"
								suffix={t.months(Number(values[field]))}
								value={values[field]}
								onChange={(value) => setValues({ ...values, [field]: value })}
							/>
						))}
					</div>
					<ErrorNotice error={save.error} />
					<div>
						<Button type="submit" loading={save.isPending}>
							{t.save}
						</Button>
					</div>
				</Stack>
			</Section>
		</form>
	);
}
