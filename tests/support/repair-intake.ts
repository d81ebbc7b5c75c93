import type { RepairPower } from '#shared/features/repairs/model.ts';

/** A mains device that somebody brings without saying their name. */
export const INTAKE = {
	...{ day: null, visitorName: null, borrowerId: null, item: 'Wasserkocher', category: 14, power: 'mains' as RepairPower },
	...{ brand: null, yearOfManufacture: null, problem: 'Geht nicht an.', waiverId: null, isSelfHelp: false, followUpOf: null },
};
