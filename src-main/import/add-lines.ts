/** `lines` with those of `added` that are not there yet; as many as fit into `max` letters. */
export function addLines(lines: string | null, added: string | null, max: number): string | null {
	const here = new Set((lines ?? '').split('\n').map(sameLine));
	let text = lines;
	for (const line of (added ?? '').split('\n')) {
		if (sameLine(line) === '' || here.has(sameLine(line))) continue;
		const longer: string = text === null ? line : `${text}\n${line}`;
		if (longer.length > max) break;
		text = longer;
		here.add(sameLine(line));
	}
	return text;
}

const sameLine = (line: string): string => line.replace(/\s+/gu, ' ').trim();
