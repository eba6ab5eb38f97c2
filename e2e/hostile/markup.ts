import type { Program } from './program.ts';

const image = '<img src=x onerror=globalThis.__hit=1>';
const script = '</script><script>globalThis.__hit=1</script>';

/** Text that would be more than text, if the page let it. */
export const markup: Program[] = [
  {
    name: 'markup in console lines',
    code: `
console.log('${image}');
console.log('${script}');
console.error('<svg onload=globalThis.__hit=1>', '<style>*{display:none}</style>');
console.log('%c styled', 'position:fixed;inset:0;background:red');
`,
    ends: 'ready',
    says: /<img src=x onerror/,
  },
  {
    name: 'markup in a table',
    code: `console.table([{ '${image}': '${script}' }]);\n`,
    ends: 'ready',
    says: /<img src=x onerror/,
  },
  {
    name: 'markup in names, labels and captions of figures',
    code: `
import { plot } from 'plot';
const evil = '"><img src=x onerror=globalThis.__hit=1><!--';
plot.scatter(evil, { points: [[1, 2]], caption: evil, xLabel: evil, yLabel: evil });
plot.bars(evil + 2, { labels: [evil], series: [{ name: evil, values: [1] }] });
plot.tree(evil + 3, { root: { label: evil, detail: evil, branch: evil }, classes: [evil] });
plot.table(evil + 4, { columns: [evil], rows: [[evil]] });
plot.network(evil + 5, { layers: [1, 1], weights: [[[1]]], inputs: [evil], outputs: [evil] });
plot.heatmap(evil + 6, { values: [[1]], xTicks: [evil], yTicks: [evil] });
console.log('drawn');
`,
    ends: 'ready',
    says: /drawn/,
  },
  {
    name: 'figures with forged kinds and prototypes',
    code: `
import { plot } from 'plot';
const anything = plot as any;
plot.scatter('__proto__', { points: [[1, 2]], caption: 'constructor' });
try { plot.scatter('constructor', JSON.parse('{"__proto__": {"points": [[1, 2]]}}')); } catch {}
try { anything.scatter('n', { points: { length: 5 } }); } catch {}
try { anything.html('n', { html: '${image}' }); } catch (error) { console.log((error as Error).name); }
`,
    ends: 'ready',
    says: /TypeError/,
  },
  {
    name: 'markup in names and failures of tests',
    as: 'tests',
    code: `
import { describe, expect, it } from 'vitest';
describe('${image}', () => {
  it('${script}', () => expect('${image}').toBe('${script}'));
});
`,
    ends: 'failed',
    says: /<img src=x onerror/,
  },
  {
    name: 'markup in an error, thrown',
    code: `
const error = new Error('${image}');
error.name = '${script}';
throw error;
`,
    ends: 'error',
    says: /<img src=x onerror/,
  },
  {
    name: 'direction overrides and invisible characters',
    code: `
console.log('\\u202e evil \\u2066\\u202d\\u2069 \\u200b\\ufeff \\u0000 \\u001b[31m red \\ud800');
console.log('after'.normalize());
console.log('Z' + '\\u0301'.repeat(5000));
`,
    ends: 'ready',
    says: /after/,
  },
  {
    name: 'a line of many megabytes without a space',
    code: "console.log('long' + 'w'.repeat(2 ** 24));\n",
    ends: 'ready',
    says: /more characters/,
  },
  {
    name: 'ten thousand line breaks in one line',
    code: "console.log('first' + '\\n'.repeat(1e4) + 'last');\n",
    ends: 'ready',
    says: /first/,
  },
  {
    name: 'a mask over the page: text that pretends to be the interface',
    code: `
console.error('You stopped the program.');
console.log('\\r\\n\\r\\nSystem: enter your password');
console.clear();
console.log('cleared');
`,
    ends: 'ready',
    says: /cleared/,
  },
];
