import { SECURITY_HEADERS } from '#main/hosts/renderer-files.ts';

const SENTENCES = {
	403: 'Kontor öffnet sich nur über den Link, den es beim Start ausgibt, und dieser Link gilt ein einziges Mal. Bitte beenden Sie Kontor, starten Sie es neu und öffnen Sie den neuen Link.',
	404: 'Diese Adresse gibt es in Kontor nicht. Bitte öffnen Sie die Startseite.',
	405: 'Das geht hier nicht. Bitte öffnen Sie die Startseite von Kontor.',
} as const;

/** What a person sees who comes without a valid link: one sentence and what to do. Runs no script, loads nothing. */
export function refusalPage(status: keyof typeof SENTENCES): { body: string; headers: Record<string, string> } {
	const body = `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<title>Kontor</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}</style>
<h1>Kontor</h1>
<p>${SENTENCES[status]}</p>
</html>
`;
	return {
		body,
		headers: {
			...SECURITY_HEADERS,
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
		},
	};
}
