import type { Contact } from '#shared/features/cases/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { openSealed, sealTo, utf8 } from '../../vaults/crypto.ts';
import type { Session } from '../../vaults/session.ts';

/**
 * A counsellor's private working note: sealed to its author's key, so that colleagues who may read the case file cannot
 * read it. When the author's key is lost and renewed with the recovery kit, the note stays lost.
 */
export function sealNote(session: Session, text: string): string {
	return Buffer.from(sealTo(session.memberKeys.sealing.publicKey, utf8(text))).toString('base64');
}

export function readNote(
	session: Session,
	authorId: MemberId,
	sealed: string | null,
): Pick<Contact, 'privateNote' | 'privateNoteState'> {
	if (sealed === null) return { privateNoteState: 'none', privateNote: null };
	if (authorId !== session.member) return { privateNoteState: 'sealed', privateNote: null };
	const opened = openSealed(session.memberKeys.sealing, new Uint8Array(Buffer.from(sealed, 'base64')));
	if (!opened) return { privateNoteState: 'lost', privateNote: null };
	return { privateNoteState: 'own', privateNote: new TextDecoder().decode(opened) };
}
