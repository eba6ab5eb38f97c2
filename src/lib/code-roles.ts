import { tagHighlighter, tags } from '@lezer/highlight';

/**
 * What a piece of code is, for its colour: the class names of src/styles/code.css.
 * The editor and the code that is there before it use the same, so that
 * nothing changes its colour when a playground comes alive.
 */
export const codeRoles = tagHighlighter([
  { tag: tags.keyword, class: 'tok-keyword' },
  {
    tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape],
    class: 'tok-string',
  },
  { tag: [tags.number, tags.bool, tags.atom], class: 'tok-number' },
  { tag: tags.comment, class: 'tok-comment' },
  {
    tag: [tags.definition(tags.variableName), tags.propertyName],
    class: 'tok-name',
  },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'tok-type' },
]);
