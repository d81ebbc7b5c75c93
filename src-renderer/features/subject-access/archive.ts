import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { loadContent } from '#renderer/features/documents/content.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { saveFile } from '#renderer/ui/bytes.ts';
import { endingOf } from '#shared/features/documents/file-name.ts';
import { nameOf, type Person } from '#shared/features/people/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { archiveName, fileOf } from '#shared/features/subject-access/file.ts';
import type { Extract, Identity, MarkReason, SubjectRecord, Withheld } from '#shared/features/subject-access/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { fieldWords } from './field-words.ts';
import { informationOf, NOT_INCLUDED } from './information.ts';
import { texts } from './texts.ts';
import { labelOf, meaningOf } from './value-words.ts';

/** All that goes out about one person, with what was blackened taken out already. */
export interface ExportFacts {
	readonly person: Person;
	readonly profile: SiteProfile;
	readonly madeBy: string;
	readonly identity: Identity;
	readonly withheld: readonly Withheld[];
	readonly remark: string | null;
	readonly extract: Extract;
	readonly reasons: readonly MarkReason[];
	readonly at: number;
}

/** The content of a document cannot be had now. */
export class NotHere extends Error {
	readonly title: string;
	constructor(title: string) {
		super('not here');
		this.title = title;
	}
}

/** Documents whose content goes along. */
export function enclosed({ extract, withheld }: Pick<ExportFacts, 'extract' | 'withheld'>): SubjectRecord[] {
	const out = new Set(withheld.map(({ documentId }) => documentId));
	return extract.sections
		.filter(({ section }) => section === 'documents')
		.flatMap(({ records }) => records.filter(({ id, removedAt }) => removedAt === null && !out.has(id)));
}

/**
 * One archive: `auskunft.json`, what it means, and the documents. Made in memory; only what the person saves is written.
 * Both access logs know of it before it is.
 */
export async function saveArchive(facts: ExportFacts, onProgress: (done: number) => void): Promise<void> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		chunks.push(new Uint8Array(chunk));
	});
	const documents = enclosed(facts);
	const files = new Map<string, { file: string } | { withheld: MarkReason }>([
		...documents.map((record, at): [string, { file: string }] => [record.id, { file: fileIn(record, at) }]),
		...facts.withheld.map(({ documentId, reason }): [string, { withheld: MarkReason }] => [documentId, { withheld: reason }]),
	]);
	const add = (name: string, content: Uint8Array, isPacked: boolean) => {
		const entry = isPacked ? new ZipDeflate(name) : new ZipPassThrough(name);
		zip.add(entry);
		entry.push(content, true);
	};
	add('auskunft.json', strToU8(JSON.stringify(jsonOf(facts, files), null, '\t')), true);
	add('LIESMICH.txt', strToU8(README), true);
	for (const [at, record] of documents.entries()) {
		onProgress(at);
		add(fileIn(record, at), await contentOf(record), false);
	}
	zip.end();
	await client.subjectAccess.noteExport({
		...{ personId: facts.person.id, form: 'subject_archive', blackened: facts.reasons.length },
	});
	saveFile(new Uint8Array(await new Blob(chunks).arrayBuffer()), 'application/zip', archiveName(facts.at));
}

function jsonOf(facts: ExportFacts, documents: Parameters<typeof fileOf>[1]['documents']) {
	const { extract, person, profile, at, identity, madeBy, reasons } = facts;
	return fileOf(
		extract,
		{
			...{ at, identity, madeBy, reasons, documents },
			organisation: `${profile.name}, ${profile.organisation}`,
			person: { name: nameOf(person), number: person.number },
			information: informationOf(extract),
			notIncluded: NOT_INCLUDED,
		},
		{
			section: (section) => fieldWords.de.section[section],
			label: (table, path) => labelOf(table, path, fieldWords.de),
			meaning: (table, path, value) => meaningOf(table, path, value, 'de'),
			reason: (reason) => texts.de.reason[reason],
		},
	);
}

/** Its own name may be blackened, or nothing that every system takes: a number and the kind of file. */
function fileIn({ fields }: SubjectRecord, at: number): string {
	const ending = endingOf(String(fields.fileName))
		.replace(/[^a-z0-9]/gi, '')
		.toLowerCase();
	return `unterlagen/${String(at + 1).padStart(3, '0')}${ending === '' ? '' : `.${ending}`}`;
}

async function contentOf({ id, fields }: SubjectRecord): Promise<Uint8Array> {
	const documentId = id as DocumentId;
	try {
		return await loadContent({ id: documentId }, 'export');
	} catch (error) {
		if (refusalCode(error) !== 'NOT_HERE') throw error;
		const { isHere } = await client.documents.fetch({ id: documentId });
		if (!isHere) throw new NotHere(String(fields.title));
		return loadContent({ id: documentId }, 'export');
	}
}

const README = `Auskunft nach Art. 15 DSGVO

auskunft.json   alle gespeicherten Angaben, zum Lesen mit Programmen (Art. 20 DSGVO)
unterlagen/     die Unterlagen, deren Nummer in auskunft.json unter "content" steht

auskunft.json hat das Format "kontor-auskunft", Version 1 (JSON, UTF-8):
  sections    Abschnitte mit ihren Eintraegen (records)
  fields      je Angabe: field (Name im Programm), label (auf Deutsch), value (Wert),
              meaning (was ein Kuerzel bedeutet)
  changes     fruehere Aenderungen: earlierValues, was dort damals stand;
              presentValues, was seitdem gleich ist
  blackened   wie viele Stellen geschwaerzt sind und warum; im Text steht dort \u2588\u2588
Zeitpunkte stehen in UTC nach ISO 8601, Tage als JJJJ-MM-TT.
`;
