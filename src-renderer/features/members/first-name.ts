/** How somebody is greeted: the first word of `Aylin Demir`. */
export function firstNameOf(name: string): string {
	return name.split(/\s+/)[0] ?? name;
}
