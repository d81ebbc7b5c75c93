import { Alert, Button } from '@mantine/core';
import { IconCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Damage, DamageStage } from '#shared/features/maintenance/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Damage.module.css';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';
import { stageWord, texts } from './texts.ts';

/** How far a case is: every stage is one click away, and one click back. */
export function StageSteps({ damage, onChecklist }: { damage: Damage; onChecklist: readonly string[] }) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const [busy, setBusy] = useState<DamageStage | null>(null);
	const { id, kind } = damage;

	const set = async (stage: DamageStage, list: { drop: readonly string[]; putBack: readonly string[] }) => {
		await client.maintenance.setStage({ id, stage, drop: [...list.drop], putBack: [...list.putBack] });
		await refreshDamages();
	};
	const go = async (stage: DamageStage) => {
		if (stage === damage.stage) return;
		const before = damage.stage;
		setBusy(stage);
		try {
			await set(stage, { drop: [], putBack: [] });
			const takesItem = stage === 'retired' && kind !== 'accessory';
			showUndo(takesItem ? t.stageSetRetired(damage.itemName) : t.stageSet(stageWord(words, kind, stage)), () =>
				set(before, { drop: [], putBack: [] }),
			);
		} catch (error) {
			showError(error);
		} finally {
			setBusy(null);
		}
	};
	const drop = async () => {
		const names = [...onChecklist];
		try {
			await set(damage.stage, { drop: names, putBack: [] });
			showUndo(t.dropped(names.join(', ')), () => set(damage.stage, { drop: [], putBack: names }));
		} catch (error) {
			showError(error);
		}
	};

	return (
		<Section title={t.stages} description={t.stagesWords}>
			<ol className={classes.steps}>
				{stagesOf(damage).map((stage) => {
					const isNow = stage === damage.stage;
					return (
						<li key={stage}>
							<Button
								size="sm"
								px="sm"
								variant={isNow ? 'filled' : 'default'}
								aria-current={isNow ? 'step' : undefined}
								leftSection={isNow && <IconCheck size={18} aria-hidden />}
								loading={busy === stage}
								onClick={() => void go(stage)}
							>
								{stageWord(words, kind, stage)}
							</Button>
						</li>
					);
				})}
			</ol>
			{damage.closedOn !== null && <p className={classes.quiet}>{t.closedOn(formatLocalDate(damage.closedOn))}</p>}
			{kind === 'accessory' && damage.stage === 'retired' && onChecklist.length > 0 && (
				<Alert color="petrol" variant="light" role="status" icon={<IconListCheck aria-hidden />}>
					{t.onChecklist(onChecklist.join(', '))}{' '}
					<Button size="compact-sm" variant="default" onClick={() => void drop()}>
						{t.drop}
					</Button>
				</Alert>
			)}
		</Section>
	);
}

/** Nothing is repaired where something is gone. */
const stagesOf = ({ kind, stage }: Damage): readonly DamageStage[] =>
	DamageStage.options.filter((one) => kind !== 'accessory' || one !== 'repairing' || one === stage);
