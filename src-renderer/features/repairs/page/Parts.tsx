import { ActionIcon, Button, Group, Input, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { formatMoney, parseMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Repair } from '#shared/features/repairs/model.ts';
import classes from '../Repair.module.css';
import { refreshRepairs } from '../refresh-repairs.ts';
import { pageTexts } from './texts.ts';

const MOST = 30;

/** Parts that went in, and what they cost. */
export function Parts({ repair: { id, parts } }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const [name, setName] = useState('');
	const [price, setPrice] = useState('');
	const [tried, setTried] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const cents = parseMoney(price);
	const wrong = !tried ? null : name.trim() === '' ? t.partMissing : cents === undefined ? t.amountWrong : null;
	const store = async (next: Repair['parts']) => {
		try {
			await client.repairs.update({ id, changes: { parts: next } });
			await refreshRepairs();
			return true;
		} catch (error) {
			showError(error);
			return false;
		}
	};
	const add = async (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (name.trim() === '' || cents === undefined) return;
		if (!(await store([...parts, { name: name.trim(), costCents: cents }]))) return;
		setName('');
		setPrice('');
		setTried(false);
		field.current?.focus();
	};
	return (
		<Section title={t.parts}>
			{parts.length === 0 && <p className={classes.quiet}>{t.noParts}</p>}
			<ul className={classes.rows}>
				{parts.map((part, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the same part may have gone in twice
					<li key={`${part.name} ${at}`}>
						<span>{part.name}</span>
						<span className={classes.side}>{part.costCents !== null && formatMoney(part.costCents)}</span>
						<ActionIcon
							variant="subtle"
							size={26}
							aria-label={t.removePart(part.name)}
							onClick={() => void store(parts.filter((_, other) => other !== at))}
						>
							<IconX size={16} aria-hidden />
						</ActionIcon>
					</li>
				))}
			</ul>
			{parts.length < MOST && (
				<form noValidate onSubmit={(event) => void add(event)}>
					<Group gap="xs" align="flex-end">
						<TextInput
							ref={field}
							label={t.partName}
							maxLength={120}
							value={name}
							error={tried && name.trim() === ''}
							aria-describedby="part-wrong"
							onChange={(event) => setName(event.currentTarget.value)}
							flex={1}
							miw="8rem"
						/>
						<TextInput
							label={t.partCost}
							inputMode="decimal"
							maxLength={20}
							value={price}
							error={tried && cents === undefined}
							aria-describedby="part-wrong"
							onChange={(event) => setPrice(event.currentTarget.value)}
							w="6rem"
						/>
						<Button type="submit" variant="default">
							{t.addPart}
						</Button>
					</Group>
					{wrong !== null && (
						<Input.Error id="part-wrong" role="alert" mt="xs">
							{wrong}
						</Input.Error>
					)}
				</form>
			)}
		</Section>
	);
}
