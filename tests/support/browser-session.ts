/** Exchanges the one-time link for the session cookie, as a browser does. */
export async function signIn(url: string): Promise<string> {
	const response = await fetch(url, { redirect: 'manual' });
	const cookie = response.headers.get('set-cookie')?.split(';')[0];
	if (response.status !== 303 || cookie === undefined) throw new Error(`No session: ${response.status}`);
	return cookie;
}
