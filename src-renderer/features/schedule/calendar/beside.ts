/** Which part of the width each of several overlapping spans gets, so that none hides another. In parts of 1. */

interface Span {
	readonly from: string;
	readonly until: string;
}

export interface Beside<One> {
	readonly one: One;
	readonly offset: number;
	readonly width: number;
}

/** Spans that begin first stand first; each grows over whatever is free beside it. `spans`: in the order of time. */
export function besideEachOther<One extends Span>(spans: readonly One[]): Beside<One>[] {
	const placed: Beside<One>[] = [];
	let cluster: { one: One; column: number }[] = [];
	let ends = '';
	const close = () => {
		const columns = Math.max(...cluster.map(({ column }) => column)) + 1;
		for (const { one, column } of cluster) {
			const next = cluster
				.filter((other) => other.column > column && other.one.from < one.until && one.from < other.one.until)
				.reduce((least, other) => Math.min(least, other.column), columns);
			placed.push({ one, offset: column / columns, width: (next - column) / columns });
		}
	};
	for (const one of spans) {
		if (cluster.length > 0 && one.from >= ends) {
			close();
			cluster = [];
			ends = '';
		}
		const taken = new Set(cluster.filter((other) => one.from < other.one.until).map(({ column }) => column));
		let column = 0;
		while (taken.has(column)) column += 1;
		cluster.push({ one, column });
		if (one.until > ends) ends = one.until;
	}
	if (cluster.length > 0) close();
	return placed;
}
