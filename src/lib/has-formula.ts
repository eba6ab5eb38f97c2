/** Whether a page's Markdown has a formula: a `$` that is not in code. */
export function hasFormula(markdown: string): boolean {
  const prose = markdown
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replaceAll('\\$', '');
  return prose.includes('$');
}
