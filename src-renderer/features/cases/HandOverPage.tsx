import { Anchor, Button, Checkbox, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import { Follows } from './hand-over/Follows.tsx';
import classes from './hand-over/HandOver.module.css';
import { HandOverCases } from './hand-over/HandOverCases.tsx';
import { texts } from './hand-over/texts.ts';
import { refreshCases } from './refreshCases.ts';

const MOST = 500;

/** Gives the case files of one colleague to another. */
export function HandOverPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { member } = useSession();
	const { von } = useSearch({ strict: false });
	const members = useQuery(api.members.list.queryOptions());
	const [from, setFrom] = useState<MemberId | null>((von as MemberId | undefined) ?? member.id);
	const [to, setTo] = useState<MemberId | null>(null);
	/** Those that are not handed over. */
	const [without, setWithout] = useState<ReadonlySet<CaseId>>(new Set());
	const [keepAsDeputy, setKeep] = useState(false);
	const [tried, setTried] = useState(false);
	const cases = useQuery({
		...api.cases.list.queryOptions({
			input: {
				...{ text: '', status: 'current', ownerId: from, offset: 0, limit: MOST },
				sort: { by: 'client', descending: false },
			},
		}),
		enabled: from !== null,
	});
	const rows = from === null ? [] : (cases.data?.rows ?? []);
	const chosen = rows.filter(({ id }) => !without.has(id));
	const all = members.data ?? [];
	const nameOf = (id: MemberId | null) => all.find((one) => one.id === id)?.name ?? '…';
	const counsellors = all.filter(({ roles, removedAt }) => roles.includes('counsellor') && removedAt === null);
	const leavers = all.filter(({ id, roles }) => roles.includes('counsellor') || id === from);
	const handOver = useMutation({
		mutationFn: (wanted: { from: MemberId; to: MemberId }) =>
			client.cases.handOver({ ...wanted, caseIds: chosen.map(({ id }) => id), keepAsDeputy }),
		onSuccess: async ({ leftOut, ...done }, wanted) => {
			await refreshCases();
			if (leftOut.length > 0) showNotice(t.leftOut(leftOut.length));
			if (done.cases.length > 0) {
				showUndo(t.done(done.cases.length, nameOf(wanted.to)), async () => {
					const { count } = await client.cases.takeBack({ ...wanted, ...done });
					if (count < done.cases.length) showNotice(t.notBack(done.cases.length - count));
					await refreshCases();
				});
			}
			await navigate({ to: '/fallakten', search: { zustaendig: wanted.to } });
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (from === null || to === null || chosen.length === 0) focusFirstWrong(event.currentTarget);
		else handOver.mutate({ from, to });
	};
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/fallakten" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
			/>
			<ErrorNotice error={members.error ?? cases.error} onRetry={() => void cases.refetch()} />
			<form noValidate onSubmit={submit} style={{ display: 'contents' }}>
				<div className={classes.pair}>
					<Select
						{...scrollingOptions}
						label={t.from}
						required
						allowDeselect={false}
						data={leavers.map(({ id, name, removedAt }) => ({
							value: id as string,
							label: removedAt === null ? name : t.left(name),
						}))}
						value={from}
						error={tried && from === null && t.fromMissing}
						onChange={(id) => {
							setFrom(id as MemberId | null);
							setWithout(new Set());
							if (id === to) setTo(null);
						}}
					/>
					<Select
						{...scrollingOptions}
						label={t.to}
						required
						data={counsellors.filter(({ id }) => id !== from).map(({ id, name }) => ({ value: id as string, label: name }))}
						value={to}
						error={tried && to === null && t.toMissing}
						onChange={(id) => setTo(id as MemberId | null)}
					/>
				</div>
				<Section title={t.which}>
					{cases.data && rows.length === 0 ? (
						<span className={classes.quiet}>{t.noneOf(nameOf(from))}</span>
					) : (
						<HandOverCases
							rows={rows}
							without={without}
							onChange={setWithout}
							error={tried && chosen.length === 0 ? t.nothingChosen : null}
						/>
					)}
				</Section>
				{from !== null && rows.length > 0 && (
					<Section title={t.follows}>
						<Follows from={from} name={nameOf(from)} cases={chosen} />
						<Checkbox
							label={t.keepAsDeputy(nameOf(from))}
							description={t.keepHint}
							checked={keepAsDeputy}
							onChange={(event) => setKeep(event.currentTarget.checked)}
						/>
					</Section>
				)}
				{refusalCode(handOver.error) === 'MEMBER' ? (
					<span role="alert">{t.memberGone}</span>
				) : (
					<ErrorNotice error={handOver.error} />
				)}
				{rows.length > 0 && (
					<div>
						<Button type="submit" loading={handOver.isPending}>
							{t.submit(chosen.length)}
						</Button>
					</div>
				)}
			</form>
		</Page>
	);
}
