import { IconArchive, IconCircleCheck, IconPackage, IconSearch, IconTool } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Damage, DamageStage } from '#shared/features/maintenance/model.ts';
import classes from './Damage.module.css';
import { stageWord, texts } from './texts.ts';

const ICONS: Record<DamageStage, typeof IconTool> = {
	found: IconSearch,
	parts: IconPackage,
	repairing: IconTool,
	fixed: IconCircleCheck,
	retired: IconArchive,
};

/** The stage as picture and word; the colour only repeats them. */
export function StageMark({ damage: { kind, stage } }: { damage: Pick<Damage, 'kind' | 'stage'> }) {
	const t = useTexts(texts);
	const Icon = ICONS[stage];
	return (
		<span className={classes.mark} data-stage={stage}>
			<Icon size="1.125rem" aria-hidden />
			<span>{stageWord(t, kind, stage)}</span>
		</span>
	);
}
