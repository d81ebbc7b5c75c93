import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

interface Props {
	label: string;
	value: WallTime | null;
	onChange(value: WallTime | null): void;
	error?: string | undefined;
	unreadable: string;
}

/** A time of day that is typed: `9`, `14.30` and `1430` are understood and put right on leaving. */
export function TimeField({ label, value, onChange, error, unreadable }: Props) {
	const [text, setText] = useState<string>(value ?? '');
	const [known, setKnown] = useState(value);
	const [left, setLeft] = useState(false);
	if (known !== value) {
		setKnown(value);
		if (value !== null) setText(value);
	}
	const take = (typed: string) => {
		const read = parseWallTime(typed) as WallTime | null;
		setKnown(read);
		if (read !== value) onChange(read);
		return read;
	};
	return (
		<TextInput
			label={label}
			required
			inputMode="numeric"
			autoComplete="off"
			maxLength={9}
			maw="8rem"
			value={text}
			error={left && parseWallTime(text) === null ? unreadable : error}
			onChange={(event) => {
				setText(event.currentTarget.value);
				setLeft(false);
				// While it is being typed only a whole time counts: `1` is not yet one o’clock.
				if (/^\d{1,2}[:.]\d{2}$|^\d{4}$/.test(event.currentTarget.value.trim())) take(event.currentTarget.value);
			}}
			onBlur={() => {
				setLeft(true);
				const read = take(text);
				if (read !== null) setText(read);
			}}
		/>
	);
}
