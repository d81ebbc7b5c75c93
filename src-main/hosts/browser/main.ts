import { resolve } from 'node:path';
import { HELP, parseFlags } from '#main/hosts/flags.ts';
import { runBrowserHost } from './run.ts';

/** Entry: `node src-main/hosts/browser/main.ts [flags]` in the project's folder, on an already built renderer (tests start this one). */
const flags = parseFlags(process.argv.slice(2), (path) => resolve(path));
if (!flags.ok) {
	console.error(flags.error);
	process.exit(2);
} else if (flags.value.help) console.log(HELP);
else await runBrowserHost(flags.value, process.cwd());
