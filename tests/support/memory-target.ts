import type { ShareTarget } from '#main/share/target.ts';
import { TargetError } from '#main/share/target.ts';

/** A share in memory: the same promises as a folder's, without a disk. */
export interface MemoryTarget extends ShareTarget {
	readonly files: ReadonlyMap<string, Uint8Array>;
	/** As somebody else does it: whatever lies there. */
	put(path: string, bytes: Uint8Array): void;
	/** Gives what puts everything back as it is now. */
	save(): () => void;
}

export function memoryTarget(): MemoryTarget {
	const files = new Map<string, Uint8Array>();
	/** Names directly below each folder. */
	const folders = new Map<string, Set<string>>();
	const parts = (path: string) => {
		const at = path.lastIndexOf('/');
		return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
	};
	function put(path: string, bytes: Uint8Array): void {
		files.set(path, bytes);
		for (let below = path; below !== ''; ) {
			const { folder, name } = parts(below);
			const names = folders.get(folder) ?? new Set();
			folders.set(folder, names.add(name));
			below = folder;
		}
	}
	return {
		files,
		put,
		save() {
			const before = [new Map(files), new Map([...folders].map(([folder, names]) => [folder, new Set(names)]))] as const;
			return () => {
				files.clear();
				folders.clear();
				for (const [path, bytes] of before[0]) files.set(path, bytes);
				for (const [folder, names] of before[1]) folders.set(folder, new Set(names));
			};
		},
		list: async (folder) => [...(folders.get(folder) ?? [])].sort(),
		read: async (path) => files.get(path)?.slice() ?? null,
		async writeNew(path, bytes) {
			const there = files.get(path);
			if (there && !Buffer.from(there).equals(bytes)) throw new TargetError('conflict');
			put(path, bytes.slice());
		},
		async claim(path, holder) {
			const there = files.get(path);
			if (there) return new TextDecoder().decode(there);
			put(path, new TextEncoder().encode(holder));
			return holder;
		},
		async remove(path) {
			for (const file of files.keys()) if (file === path || file.startsWith(`${path}/`)) files.delete(file);
			for (const folder of folders.keys()) if (folder === path || folder.startsWith(`${path}/`)) folders.delete(folder);
			const { folder, name } = parts(path);
			folders.get(folder)?.delete(name);
		},
	};
}
