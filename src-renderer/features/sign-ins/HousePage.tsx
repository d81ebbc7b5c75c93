import { Alert, Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconPrinter, IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { today } from '#renderer/i18n/days.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Building } from '#shared/features/sign-ins/model.ts';
import type { SignInId } from '#shared/kernel/ids.ts';
import classes from './House.module.css';
import { HouseTabs } from './HouseTabs.tsx';
import { SignInTable } from './SignInTable.tsx';
import { named, nameless, presentFacts, presentName } from './sign-in-words.ts';
import { texts } from './texts.ts';

/** A session that ends changes the list although nobody wrote anything. */
const AGAIN_MS = 60_000;

/** Who is in the building, and today's sign-ins as they arrive. */
export function HousePage() {
	const t = useTexts(texts);
	const building = useQuery({ ...api.signIns.building.queryOptions(), refetchInterval: AGAIN_MS });
	const day = today();
	const entries = useQuery({ ...api.signIns.ofDay.queryOptions({ input: { day } }), refetchInterval: AGAIN_MS });
	return (
		<Page width="wide">
			<HouseTabs />
			<PageHeader
				title={t.title}
				subtitle={t.subtitle}
				actions={
					<Button
						variant="default"
						leftSection={<IconPrinter size="1.125rem" aria-hidden />}
						renderRoot={(props) => <Link to="/haus/brandliste" {...props} />}
					>
						{t.print}
					</Button>
				}
			/>
			<ErrorNotice
				error={building.error ?? entries.error}
				onRetry={() => void Promise.all([building.refetch(), entries.refetch()])}
			/>
			{building.isPending && <Skeleton height={160} />}
			{building.data && <Inside building={building.data} />}
			<Section title={t.todayTitle} description={t.todayWords}>
				{entries.isPending && <Skeleton height={160} />}
				{entries.data && <SignInTable entries={entries.data} />}
			</Section>
		</Page>
	);
}

function Inside({ building }: { building: Building }) {
	const t = useTexts(texts);
	const [first, ...others] = nameless(building);
	const unnamed = first ? 1 + others.length : 0;
	return (
		<>
			<ShareAway building={building} />
			<Strays building={building} />
			<Section title={t.inside(building.people.length)} description={t.insideWords(building.left)}>
				{building.people.length === 0 && <p className={classes.quiet}>{t.nobody}</p>}
				{building.people.length > 0 && (
					<ul className={classes.people}>
						{named(building).map((person) => (
							<li key={person.id}>
								<strong>{presentName(person, t)}</strong>
								<span className={classes.quiet}>{presentFacts(person, t)}</span>
								<HasLeft id={person.id} name={presentName(person, t)} label={t.hasLeft} />
							</li>
						))}
						{unnamed > 0 && (
							<li>
								<strong>{t.nameless(unnamed)}</strong>
								<HasLeft id={first?.id} name={t.nameless(1)} label={unnamed === 1 ? t.hasLeft : t.oneHasLeft} />
							</li>
						)}
					</ul>
				)}
			</Section>
		</>
	);
}

/** Who forgot to say so at the kiosk, or said another name there. */
function HasLeft({ id, name, label }: { id: SignInId | undefined; name: string; label: string }) {
	const t = useTexts(texts);
	const setLeft = useMutation(
		api.signIns.setLeft.mutationOptions({
			onSuccess: (_, { id: whose }) => showUndo(t.saidLeft(name), () => client.signIns.setLeft({ id: whose, hasLeft: false })),
			onError: showError,
		}),
	);
	if (id === undefined) return null;
	return (
		<Button
			size="compact-sm"
			variant="subtle"
			aria-label={t.hasLeftOf(name)}
			loading={setLeft.isPending}
			onClick={() => setLeft.mutate({ id, hasLeft: true })}
		>
			{label}
		</Button>
	);
}

/** In a fire somebody would be looked for who has left under a name written otherwise. */
export function Strays({ building: { people, strays } }: { building: Building }) {
	const t = useTexts(texts);
	if (strays.length === 0 || people.length === 0) return null;
	return (
		<Alert color="clay" variant="light" icon={<IconUserQuestion aria-hidden />} role="status">
			{t.strays(strays)} {t.straysWords}
		</Alert>
	);
}

export function ShareAway({ building: { isShareAway, asOf } }: { building: Building }) {
	const t = useTexts(texts);
	if (!isShareAway) return null;
	return (
		<Alert color="clay" variant="light" icon={<IconCloudOff aria-hidden />} role="status">
			{t.shareAway(asOf === null ? t.never : formatInstant(asOf))}
		</Alert>
	);
}
