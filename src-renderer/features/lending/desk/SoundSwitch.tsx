import { UnstyledButton } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { changePreferences, usePreferences } from '#renderer/rpc/preferences.ts';
import { play } from '#renderer/ui/scanner/sounds.ts';
import classes from './Desk.module.css';
import { texts } from './texts.ts';

/** On or off, kept on this PC. */
export function SoundSwitch() {
	const t = useTexts(texts);
	const { sounds } = usePreferences();
	const Icon = sounds ? IconVolume : IconVolumeOff;
	return (
		<UnstyledButton
			className={classes.tile}
			onClick={() => {
				changePreferences({ sounds: !sounds });
				if (!sounds) play('good');
			}}
		>
			<Icon size="1.5rem" stroke={1.7} aria-hidden />
			{sounds ? t.soundOn : t.soundOff}
		</UnstyledButton>
	);
}
