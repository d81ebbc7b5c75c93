import { useNavigate } from '@tanstack/react-router';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { repairOnSlip } from '#shared/features/repairs/model.ts';

/** A scanned slip opens its repair, on whatever page; only the board does something else with what waits. */
export function useSlipScan(enabled: boolean): void {
	const navigate = useNavigate();
	useScanner(enabled, false, (code) => {
		const id = repairOnSlip(code);
		if (id === null) return false;
		void navigate({ to: '/reparaturen/$id', params: { id } });
		return true;
	});
}
