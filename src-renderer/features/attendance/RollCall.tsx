import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { AttendeeName, anotherOfTheName, type Head, nameKey } from '#shared/features/attendance/model.ts';
import classes from './Attendance.module.css';
import { mark, markRefusal, type OfSession, unmark } from './mark.ts';
import { texts } from './texts.ts';

interface Props {
	of: OfSession;
	present: readonly Head[];
	known: readonly string[];
}

/** What is wrong with the name that was typed; `name`: somebody of it is there already. */
type Problem = { readonly words: string; readonly name?: string };

/** Ticking off who is known, typing who is not, counting who gives no name. */
export function RollCall({ of, present, known }: Props) {
	const t = useTexts(texts);
	const hint = useId();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState('');
	const [problem, setProblem] = useState<Problem | null>(null);
	const rows = useRows([...known, ...present.flatMap(({ name }) => name ?? [])]);
	const thereBy = new Map(present.flatMap((head) => (head.name === null ? [] : [[nameKey(head.name), head] as const])));
	const nameless = present.filter(({ name }) => name === null);

	useEffect(() => field.current?.focus(), []);

	const trying = async (work: Promise<unknown>) => {
		try {
			await work;
			return true;
		} catch (error) {
			setProblem({ words: markRefusal(error) });
			return false;
		}
	};
	const add = async (name: string) => {
		setText('');
		setProblem(null);
		field.current?.focus();
		const adding = mark(of, { via: 'roll_call', names: [{ name, line: null }], anonymous: 0 });
		if (!(await trying(adding))) {
			setText((typedSince) => typedSince || name);
			return;
		}
		if ((await adding).already.length > 0) setProblem({ words: t.already(name), name });
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		// Read from the field: Enter may come before its last letter has been rendered.
		const typed = (field.current?.value ?? text).trim();
		if (typed === '') setProblem({ words: t.nameMissing });
		else if (!AttendeeName.safeParse(typed).success) setProblem({ words: t.tooLong });
		else void add(typed);
	};
	const toggle = (name: string) => {
		const head = thereBy.get(nameKey(name));
		setProblem(null);
		void trying(head ? unmark([head.id]) : mark(of, { via: 'roll_call', names: [{ name, line: null }], anonymous: 0 }));
	};
	const other =
		problem?.name === undefined
			? null
			: anotherOfTheName(thereBy.get(nameKey(problem.name))?.name ?? problem.name, new Set(thereBy.keys()));
	const last = nameless.at(-1);
	return (
		<Section title={t.who}>
			<form onSubmit={submit} noValidate className={classes.nameForm}>
				<TextInput
					ref={field}
					label={t.name}
					size="lg"
					autoComplete="off"
					spellCheck={false}
					value={text}
					error={problem !== null}
					aria-describedby={hint}
					onChange={(event) => {
						setText(event.currentTarget.value);
						setProblem(null);
					}}
				/>
				<Button type="submit" size="lg" variant="default">
					{t.add}
				</Button>
			</form>
			<p
				id={hint}
				className={classes.hint}
				data-wrong={problem !== null || undefined}
				role={problem === null ? undefined : 'alert'}
			>
				{problem?.words ?? t.nameHint}
			</p>
			{other !== null && (
				<div>
					<Button size="sm" variant="light" onClick={() => void add(other)}>
						{t.addOther(other)}
					</Button>
				</div>
			)}
			<div className={classes.nameless}>
				<Button variant="default" onClick={() => void trying(mark(of, { via: 'roll_call', names: [], anonymous: 1 }))}>
					{t.oneMore}
				</Button>
				<Button
					variant="default"
					px="sm"
					aria-label={t.oneLess}
					title={t.oneLess}
					// Not `disabled`: the focus would be lost with the last one.
					{...(!last && { 'data-disabled': true })}
					aria-disabled={!last}
					onClick={() => last && void trying(unmark([last.id]))}
				>
					<IconMinus size={18} aria-hidden />
				</Button>
				<span role="status">{t.anonymous(nameless.length)}</span>
			</div>
			{rows.length === 0 ? (
				<p className={classes.quiet}>{t.whoNone}</p>
			) : (
				<>
					<p className={classes.quiet}>{t.whoHint}</p>
					<ul className={classes.toggles} aria-label={t.who}>
						{rows.map((name) => {
							const isThere = thereBy.has(nameKey(name));
							return (
								<li key={nameKey(name)}>
									<button type="button" className={classes.toggle} aria-pressed={isThere} onClick={() => toggle(name)}>
										<span className={classes.box} aria-hidden>
											{isThere && <IconCheck size={20} stroke={3} />}
										</span>
										{name}
									</button>
								</li>
							);
						})}
					</ul>
				</>
			)}
		</Section>
	);
}

/** Names stay where they are while somebody ticks them off; who becomes known or is entered meanwhile comes last. */
function useRows(known: readonly string[]): readonly string[] {
	const [rows, setRows] = useState<readonly string[]>([]);
	const keys = new Set(rows.map(nameKey));
	const more = known.filter((name) => !keys.has(nameKey(name)));
	if (more.length === 0) return rows;
	const next = [...rows, ...new Map(more.map((name) => [nameKey(name), name])).values()];
	setRows(next);
	return next;
}
