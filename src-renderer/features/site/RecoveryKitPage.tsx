import { Alert, Button, Group, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ORPCError } from '@orpc/client';
import { IconCircleCheck, IconFileX, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { RecoveryKitSheet } from '#renderer/print/RecoveryKitSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { texts as kitTexts } from './kit-texts.ts';
import classes from './RecoveryKitPage.module.css';
import { texts } from './texts.ts';

/** Print the kit, then type part of it back from the paper. Once confirmed it is never shown again. */
export function RecoveryKitPage() {
	const t = useTexts(texts);
	const tKit = useTexts(kitTexts);
	const { profile, kitPending } = useSession();
	const renewed = useKitRenewed();
	const [confirmed, setConfirmed] = useState(false);
	const pending = useQuery({ ...api.site.pendingKit.queryOptions(), enabled: kitPending && !confirmed, gcTime: 0 });
	if (confirmed || !kitPending || refusalCode(pending.error) === 'NOT_FOUND')
		return <Confirmed justNow={confirmed} renewed={renewed} />;
	return (
		<Page>
			<PageHeader
				title={t.kitTitle}
				subtitle={t.kitIntro}
				actions={
					<Button
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						disabled={!pending.data}
						onClick={() => window.print()}
					>
						{t.kitPrint}
					</Button>
				}
			/>
			{renewed && (
				<Alert color="clay" variant="light" icon={<IconFileX aria-hidden />}>
					{tKit.replaces}
				</Alert>
			)}
			<ErrorNotice error={pending.error} onRetry={() => void pending.refetch()} />
			{pending.isPending && <Skeleton height={400} />}
			{pending.data && (
				<div className={classes.columns}>
					<PrintSheet label={t.kitTitle}>
						<RecoveryKitSheet kit={pending.data.kit} profile={profile} printedAt={Date.now()} replaces={renewed} />
					</PrintSheet>
					<TypeBack ask={pending.data.ask} onConfirmed={() => setConfirmed(true)} />
				</div>
			)}
		</Page>
	);
}

/** Whether this kit has replaced another one. */
function useKitRenewed(): boolean {
	const history = useQuery(api.members.history.queryOptions());
	return history.data?.some(({ what }) => what === 'kit_renewed') ?? false;
}

function TypeBack({ ask, onConfirmed }: { ask: readonly number[]; onConfirmed: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const form = useForm<Record<string, string>>({
		initialValues: Object.fromEntries(ask.map((group) => [`group${group}`, ''])),
		validate: Object.fromEntries(
			ask.map((group) => [`group${group}`, (text: string) => (text.trim() === '' ? t.missing : null)]),
		),
	});
	const confirm = useMutation(
		api.site.confirmKit.mutationOptions({
			onSuccess: async () => {
				onConfirmed();
				queries.removeQueries({ queryKey: api.site.pendingKit.key() });
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
			onError: (error) => {
				for (const group of wrongGroups(error)) form.setFieldError(`group${group}`, t.kitGroupWrong);
			},
		}),
	);
	return (
		<Section title={t.kitCheckTitle} description={t.kitCheckIntro}>
			<form
				noValidate
				onSubmit={form.onSubmit((values) =>
					confirm.mutate({ answers: ask.map((group) => ({ group, text: values[`group${group}`] ?? '' })) }),
				)}
			>
				<div className={classes.groups}>
					{ask.map((group) => (
						<TextInput
							key={group}
							label={t.kitGroup(group + 1)}
							maxLength={20}
							autoComplete="off"
							autoCapitalize="characters"
							spellCheck={false}
							classNames={{ input: classes.group ?? '' }}
							{...form.getInputProps(`group${group}`)}
						/>
					))}
				</div>
				{refusalCode(confirm.error) !== 'KIT_MISMATCH' && <ErrorNotice error={confirm.error} />}
				<Group mt="lg">
					<Button type="submit" loading={confirm.isPending}>
						{t.kitConfirm}
					</Button>
					<Button variant="subtle" renderRoot={(props) => <Link to="/" {...props} />}>
						{t.kitLater}
					</Button>
				</Group>
			</form>
		</Section>
	);
}

function wrongGroups(error: unknown): readonly number[] {
	if (!(error instanceof ORPCError) || error.code !== 'KIT_MISMATCH') return [];
	const data: unknown = error.data;
	return typeof data === 'object' && data !== null && 'groups' in data && Array.isArray(data.groups) ? data.groups : [];
}

function Confirmed({ justNow, renewed }: { justNow: boolean; renewed: boolean }) {
	const t = useTexts(texts);
	const tKit = useTexts(kitTexts);
	const { vaults } = useSession();
	const share = useQuery(api.share.status.queryOptions());
	const noShare = share.data?.state === 'none';
	return (
		<Page>
			<PageHeader title={t.kitTitle} />
			<EmptyState
				icon={<IconCircleCheck />}
				title={justNow ? t.kitDoneTitle : t.kitTitle}
				action={
					<Group justify="center">
						{justNow && noShare && <Button renderRoot={(props) => <Link to="/sicherung" {...props} />}>{t.toShare}</Button>}
						<Button variant={justNow && noShare ? 'default' : 'filled'} renderRoot={(props) => <Link to="/" {...props} />}>
							{t.toToday}
						</Button>
					</Group>
				}
			>
				{justNow ? t.kitDoneBody : t.kitDoneNone} {justNow && renewed && tKit.replaced}{' '}
				{justNow && renewed && !vaults.includes('counselling') && tKit.casesWait} {justNow && noShare && t.kitNextShare}
			</EmptyState>
		</Page>
	);
}
