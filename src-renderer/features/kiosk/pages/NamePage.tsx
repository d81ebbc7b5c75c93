import { IconArrowRight } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { Keyboard } from './Keyboard.tsx';
import classes from './Typing.module.css';
import { visitorOf } from './visitor-of.ts';

/** A name, typed on either keyboard. Nothing is suggested, completed or corrected, and no list of names is anywhere near. */
export function NamePage() {
	const { t, visit, go } = useTurn();
	const [name, setName] = useState(visit.visitor?.by === 'name' ? visit.visitor.name : '');
	const [problem, setProblem] = useState<string | null>(null);
	const field = useRef<HTMLInputElement>(null);
	const problemId = useId();
	return (
		<>
			<Heading>
				<label htmlFor="kiosk-name">{t.yourName}</label>
			</Heading>
			<form
				noValidate
				className={classes.form}
				onSubmit={(event) => {
					event.preventDefault();
					const visitor = visitorOf(name);
					if (visitor === 'missing' || visitor === 'too_long') {
						setProblem(visitor === 'missing' ? t.nameMissing : t.nameTooLong);
						field.current?.focus();
					} else if (visitor.by === 'card') go({ to: 'card', number: visitor.number });
					else if (visitor.by === 'name') go({ to: 'name', name: visitor.name });
				}}
			>
				<div className={classes.row}>
					<input
						ref={field}
						id="kiosk-name"
						className={classes.field}
						type="text"
						dir="auto"
						// Its own keyboard is on the page; a name that a browser knows is somebody else's.
						inputMode="none"
						autoComplete="off"
						autoCorrect="off"
						autoCapitalize="none"
						spellCheck={false}
						data-autofocus
						aria-invalid={problem !== null}
						aria-describedby={problemId}
						value={name}
						onChange={(event) => {
							setName(event.currentTarget.value);
							setProblem(null);
						}}
					/>
					<button type="submit" className={classes.go}>
						{t.next}
						<IconArrowRight className={classes.mirrored} aria-hidden />
					</button>
				</div>
				<p id={problemId} className={classes.problem} role="alert">
					{problem}
				</p>
			</form>
			<Keyboard field={() => field.current} language={visit.language} isName isBegun={name !== ''} />
		</>
	);
}
