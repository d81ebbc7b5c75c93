/**
 * Texts that would run as a script if a page took any of them for more than a text. Each calls `ran(n)`, wherever it
 * would run: markup, attributes, addresses, styles, templates.
 */
const run = (n: number) => `ran(${n})`;

const HANDLERS = ['onerror', 'onload', 'onfocus', 'onclick', 'onmouseover', 'ontoggle', 'onanimationstart', 'onbeforetoggle'];
const ELEMENTS = [
	'img src=x',
	'svg',
	'body',
	'details open',
	'input autofocus',
	'video src=x',
	'iframe',
	'marquee',
	'select autofocus',
];

const SHAPES: readonly ((n: number) => string)[] = [
	...ELEMENTS.flatMap((element) => HANDLERS.map((handler) => (n: number) => `<${element} ${handler}="${run(n)}">`)),
	(n) => `<script>${run(n)}</script>`,
	(n) => `<script src="data:text/javascript,${run(n)}"></script>`,
	(n) => `<script type=module>${run(n)}</script>`,
	(n) => `<svg><script>${run(n)}</script></svg>`,
	(n) => `<svg><animate onbegin=${run(n)} attributeName=x dur=1s>`,
	(n) => `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg' onload='${run(n)}'/>#x"/></svg>`,
	(n) => `<math><mtext><img src=x onerror=${run(n)}></mtext></math>`,
	(n) => `<iframe srcdoc="<script>parent.${run(n)}</script>"></iframe>`,
	(n) => `<iframe src="javascript:parent.${run(n)}"></iframe>`,
	(n) => `<object data="data:text/html,<script>${run(n)}</script>"></object>`,
	(n) => `<embed src="data:text/html,<script>${run(n)}</script>">`,
	(n) => `<a href="javascript:${run(n)}" autofocus>hier</a>`,
	(n) => `<form action="javascript:${run(n)}"><button autofocus>hier</button></form>`,
	(n) => `<base href="javascript:${run(n)}//">`,
	(n) => `<meta http-equiv=refresh content="0;url=javascript:${run(n)}">`,
	(n) => `<link rel=stylesheet href="javascript:${run(n)}">`,
	(n) => `<style>@import 'javascript:${run(n)}';</style>`,
	(n) => `<div style="background:url(javascript:${run(n)})">`,
	(n) => `"><img src=x onerror=${run(n)}>`,
	(n) => `'><img src=x onerror=${run(n)}>`,
	(n) => `" onfocus=${run(n)} autofocus x="`,
	(n) => `' onfocus=${run(n)} autofocus x='`,
	(n) => `</title><img src=x onerror=${run(n)}>`,
	(n) => `</textarea><img src=x onerror=${run(n)}>`,
	(n) => `</style><img src=x onerror=${run(n)}>`,
	(n) => `--><img src=x onerror=${run(n)}><!--`,
	(n) => `]]><img src=x onerror=${run(n)}>`,
	(n) => `<noscript><p title="</noscript><img src=x onerror=${run(n)}>">`,
	(n) => `javascript:${run(n)}`,
	(n) => `JaVaScRiPt:${run(n)}`,
	(n) => `java\tscript:${run(n)}`,
	(n) => `data:text/html,<script>${run(n)}</script>`,
	(n) => `vbscript:${run(n)}`,
	(n) => `{{constructor.constructor('${run(n)}')()}}`,
	(n) => `\${${run(n)}}`,
	(n) => `<%= ${run(n)} %>`,
	(n) => `__proto__[x]=${run(n)}`,
	(n) => `\u2028${run(n)}`,
	(n) => `&lt;img src=x onerror=${run(n)}&gt;`,
	(n) => `&#60;img src=x onerror=${run(n)}&#62;`,
	(n) => `%3Cimg src=x onerror=${run(n)}%3E`,
	(n) => `<img src=x onerror=eval(atob('${Buffer.from(run(n)).toString('base64')}'))>`,
];

export const SCRIPT_PAYLOADS: readonly string[] = SHAPES.map((shape, n) => shape(n));

/** Takes the place of a whole address: of a page, a mail. */
const isAddress = (text: string) => /^(https?:|mailto:)|^[^\s@]+@[^\s@]+$/.test(text);

/**
 * A text that a person may have written, and no code, day, id, rule or picture: has a blank, or begins with a capital that
 * is followed by a small letter.
 */
const isWritten = (text: string) =>
	text.length < 5000 && (/\s/.test(text) || /^\p{Lu}\p{Ll}/u.test(text)) && !/^FREQ=/.test(text);

/** The same answer of the backend, with a payload in every text that a person may have written. `next`: another one each time. */
export function withPayloads(value: unknown, next: () => string): unknown {
	if (typeof value === 'string')
		return isAddress(value) ? `javascript:${next()}` : isWritten(value) ? `${value} ${next()}` : value;
	if (Array.isArray(value)) return value.map((one) => withPayloads(one, next));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPayloads(one, next)]));
}
