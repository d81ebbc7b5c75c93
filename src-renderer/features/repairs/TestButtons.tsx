import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { ElectricalTest, type RepairRow } from '#shared/features/repairs/model.ts';
import { refreshRepairs } from './refresh-repairs.ts';
import { texts } from './texts.ts';

/** The electrical test by whoever is here, as one click. */
export function TestButtons({
	repair: { id, number, electricalTest },
}: {
	repair: Pick<RepairRow, 'id' | 'number' | 'electricalTest'>;
}) {
	const t = useTexts(texts);
	const set = async (result: ElectricalTest['result'] | null) => {
		await client.repairs.test({ id, result });
		await refreshRepairs();
	};
	const choose = async (result: ElectricalTest['result']) => {
		try {
			await set(result);
			showUndo(`${number}: ${t.field.electricalTest} ${t.test[result]}`, () => set(electricalTest?.result ?? null));
		} catch (error) {
			showError(error);
		}
	};
	return (
		<Group gap="xs" role="group" aria-label={t.field.electricalTest}>
			{ElectricalTest.shape.result.options.map((result) => {
				const isNow = electricalTest?.result === result;
				return (
					<Button
						key={result}
						size="sm"
						variant={isNow ? 'filled' : 'default'}
						aria-pressed={isNow}
						leftSection={isNow && <IconCheck size={16} aria-hidden />}
						onClick={() => void choose(result)}
					>
						{t.test[result]}
					</Button>
				);
			})}
		</Group>
	);
}
