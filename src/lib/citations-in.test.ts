import { expect, it } from 'vitest';
import { citationsIn } from './citations-in';

const page = `
Above all headings<Cite id="a" />.

## The *one* part of $k$ [#one]

<Cite id="a" /> and again <Cite id="a" />, then <Cite id="b" />.

\`\`\`text
## no heading without an id
\`\`\`

### Another [#two]

| a table | <Cite id="b" /> <Cite id="a" /> |
`;

it('names each section that cites a source, once and in order', () => {
  const one = { heading: 'one', title: 'The one part of k' };
  const two = { heading: 'two', title: 'Another' };
  expect(Object.fromEntries(citationsIn(page))).toEqual({
    a: [{ heading: '_top', title: '' }, one, two],
    b: [one, two],
  });
});

it('finds nothing where nothing is cited', () => {
  expect(citationsIn('## A heading [#a]\n\ntext').size).toBe(0);
});
