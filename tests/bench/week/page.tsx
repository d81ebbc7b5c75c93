import '@mantine/core/styles.css';
import '#renderer/ui/base.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { besideOf, shortTitleOf, spokenName } from '#renderer/features/schedule/block-words.ts';
import { blocksOf } from '#renderer/features/schedule/blocks.ts';
import type { Doing } from '#renderer/features/schedule/calendar/CalendarBoard.tsx';
import { conflictFinder } from '#renderer/features/schedule/calendar/conflicts.ts';
import { WeekGrid } from '#renderer/features/schedule/WeekGrid.tsx';
import { texts } from '#renderer/features/schedule/week-texts.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { MONDAY } from './invented-week.ts';

/** Runs in the browser: shows what it is given as a week or as a plain table, and says how long that took. */

const nothing = () => {};
const opening = openingOf(USUAL_HOURS);

function week(appointments: readonly Appointment[]): ReactNode {
	const known = { sessions: [], busy: [], absences: [], appointments, opening, rooms: [], members: [] };
	const doing: Doing = {
		...{ me: null, mayCreate: true, find: conflictFinder(known), mayMove: () => true, mayHave: () => true },
		...{ open: nothing, create: nothing, drop: nothing },
	};
	const blocks = blocksOf([], [], appointments);
	return <WeekGrid {...{ monday: MONDAY, blocks, absences: [], opening, doing }} onDay={nothing} />;
}

function table(appointments: readonly Appointment[]): ReactNode {
	const t = texts.de;
	return (
		<table>
			<tbody>
				{blocksOf([], [], appointments).map((block) => (
					<tr key={block.key}>
						<td>
							<button type="button" data-block={block.key} aria-label={spokenName(block, t)} onKeyDown={said}>
								{shortTitleOf(block, t)}
							</button>
						</td>
						<td>{block.from}</td>
						<td>{block.until}</td>
						<td>{besideOf(block)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function said(): void {
	const status = document.createElement('p');
	status.setAttribute('role', 'status');
	status.textContent = 'M';
	document.body.append(status);
}

const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** The window with nothing in it yet: how things look is settled before any data is there. */
const container = document.createElement('div');
document.body.append(container);
const root = createRoot(container);
function show(page: ReactNode): void {
	root.render(
		<MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
			{page}
		</MantineProvider>,
	);
}
const answers = () => document.querySelectorAll('[role=status]:not(:empty)');

/** Milliseconds from the data being there until it is painted and has answered to a key. */
async function timed(what: 'week' | 'table', appointments: readonly Appointment[]): Promise<number> {
	show(null);
	for (const answer of answers()) answer.remove();
	await painted();
	await painted();
	const begun = performance.now();
	show(what === 'week' ? week(appointments) : table(appointments));
	while (document.querySelectorAll('[data-block]').length < appointments.length) await painted();
	const block = document.querySelector<HTMLElement>('[data-block]');
	block?.focus();
	block?.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }));
	do await painted();
	while (answers().length === 0);
	return performance.now() - begun;
}

Object.assign(window, { timed });
