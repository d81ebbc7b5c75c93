import { Checkbox } from '@mantine/core';
import classes from './Lines.module.css';

interface TicksProps {
	/** Names the group for screen readers. */
	label: string;
	names: readonly string[];
	ticks: readonly boolean[];
	onChange(ticks: boolean[]): void;
}

/** Accessories, each a target for a thumb. */
export function Ticks({ label, names, ticks, onChange }: TicksProps) {
	if (names.length === 0) return null;
	return (
		<fieldset className={classes.ticks} aria-label={label}>
			{names.map((name, at) => (
				<Tick
					// biome-ignore lint/suspicious/noArrayIndexKey: the same thing may belong to it twice
					key={at}
					label={name}
					checked={ticks[at] ?? true}
					onChange={(checked) => onChange(names.map((_, each) => (each === at ? checked : (ticks[each] ?? true))))}
				/>
			))}
		</fieldset>
	);
}

interface TickProps {
	label: string;
	checked: boolean;
	disabled?: boolean;
	/** Read aloud instead of the label, where several have the same. */
	name?: string;
	onChange(checked: boolean): void;
}

export function Tick({ label, checked, disabled = false, name, onChange }: TickProps) {
	return (
		// biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is in it
		<label className={classes.tick} data-checked={checked || undefined} data-disabled={disabled || undefined}>
			<Checkbox
				checked={checked}
				disabled={disabled}
				{...(name !== undefined && { 'aria-label': name })}
				onChange={(event) => onChange(event.currentTarget.checked)}
			/>
			<span>{label}</span>
		</label>
	);
}
