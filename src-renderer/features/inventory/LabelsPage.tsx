import { Anchor, Button, NumberInput, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { LabelSheet } from '#renderer/print/LabelSheet.tsx';
import { barcodeFor, LABEL_FORMATS, type LabelFormatName, perSheet } from '#renderer/print/label-formats.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import { allItems, EVERYTHING } from './all-items.ts';
import classes from './LabelsPage.module.css';
import { LabelChoice, type Wanted } from './labels/LabelChoice.tsx';
import { texts as labelTexts } from './labels/texts.ts';
import { wantedItems } from './labels/wanted-items.ts';
import { useItemSelection } from './selection.ts';
import { today } from './test-due.ts';
import { texts } from './texts.ts';

/** More would make the page slow, and nobody looks at more. */
const SHEETS_SHOWN = 2;

const NO_ITEMS: readonly ItemRow[] = [];

/** Sticky labels for items, from the choice to the print. */
export function LabelsPage() {
	const t = useTexts(labelTexts);
	const { backToList } = useTexts(texts);
	const { profile } = useSession();
	const { gegenstand } = useSearch({ strict: false });
	const [selected] = useItemSelection();
	const [wanted, setWanted] = useState<Wanted>({
		what: gegenstand !== undefined ? 'one' : selected.length > 0 ? 'selected' : 'all',
		category: null,
		location: null,
		since: today(),
	});
	const [format, setFormat] = useState<LabelFormatName>('a4_24');
	const [start, setStart] = useState(1);
	const found = useQuery({
		queryKey: [...api.inventory.list.key(), 'labels'],
		queryFn: async () => [...(await allItems(EVERYTHING)), ...(await allItems({ ...EVERYTHING, filter: 'retired' }))],
	});
	const items = found.data ?? NO_ITEMS;
	const one = gegenstand ?? null;
	const labels = wantedItems(items, wanted, one, selected);
	const places = perSheet(LABEL_FORMATS[format]);
	const skip = Math.min(Math.max(start, 1), places) - 1;
	const sheets = Math.ceil((skip + labels.length) / places);
	const tooLong = labels.filter(({ number }) => barcodeFor(number, LABEL_FORMATS[format]) === null).length;
	return (
		<Page width="wide">
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/inventar" {...props} />}>{backToList}</Anchor>}
				title={t.title}
				subtitle={t.intro}
				actions={
					<Button
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						disabled={labels.length === 0}
						onClick={() => window.print()}
					>
						{t.print}
					</Button>
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			<div className={classes.columns}>
				<div className={classes.column}>
					<LabelChoice
						wanted={wanted}
						onChange={setWanted}
						one={items.find(({ id }) => id === one)?.name ?? null}
						selected={selected.length}
					/>
					<Section title={t.sheet}>
						<Select
							label={t.format}
							data={(Object.keys(LABEL_FORMATS) as LabelFormatName[]).map((value) => ({ value, label: t.formats[value] }))}
							value={format}
							onChange={(value) => setFormat((value ?? 'a4_24') as LabelFormatName)}
							allowDeselect={false}
						/>
						<NumberInput
							label={t.start}
							description={t.startHint}
							min={1}
							max={places}
							allowDecimal={false}
							maw="14rem"
							value={start}
							onChange={(value) => setStart(typeof value === 'number' ? value : 1)}
						/>
						<p className={classes.quiet}>{t.scale}</p>
						<p className={classes.quiet} role="status">
							{found.isPending ? '' : labels.length === 0 ? t.none : t.count(labels.length, sheets)}
						</p>
						{tooLong > 0 && <p className={classes.quiet}>{t.tooLong(tooLong)}</p>}
					</Section>
				</div>
				{labels.length > 0 && (
					<div className={classes.preview}>
						{sheets > SHEETS_SHOWN && <p className={classes.quiet}>{t.previewPart(SHEETS_SHOWN)}</p>}
						<PrintSheet
							label={t.preview}
							printed={() => <LabelSheet labels={labels} format={format} skip={skip} site={profile.name} />}
						>
							<LabelSheet
								labels={labels.slice(0, SHEETS_SHOWN * places - skip)}
								format={format}
								skip={skip}
								site={profile.name}
							/>
						</PrintSheet>
					</div>
				)}
			</div>
		</Page>
	);
}
