import {
	IconArmchair,
	IconBike,
	IconBolt,
	IconBulb,
	IconCoffee,
	IconDeviceGamepad2,
	IconDeviceLaptop,
	IconDeviceMobile,
	IconDeviceTv,
	IconDiamond,
	IconHanger,
	IconHeadphones,
	IconIroning,
	IconMusic,
	IconNeedleThread,
	IconPackage,
	IconPrinter,
	IconRadio,
	IconScissors,
	IconTool,
	IconToolsKitchen2,
	IconVacuumCleaner,
	IconWashMachine,
} from '@tabler/icons-react';
import { currentLanguage } from '#renderer/i18n/language.ts';
import type { RepairCategory, RepairPower } from '#shared/features/repairs/model.ts';
import { PRODUCT_CATEGORIES, productCategory, UNPOWERED_GERMAN } from '#shared/features/repairs/product-categories.ts';

/** Categories as people know them: a word, a picture, and what usually drives them. */

/** In German, or as the standard calls it. */
export function categoryName(category: RepairCategory): string {
	const isGerman = currentLanguage() === 'de';
	if (typeof category === 'string') return isGerman ? UNPOWERED_GERMAN[category] : category;
	const { german, name } = productCategory(category);
	return isGerman ? german : name;
}

export const ALL_CATEGORIES: readonly RepairCategory[] = [
	...(Object.keys(UNPOWERED_GERMAN) as RepairCategory[]),
	...PRODUCT_CATEGORIES.map(({ id }) => id),
];

/** A suggestion that the person at the door may change. */
export function usualPower(category: RepairCategory): RepairPower {
	if (typeof category === 'string') return 'none';
	return productCategory(category).isMains ? 'mains' : 'battery';
}

const PICTURES: Partial<Record<RepairCategory, typeof IconTool>> = {
	Bicycle: IconBike,
	Furniture: IconArmchair,
	Household: IconScissors,
	Jewellery: IconDiamond,
	Textile: IconHanger,
	Other: IconPackage,
	4: IconDeviceLaptop,
	8: IconDeviceTv,
	10: IconDeviceGamepad2,
	11: IconHeadphones,
	14: IconCoffee,
	36: IconCoffee,
	15: IconBulb,
	16: IconDeviceLaptop,
	17: IconWashMachine,
	19: IconDeviceMobile,
	20: IconMusic,
	40: IconIroning,
};
/** By what the standard calls them, where several are alike. */
const BY_NAME: readonly (readonly [RegExp, typeof IconTool])[] = [
	[/sewing/i, IconNeedleThread],
	[/vacuum/i, IconVacuumCleaner],
	[/kitchen|toaster|food/i, IconToolsKitchen2],
	[/radio|hi-fi/i, IconRadio],
	[/printer/i, IconPrinter],
	[/light/i, IconBulb],
];

export function pictureOf(category: RepairCategory | null): typeof IconTool {
	if (category === null) return IconTool;
	const own = PICTURES[category];
	if (own || typeof category === 'string') return own ?? IconTool;
	const { name } = productCategory(category);
	return BY_NAME.find(([words]) => words.test(name))?.[1] ?? IconBolt;
}
