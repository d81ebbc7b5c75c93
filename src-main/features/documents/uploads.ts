import { MAX_DOCUMENT_BYTES, type Refusal } from '#shared/features/documents/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { CaseId, DocumentId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { joinBytes } from '../../vaults/crypto.ts';
import type { Session } from '../../vaults/session.ts';

/** Files on their way in. They wait in memory, never on disk, and are gone with the session or when nobody goes on. */
export interface Uploads {
	begin(session: Session, id: DocumentId, upload: Pick<Upload, 'caseId' | 'fileName' | 'size'>): Result<void, Refusal>;
	add(session: Session, id: DocumentId, from: number, bytes: Uint8Array): Result<void, Refusal | 'not_found'>;
	/** Hands over what has arrived and forgets it. */
	take(session: Session, id: DocumentId): Result<Upload & { content: Uint8Array }, Refusal | 'not_found'>;
	cancel(session: Session, id: DocumentId): void;
}

export interface Upload {
	readonly session: Session;
	readonly caseId: CaseId;
	readonly fileName: string;
	readonly size: number;
}

const MOST_AT_ONCE = 6;
const PATIENCE_MS = 5 * 60 * 1000;

interface Running extends Upload {
	readonly pieces: Uint8Array[];
	arrived: number;
	lastAt: number;
}

export function createUploads(clock: Clock): Uploads {
	const running = new Map<DocumentId, Running>();

	function drop(id: DocumentId): void {
		for (const piece of running.get(id)?.pieces ?? []) piece.fill(0);
		running.delete(id);
	}

	function dropForgotten(session: Session): void {
		for (const [id, upload] of running) {
			if (upload.session !== session || clock.now() - upload.lastAt > PATIENCE_MS) drop(id);
		}
	}

	const of = (session: Session, id: DocumentId) => {
		const upload = running.get(id);
		return upload?.session === session ? upload : undefined;
	};

	return {
		begin(session, id, upload) {
			dropForgotten(session);
			if (upload.size === 0) return err('empty');
			if (upload.size > MAX_DOCUMENT_BYTES) return err('too_large');
			if (running.size >= MOST_AT_ONCE) return err('busy');
			running.set(id, { ...upload, session, pieces: [], arrived: 0, lastAt: clock.now() });
			return ok(undefined);
		},
		add(session, id, from, bytes) {
			const upload = of(session, id);
			if (!upload) return err('not_found');
			if (from !== upload.arrived || upload.arrived + bytes.length > upload.size) {
				drop(id);
				return err('incomplete');
			}
			upload.pieces.push(bytes);
			upload.arrived += bytes.length;
			upload.lastAt = clock.now();
			return ok(undefined);
		},
		take(session, id) {
			const upload = of(session, id);
			if (!upload) return err('not_found');
			const content = upload.arrived === upload.size ? joinBytes(...upload.pieces) : null;
			drop(id);
			return content ? ok({ ...upload, content }) : err('incomplete');
		},
		cancel(session, id) {
			if (of(session, id)) drop(id);
		},
	};
}
