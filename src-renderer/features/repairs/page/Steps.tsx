import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconCheck, IconHandGrab, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { formatDay, formatMinutes, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import type { Repair } from '#shared/features/repairs/model.ts';
import { nextStages } from '#shared/features/repairs/stages.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from '../Repair.module.css';
import { refreshRepairs } from '../refresh-repairs.ts';
import { stepTexts } from '../step-texts.ts';
import { moveRepair, takeRepair } from '../steps.ts';
import { pageTexts } from './texts.ts';

/** Where it stands, who has it in hand, and where it goes from here. */
export function Steps({ repair, onFinish }: { repair: Repair; onFinish(): void }) {
	const t = useTexts(pageTexts);
	const steps = useTexts(stepTexts);
	const { acting } = useSession();
	const { stage, helpers } = repair;
	const isMine = helpers.some(({ id }) => id === acting.id);
	const next = nextStages(stage)
		.filter((to) => to !== 'done')
		.filter((to) => stage !== 'waiting' || to !== 'in_work');
	return (
		<Section title={t.stage}>
			<p className={classes.quiet}>
				<Waited repair={repair} />
			</p>
			<Group gap="xs">
				{stage !== 'done' && !isMine && (
					<Button
						variant={stage === 'waiting' ? 'filled' : 'default'}
						leftSection={<IconHandGrab size={18} aria-hidden />}
						onClick={() => void takeRepair(repair, steps)}
					>
						{stage === 'waiting' ? steps.take : steps.join}
					</Button>
				)}
				{stage !== 'done' &&
					next.map((to) => (
						<Button key={to} variant="default" onClick={() => void moveRepair(repair, to, steps)}>
							{steps.to[to]}
						</Button>
					))}
				{stage === 'done' ? (
					<>
						<Button variant="default" onClick={() => void moveRepair(repair, 'in_work', steps)}>
							{steps.reopen}
						</Button>
						<Button variant="default" onClick={onFinish}>
							{t.changeResult}
						</Button>
					</>
				) : (
					<Button
						variant={stage === 'waiting' ? 'default' : 'filled'}
						leftSection={<IconCheck size={18} aria-hidden />}
						onClick={onFinish}
					>
						{t.finish}
					</Button>
				)}
			</Group>
			<Hands repair={repair} />
		</Section>
	);
}

function Waited({ repair: { arrivedAt, takenAt, doneAt, stage } }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const now = useNow(30_000);
	const minutes = (until: number) => formatMinutes(Math.max(0, Math.floor((until - arrivedAt) / 60_000)));
	return [
		t.arrived(formatDay(arrivedAt), formatTime(arrivedAt)),
		stage === 'waiting' ? t.waitedFor(minutes(now)) : takenAt !== null && t.tookUntil(minutes(takenAt)),
		doneAt !== null && t.doneAt(formatDay(doneAt), formatTime(doneAt)),
	]
		.filter(Boolean)
		.join(' · ');
}

function Hands({ repair: { id, helpers } }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const members = useQuery(api.members.list.queryOptions());
	const set = async (memberId: MemberId, helps: boolean) => {
		await client.repairs.setHelper({ id, memberId, helps });
		await refreshRepairs();
	};
	const change = (memberId: MemberId, helps: boolean, name: string) =>
		set(memberId, helps).then(() => {
			if (!helps) showUndo(t.left(name), () => set(memberId, true));
		}, showError);
	const others = (members.data ?? []).filter((member) => !helpers.some((one) => one.id === member.id));
	return (
		<div className={classes.hands}>
			<h3>{t.helpers}</h3>
			{helpers.length === 0 && <p className={classes.quiet}>{t.noHelpers}</p>}
			<ul className={classes.names}>
				{helpers.map(({ id: member, name }) => (
					<li key={member}>
						{name}
						<ActionIcon variant="subtle" size={26} aria-label={t.leave(name)} onClick={() => void change(member, false, name)}>
							<IconX size={16} aria-hidden />
						</ActionIcon>
					</li>
				))}
			</ul>
			<Select
				aria-label={t.addHelper}
				placeholder={t.addHelper}
				searchable
				value={null}
				data={others.map((member) => ({ value: member.id, label: member.name }))}
				onChange={(member) => {
					const name = others.find((one) => one.id === member)?.name;
					if (member !== null && name !== undefined) void change(member as MemberId, true, name);
				}}
				maw="16rem"
			/>
		</div>
	);
}
