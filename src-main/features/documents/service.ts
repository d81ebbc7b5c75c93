import { cleanFileName, titleOf } from '#shared/features/documents/file-name.ts';
import {
	type CaseDocument,
	type DocumentFields,
	kindByName,
	MAX_DOCUMENT_BYTES,
	type Refusal,
} from '#shared/features/documents/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { CaseId, DocumentId, MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { erasedBlobs } from '../../records/erasing.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import type { BlobsOfVault, NeededBlob } from '../../share/blobs.ts';
import { newBlobKey, openPiece, patientHash, pieceCount, pieceRange, sealBlob } from '../../vaults/blob.ts';
import type { BlobFiles } from '../../vaults/blob-files.ts';
import { hash, toHex, utf8, wipe } from '../../vaults/crypto.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { inspect } from './inspect.ts';
import { blobsExpired, blobsNeeded, documentsNamed, documentsOf, findDocument, type StoredDocument } from './queries.ts';
import { documentKind } from './records.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Decisions about documents of case files: what may come in, where its content lies, and what of it is still needed. */
export interface DocumentService {
	/** Newest first. */
	list(session: Session, caseId: CaseId): CaseDocument[];
	/** Those of them that are there, of whichever files. */
	named(session: Session, ids: readonly string[]): ReturnType<typeof documentsNamed>;
	begin(session: Session, file: IncomingFile): Result<DocumentId, Refusal | FileRefusal>;
	addPiece: Uploads['add'];
	/** Gives the titles of documents of this case with the same content. */
	finish(session: Session, id: DocumentId): Promise<Result<string[], Refusal | FileRefusal>>;
	cancel: Uploads['cancel'];
	/** A whole file at once, for what the program itself makes. `fields` go before what its name says. */
	add(session: Session, file: NewDocument, author?: MemberId): Promise<Result<DocumentId, Refusal | FileRefusal>>;
	update(session: Session, id: DocumentId, changes: Changes<DocumentFields>): Result<void, FileRefusal>;
	remove(session: Session, id: DocumentId): Result<void, FileRefusal>;
	/** As long as its content is kept (see `KEPT_MS`). */
	restore(session: Session, id: DocumentId): Result<void, FileRefusal>;
	/** A piece of the content, noted in the file's access log. */
	content(session: Session, id: DocumentId, at: number, purpose: 'read' | 'export'): Promise<Result<Piece, ContentRefusal>>;
	/** Null when there is no such document. */
	blobOf(session: Session, id: DocumentId): { name: string; isHere: boolean } | null;
	/** What the share is to carry; null where the case files are not open. */
	blobs(session: Session): BlobsOfVault | null;
	/** Contents whose records were erased leave this device. */
	removeErased(session: Session): void;
}

export interface IncomingFile {
	readonly caseId: CaseId;
	readonly fileName: string;
	readonly size: number;
}
export interface NewDocument {
	readonly caseId: CaseId;
	readonly fileName: string;
	readonly content: Uint8Array;
	readonly fields?: Partial<DocumentFields>;
}
export interface Piece {
	readonly bytes: Uint8Array;
	readonly pieces: number;
}
export type FileRefusal = 'not_found' | 'closed';
export type ContentRefusal = 'not_found' | 'not_here' | 'spoilt';

export interface DocumentDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly random: Random;
	readonly files: BlobFiles;
	/** Whether the case file may change. */
	writable(session: Session, id: CaseId): Result<unknown, FileRefusal>;
	/** To the file's access log and the administrators'. */
	noteAccess(session: Session, id: CaseId, what: 'read' | 'exported'): void;
	nameOf(session: Session, id: string): string;
}

