import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChangePassphrase } from '#renderer/features/members/ChangePassphrase.tsx';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { texts as privacyTexts } from '#renderer/features/privacy/texts.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { AppearanceChoices } from '#renderer/shell/AppearanceChoices.tsx';
import { isThereFor } from '#renderer/shell/places.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { KitSection } from './KitSection.tsx';
import { ProfileFacts, ProfileForm } from './Profile.tsx';
import classes from './SettingsPage.module.css';
import { texts } from './texts.ts';

const ROOMS = '/einstellungen/raeume';
const PROGRAMMES = '/einstellungen/programme';
const RETENTION = '/einstellungen/fristen';
const LENDING_RULES = '/einstellungen/ausleihe';
const REPAIR_WAIVER = '/einstellungen/reparaturen';

export function SettingsPage() {
	const t = useTexts(texts);
	const p = useTexts(privacyTexts);
	const { roles, areas } = useTexts(roleWords);
	const session = useSession();
	const status = useQuery(api.site.status.queryOptions());
	const [changing, { open, close }] = useDisclosure(false);
	const counsellor = session.member.roles.includes('counsellor');
	const administrator = session.member.roles.includes('administrator');
	return (
		<Page>
			<PageHeader title={t.settingsTitle} subtitle={status.data && t.version(status.data.appVersion)} />
			<div className={classes.columns}>
				{administrator ? <ProfileForm /> : <ProfileFacts />}
				<Section title={t.appearanceSection}>
					<Stack gap="md">
						<AppearanceChoices />
					</Stack>
				</Section>
				<Section title={t.passphraseSection} description={counsellor ? t.passphraseSectionNotes : t.passphraseSectionBody}>
					<div>
						<Button variant="default" onClick={open}>
							{t.changePassphrase}
						</Button>
					</div>
				</Section>
				{isThereFor(LENDING_RULES, session) && (
					<Section title={t.lendingSection} description={t.lendingSectionBody}>
						<div>
							<Button variant="default" renderRoot={(props) => <Link to={LENDING_RULES} {...props} />}>
								{t.lendingOpen}
							</Button>
						</div>
					</Section>
				)}
				{isThereFor(REPAIR_WAIVER, session) && (
					<Section title={t.repairsSection} description={t.repairsSectionBody}>
						<div>
							<Button variant="default" renderRoot={(props) => <Link to={REPAIR_WAIVER} {...props} />}>
								{t.repairsOpen}
							</Button>
						</div>
					</Section>
				)}
				{isThereFor(ROOMS, session) && (
					<Section title={t.roomsSection} description={t.roomsSectionBody}>
						<div>
							<Button variant="default" renderRoot={(props) => <Link to={ROOMS} {...props} />}>
								{t.roomsOpen}
							</Button>
						</div>
					</Section>
				)}
				{isThereFor(PROGRAMMES, session) && (
					<Section title={t.programmesSection} description={t.programmesSectionBody}>
						<div>
							<Button variant="default" renderRoot={(props) => <Link to={PROGRAMMES} {...props} />}>
								{t.programmesOpen}
							</Button>
						</div>
					</Section>
				)}
				{isThereFor(RETENTION, session) && (
					<Section title={p.rulesSection} description={p.rulesSectionBody}>
						<div>
							<Button variant="default" renderRoot={(props) => <Link to={RETENTION} {...props} />}>
								{p.rulesOpen}
							</Button>
						</div>
					</Section>
				)}
				{!session.isSample && <KitSection />}
				<Section title={t.deviceSection}>
					<dl className={classes.facts}>
						<dt>{t.device}</dt>
						<dd>{session.deviceName}</dd>
						<dt>{t.memberLabel}</dt>
						<dd>
							{session.member.name} ({session.member.signInName})
						</dd>
						<dt>{t.rolesShort}</dt>
						<dd>{session.member.roles.map((role) => roles[role]).join(', ')}</dd>
						<dt>{t.vaultsLabel}</dt>
						<dd>{session.vaults.map((vault) => areas[vault]).join(', ')}</dd>
					</dl>
				</Section>
			</div>
			{changing && <ChangePassphrase onClose={close} />}
		</Page>
	);
}
