// Plain JavaScript, so that any Node can run it: everything else is TypeScript run as it is, which needs Node 23.6.
// npm scripts use the Node of the dev dependencies; this is for a platform that has none of those, or a call without npm.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 23 || (major === 23 && minor < 6)) {
	console.error(
		`Hier läuft Node ${process.versions.node}, Kontor braucht mindestens 23.6. Bitte „npm ci“ und dann „npm start“ verwenden, sie bringen die passende Version mit.`,
	);
	process.exit(1);
}
