import { Table } from '@mantine/core';
import { formatMonth, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { SignInFigures } from '#shared/features/sign-ins/model.ts';
import classes from './House.module.css';
import { texts } from './texts.ts';

/** Month by month and offer by offer; newest first. */
export function FiguresTable({ figures }: { figures: readonly SignInFigures[] }) {
	const t = useTexts(texts);
	const counted = <Of,>(counts: readonly { of: Of; count: number | null }[], word: (of: Of) => string) =>
		counts.map(({ of, count }) => `${word(of)}: ${count === null ? t.few : formatNumber(count)}`).join(' · ');
	return (
		<Section title={t.offer}>
			<Table.ScrollContainer
				minWidth={760}
				scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.figuresTitle, role: 'group' } }}
			>
				<Table verticalSpacing="xs">
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t.month}</Table.Th>
							<Table.Th>{t.offer}</Table.Th>
							<Table.Th className={classes.number ?? ''}>{t.total}</Table.Th>
							<Table.Th>{t.ages}</Table.Th>
							<Table.Th>{t.sexes}</Table.Th>
							<Table.Th>{t.languages}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{figures.toReversed().map(({ month, offerId, offerName, total, ageBands, sexes, languages }) => (
							<Table.Tr key={`${month} ${offerId}`}>
								<Table.Td className={classes.time ?? ''}>
									{formatMonth(month)} {month.slice(0, 4)}
								</Table.Td>
								<Table.Td>{offerId === null ? t.justHere : (offerName ?? t.offerGone)}</Table.Td>
								<Table.Td className={classes.number ?? ''}>{formatNumber(total)}</Table.Td>
								<Table.Td>{counted(ageBands, (of) => (of === null ? t.notAsked : t.age[of]))}</Table.Td>
								<Table.Td>{counted(sexes, (of) => (of === null ? t.notAsked : t.sex[of]))}</Table.Td>
								<Table.Td>{counted(languages, (of) => t.language[of])}</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
		</Section>
	);
}