/** So long a removed document can be brought back: until then its content stays, here and on the share. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

export function createDocumentService(deps: DocumentDeps): DocumentService {
	const { ids, clock, random, files, writable, noteAccess } = deps;
	const uploads = createUploads(clock);
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const placeOf = ({ site }: Session, size: number) => ({ site, vault: 'counselling', size }) as const;
	const needed = neededOf(clock);

	async function write(session: Session, id: DocumentId, file: NewDocument, author: MemberId) {
		const { caseId, content } = file;
		const fileName = cleanFileName(file.fileName);
		if (fileName === '') return err('no_name');
		if (content.length > MAX_DOCUMENT_BYTES) return err('too_large');
		const mediaType = await inspect(fileName, content);
		if (!mediaType.ok) return mediaType;
		const fingerprint = await fingerprintOf(caseId, content);
		const key = newBlobKey(random);
		const blob = await sealBlob(placeOf(session, content.length), key, content, random);
		await files.write(blob.name, blob.bytes);
		// Time has passed: the file may be closed by now, or the session over.
		const still = session.vault('counselling') ? writable(session, caseId) : err('not_found' as const);
		if (!still.ok) {
			files.remove(blob.name);
			return still;
		}
		const { store, reader } = vaultOf(session);
		const same = documentsOf(reader, caseId).filter((one) => one.fingerprint === fingerprint);
		const {
			title = titleOf(fileName) || fileName,
			kind = kindByName(fileName),
			tags = [],
			date = null,
			note = null,
		} = file.fields ?? {};
		const told = { fileName, mediaType: mediaType.value, size: content.length, addedBy: author };
		const kept = { blob: blob.name, contentKey: Buffer.from(key).toString('base64'), fingerprint };
		store.insert(documentKind, id, { caseId, title, kind, tags, date, note, ...told, ...kept } as Fields, author);
		wipe(key);
		return ok(same.map((one) => one.title));
	}

	/** What may only be done to a document of a file that is not closed. */
	function ifOpen(
		session: Session,
		id: DocumentId,
		work: (vault: OpenVault, found: StoredDocument) => Result<void, FileRefusal>,
	) {
		const found = findDocument(readerOf(session), id);
		if (!found) return err('not_found');
		const may = writable(session, found.caseId);
		return may.ok ? work(vaultOf(session), found) : may;
	}

	return {
		named: (session, ids) => documentsNamed(readerOf(session), ids),
		list: (session, caseId) =>
			documentsOf(readerOf(session), caseId).map(
				({ blob, contentKey: _contentKey, fingerprint: _fingerprint, removedAt: _removedAt, ...one }) => ({
					...one,
					addedByName: deps.nameOf(session, one.addedBy),
					isHere: files.has(blob),
				}),
			),
		begin(session, { caseId, fileName, size }) {
			const may = writable(session, caseId);
			if (!may.ok) return may;
			if (cleanFileName(fileName) === '') return err('no_name');
			const id = ids.next() as DocumentId;
			const begun = uploads.begin(session, id, { caseId, fileName, size });
			return begun.ok ? ok(id) : begun;
		},
		addPiece: uploads.add,
		async finish(session, id) {
			const taken = uploads.take(session, id);
			if (!taken.ok) return taken;
			const { caseId, fileName, content } = taken.value;
			try {
				return await write(session, id, { caseId, fileName, content }, session.member);
			} finally {
				content.fill(0);
			}
		},
		cancel: uploads.cancel,
		async add(session, file, author = session.member) {
			const may = writable(session, file.caseId);
			if (!may.ok) return may;
			const id = ids.next() as DocumentId;
			const written = await write(session, id, file, author);
			return written.ok ? ok(id) : written;
		},
		update: (session, id, changes) =>
			ifOpen(session, id, ({ store }, { removedAt }) => {
				if (removedAt !== null) return err('not_found');
				store.update(documentKind, id, changes as Fields, session.member);
				return ok(undefined);
			}),
		remove: (session, id) =>
			ifOpen(session, id, ({ store }, { removedAt }) => {
				if (removedAt !== null) return err('not_found');
				store.remove(documentKind, id, session.member);
				return ok(undefined);
			}),
		restore: (session, id) =>
			ifOpen(session, id, ({ store }, { removedAt }) => {
				if (removedAt !== null && clock.now() - removedAt >= KEPT_MS) return err('not_found');
				store.restore(documentKind, id, session.member);
				return ok(undefined);
			}),
		async content(session, id, at, purpose) {
			const found = findDocument(readerOf(session), id);
			if (!found || found.removedAt !== null || at >= pieceCount(found.size)) return err('not_found');
			if (!files.has(found.blob)) return err('not_here');
			const { from, length } = pieceRange(found.size, at);
			const box = await files.readPart(found.blob, from, length);
			if (!box) return err('not_here');
			const key = new Uint8Array(Buffer.from(found.contentKey, 'base64'));
			const bytes = openPiece(placeOf(session, found.size), key, at, box);
			wipe(key);
			if (!bytes) {
				files.distrust(found.blob);
				return err('spoilt');
			}
			if (!session.vault('counselling')) return err('not_found');
			// A copy is noted once for each, as its first piece leaves; reading again within a while is one reading.
			if (purpose === 'read') noteAccess(session, found.caseId, 'read');
			else if (at === 0) noteAccess(session, found.caseId, 'exported');
			return ok({ bytes, pieces: pieceCount(found.size) });
		},
		blobOf(session, id) {
			const found = findDocument(readerOf(session), id);
			return found && found.removedAt === null ? { name: found.blob, isHere: files.has(found.blob) } : null;
		},
		removeErased(session) {
			for (const name of erasedBlobs(vaultOf(session).file)) files.remove(name);
		},
		blobs(session) {
			const vault = session.vault('counselling');
			if (!vault) return null;
			return {
				vault: 'counselling',
				needed: () => needed(vault),
				expired: () => [...blobsExpired(vault.reader, clock.now() - KEPT_MS), ...erasedBlobs(vault.file)],
			};
		},
	};
}

/** Asked every second: read anew only when something was written, or an hour has passed. */
function neededOf(clock: Clock): (vault: OpenVault) => readonly NeededBlob[] {
	const known = new WeakMap<OpenVault, { written: number; at: number; blobs: NeededBlob[] }>();
	return (vault) => {
		const written = vault.store.written();
		const before = known.get(vault);
		if (before?.written === written && clock.now() - before.at < HOUR_MS) return before.blobs;
		const blobs = blobsNeeded(vault.reader, clock.now() - KEPT_MS);
		known.set(vault, { written, at: clock.now(), blobs });
		return blobs;
	};
}

/** Equal contents are noticed within one case file, and nowhere else: the same paper in two files tells nobody that it is. */
const fingerprintOf = async (caseId: CaseId, content: Uint8Array): Promise<string> =>
	toHex(await patientHash(content, hash(utf8(`document ${caseId}`))));
