/** One line of text as it stands in Markdown: nothing in it is markup. */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>&~|$#]/g, '\\$&')
    .replace(/^[-+=:]|:(?=\/\/)/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/www(?=\.)/gi, '$&\\');
}

/** Text in a quotation, with its lines and their indents. */
export function quotation(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => {
    const words = line.trim();
    const indent = '\u{a0}'.repeat(line.trimEnd().length - words.length);
    return indent + escapeMarkdown(words);
  });
  return lines
    .map((line, place) => {
      const isBroken = line !== '' && (lines[place + 1] ?? '') !== '';
      return `> ${line}${isBroken ? '\\' : ''}`.trimEnd();
    })
    .join('\n');
}

/** Code in a fence that none of its own lines can close. */
export function fenced(code: string, language: string): string {
  const runs = code.match(/`+/g) ?? [];
  const longest = Math.max(2, ...runs.map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
