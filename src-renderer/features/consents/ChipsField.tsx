import { Chip, Input } from '@mantine/core';
import classes from './Consents.module.css';

interface Props<Value extends string> {
	label: string;
	options: readonly Value[];
	words: Readonly<Record<Value, string>>;
	value: readonly Value[];
	onChange(value: Value[]): void;
	/** What is wrong, in words. */
	error?: string | undefined;
}

/** Several of a few choices, all of them in sight. */
export function ChipsField<Value extends string>({ label, options, words, value, onChange, error }: Props<Value>) {
	return (
		<Input.Wrapper label={label} required labelElement="div">
			{/* biome-ignore lint/a11y/useSemanticElements: Mantine's wrapper brings the label */}
			<div role="group" aria-label={label} className={classes.chips} data-wrong={error !== undefined}>
				{options.map((option) => (
					<Chip
						key={option}
						checked={value.includes(option)}
						onChange={(isOn) => onChange(options.filter((one) => (one === option ? isOn : value.includes(one))))}
					>
						{words[option]}
					</Chip>
				))}
			</div>
			{error !== undefined && (
				<p className={classes.wrong} role="alert">
					{error}
				</p>
			)}
		</Input.Wrapper>
	);
}
