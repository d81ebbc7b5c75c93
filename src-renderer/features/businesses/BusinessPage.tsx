import { ActionIcon, Anchor, Button, Menu, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { IconDots, IconFolderPlus, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { ClientCases } from '#renderer/features/cases/ClientCases.tsx';
import { ConsentsSection } from '#renderer/features/consents/ConsentsSection.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Business, type LegalForm, LegalForm as LegalForms } from '#shared/features/businesses/model.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import classes from './Businesses.module.css';
import { BusinessFacts } from './BusinessFacts.tsx';
import { foundedWords } from './business-values.ts';
import { ContactsSection } from './ContactsSection.tsx';
import { EditBusiness } from './EditBusiness.tsx';
import { refreshBusinesses } from './refresh-businesses.ts';
import { SitesSection } from './SitesSection.tsx';
import { texts } from './texts.ts';

export function BusinessPage() {
	const { id } = useParams({ strict: false });
	const business = useQuery(api.businesses.get.queryOptions({ input: { id: id as BusinessId } }));
	if (business.data && !business.error) return <BusinessView key={business.data.id} business={business.data} />;
	return (
		<Page>
			{business.error ? (
				<ErrorNotice error={business.error} onRetry={() => void business.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function BusinessView({ business }: { business: Business }) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const [dialog, setDialog] = useState<'edit' | 'history' | 'has_cases' | 'has_appointments' | null>(null);
	const { id, name, legalForm, branch } = business;
	const close = () => setDialog(null);
	const names = new Map([...business.sites, ...business.contacts].map((one): [string, string] => [one.id, one.name]));

	const remove = async () => {
		try {
			await client.businesses.remove({ id });
		} catch (error) {
			const code = refusalCode(error);
			if (code === 'HAS_CASES') setDialog('has_cases');
			else if (code === 'HAS_APPOINTMENTS') setDialog('has_appointments');
			else showError(error);
			return;
		}
		await navigate({ to: '/unternehmen' });
		void refreshBusinesses();
		showUndo(t.removed(name), async () => {
			await client.businesses.restore({ id });
			await refreshBusinesses();
			await navigate({ to: '/unternehmen/$id', params: { id } });
		});
	};
	return (
		<Page>
			<PageHeader
				above={<BackToList />}
				title={name}
				subtitle={[legalForm && t.legalForm[legalForm], branch].filter(Boolean).join(' · ')}
				actions={
					<>
						<Menu position="bottom-end">
							<Menu.Target>
								<ActionIcon variant="default" size={42} aria-label={t.more}>
									<IconDots size={20} aria-hidden />
								</ActionIcon>
							</Menu.Target>
							<Menu.Dropdown>
								<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setDialog('history')}>
									{t.history}
								</Menu.Item>
								<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
									{t.remove}
								</Menu.Item>
							</Menu.Dropdown>
						</Menu>
						<Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setDialog('edit')}>
							{t.edit}
						</Button>
						<Button
							renderRoot={(props) => <Link to="/fallakten/neu" search={{ unternehmen: id }} {...props} />}
							leftSection={<IconFolderPlus size={18} aria-hidden />}
						>
							{t.openCase}
						</Button>
					</>
				}
			/>
			<div className={classes.columns}>
				<div className={classes.column}>
					<ClientCases client={{ personId: null, businessId: id }} title={t.cases} empty={t.noCases} />
					<AppointmentSection client={{ personId: null, businessId: id }} caseId={null} />
					<BusinessFacts business={business} />
					<ConsentsSection client={{ personId: null, businessId: id }} />
				</div>
				<div className={classes.column}>
					<ContactsSection business={business} />
					<SitesSection business={business} />
				</div>
			</div>
			{dialog === 'edit' && <EditBusiness business={business} onClose={close} />}
			<HistoryDrawer
				table="business"
				id={id}
				opened={dialog === 'history'}
				onClose={close}
				fieldNames={{ ...t.field, mainSiteId: t.mainSiteField, mainContactId: t.mainContactField }}
				formatValue={(field, value) => {
					if (field === 'founded') return foundedWords(String(value));
					if (field === 'mainSiteId' || field === 'mainContactId') return names.get(String(value)) ?? '–';
					const form = field === 'legalForm' ? LegalForms.safeParse(value).data : undefined;
					return form && t.legalForm[form satisfies LegalForm];
				}}
			/>
			<Refused what={dialog} onClose={close} />
		</Page>
	);
}

/** Why it cannot be removed. */
function Refused({ what, onClose }: { what: string | null; onClose(): void }) {
	const t = useTexts(texts);
	if (what !== 'has_cases' && what !== 'has_appointments') return null;
	const words = what === 'has_cases' ? [t.removeRefused, t.removeRefusedWhy] : [t.removeAppointments, t.removeAppointmentsWhy];
	return (
		<Modal opened onClose={onClose} title={<strong>{words[0]}</strong>}>
			<Stack>
				<Text>{words[1]}</Text>
				<DialogActions>
					<Button onClick={onClose}>{t.understood}</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/unternehmen" {...props} />}>{t.backToList}</Anchor>;
}
