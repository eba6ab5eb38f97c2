import { right, type Solution } from './right.ts';

const plain = right['plain'] as Solution;
const byHand = 'weights three clients of 100, 300 and 600 examples by hand';
const ownData = 'is the difference that training on the own data makes';

function aggregating(from: string, to: string): Solution {
  return { ...plain, aggregate: plain.aggregate.replace(from, to) };
}

function updating(from: string, to: string): Solution {
  return { ...plain, localUpdate: plain.localUpdate.replace(from, to) };
}

/** What goes wrong, and a test that says so. */
export const wrong: Readonly<
  Record<string, { solution: Solution; fails: string }>
> = {
  'counts every client the same': {
    solution: aggregating('exampleCount / total', '1 / updates.length'),
    fails: byHand,
  },
  'does not divide by the number of examples': {
    solution: aggregating('exampleCount / total', 'exampleCount'),
    fails: byHand,
  },
  'forgets the parameters of the server': {
    solution: aggregating('}, parameter);', '}, 0);'),
    fails: 'adds the mean change to the parameters of the server',
  },
  'subtracts the changes, as if they were gradients': {
    solution: aggregating('value + (', 'value - ('),
    fails: 'adds the mean change to the parameters of the server',
  },
  'goes half way to one client after the other': {
    solution: {
      ...plain,
      aggregate: `
        return parameters.map((parameter, i) => {
          return updates.reduce((value, { change }) => {
            return (value + parameter + at(change, i)) / 2;
          }, parameter);
        });`,
    },
    fails: 'does not depend on the order, nor on a common factor of the sizes',
  },
  'adds to the array of the server': {
    solution: {
      ...plain,
      aggregate: `
        const mine = parameters as number[];
        for (const { change, exampleCount } of updates) {
          for (let i = 0; i < mine.length; i++) {
            mine[i] = at(mine, i) + (exampleCount / total) * at(change, i);
          }
        }
        return mine;`,
    },
    fails: 'changes nothing without updates, and never its arguments',
  },
  'sends the parameters instead of the change': {
    solution: updating('after - before', 'after'),
    fails: ownData,
  },
  'takes before minus after': {
    solution: updating('after - before', 'before - after'),
    fails: ownData,
  },
  'lets the options behind': {
    solution: updating('...options,', ''),
    fails: ownData,
  },
  'takes more for a batch than there is': {
    solution: updating(
      'Math.min(options.batchSize, rows.length)',
      'options.batchSize',
    ),
    fails: 'with one local step of all data is gradient descent in one place',
  },
};
