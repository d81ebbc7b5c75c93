import type { ProductCategoryId, UnpoweredGroup } from './open-repair.ts';

/**
 * What is repaired, by the Open Repair Data Standard v0.3 (list of 2021-10, unchanged up to 2025-07): 40 powered
 * categories under the standard's numbers and names, and the groups without power that it only counts.
 */

export interface ProductCategory {
	readonly id: ProductCategoryId;
	/** The standard's own name: what stands in the file. */
	readonly name: string;
	readonly german: string;
	/** Usually plugged into a socket; a suggestion that the person at the door may change. */
	readonly isMains: boolean;
}

const category = (id: number, name: string, german: string, isMains: boolean): ProductCategory => ({ id, name, german, isMains });

/** In the order of their numbers, from 1 without a gap. */
export const PRODUCT_CATEGORIES: readonly ProductCategory[] = [
	category(1, 'Aircon/dehumidifier', 'Klimagerät, Luftbe- und -entfeuchter', true),
	category(2, 'Battery/charger/adapter', 'Akku, Ladegerät, Netzteil', true),
	category(3, 'Decorative or safety lights', 'Lichterkette, Taschenlampe, Schmuck- und Warnlicht', false),
	category(4, 'Desktop computer', 'Computer (Standgerät)', true),
	category(5, 'Digital compact camera', 'Kompaktkamera (digital)', false),
	category(6, 'DSLR/video camera', 'Spiegelreflex- und Videokamera', false),
	category(7, 'Fan', 'Ventilator', true),
	category(8, 'Flat screen', 'Fernseher, Bildschirm', true),
	category(9, 'Hair & beauty item', 'Haar- und Körperpflege', true),
	category(10, 'Handheld entertainment device', 'Tragbarer Musik- oder Spielspieler', false),
	category(11, 'Headphones', 'Kopfhörer', false),
	category(12, 'Hi-Fi integrated', 'Stereoanlage (in einem Stück)', true),
	category(13, 'Hi-Fi separates', 'Hi-Fi-Einzelgerät', true),
	category(14, 'Kettle', 'Wasserkocher', true),
	category(15, 'Lamp', 'Lampe', true),
	category(16, 'Laptop', 'Laptop', false),
	category(17, 'Large home electrical', 'Großes Haushaltsgerät', true),
	category(18, 'Misc', 'Sonstiges mit Strom', false),
	category(19, 'Mobile', 'Handy, Telefon', false),
	category(20, 'Musical instrument', 'Musikinstrument', true),
	category(21, 'Paper shredder', 'Aktenvernichter', true),
	category(22, 'PC accessory', 'Computerzubehör', false),
	category(23, 'Portable radio', 'Radio', true),
	category(24, 'Power tool', 'Elektrowerkzeug', true),
	category(25, 'Printer/scanner', 'Drucker, Scanner', true),
	category(26, 'Projector', 'Projektor, Beamer', true),
	category(27, 'Sewing machine', 'Nähmaschine', true),
	category(28, 'Small home electrical', 'Kleines Haushaltsgerät', true),
	category(29, 'Small kitchen item', 'Kleines Küchengerät', true),
	category(30, 'Tablet', 'Tablet', false),
	category(31, 'Toaster', 'Toaster', true),
	category(32, 'Toy', 'Spielzeug', false),
	category(33, 'TV and gaming-related accessories', 'Zubehör für Fernsehen und Spiele', true),
	category(34, 'Vacuum', 'Staubsauger', true),
	category(35, 'Watch/clock', 'Uhr', false),
	category(36, 'Coffee maker', 'Kaffeemaschine', true),
	category(37, 'Food processor', 'Küchenmaschine, Mixer', true),
	category(38, 'Games console', 'Spielkonsole', true),
	category(39, 'Hair dryer', 'Föhn', true),
	category(40, 'Iron', 'Bügeleisen', true),
];

/** The groups without power, in the order of the standard's summary file, in German. */
export const UNPOWERED_GERMAN: Readonly<Record<UnpoweredGroup, string>> = {
	Bicycle: 'Fahrrad',
	Furniture: 'Möbel',
	Household: 'Haushalt ohne Strom',
	Jewellery: 'Schmuck',
	Textile: 'Kleidung und Textilien',
	Other: 'Sonstiges ohne Strom',
};

/** The category of a number of the standard; throws for a number that it does not have. */
export function productCategory(id: ProductCategoryId): ProductCategory {
	const found = PRODUCT_CATEGORIES[id - 1];
	if (!found) throw new Error(`no product category ${id}`);
	return found;
}
