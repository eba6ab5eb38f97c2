import { agreement } from '@runnable-guide/algorithms/classification';
import { counterfactual } from '@runnable-guide/algorithms/counterfactual';
import { growTree, predict } from '@runnable-guide/algorithms/decision-tree';
import { iris } from '@runnable-guide/algorithms/iris';
import { at } from '@runnable-guide/algorithms/lists';
import { permutationImportance } from '@runnable-guide/algorithms/permutation-importance';

const points = (share: number) => `${(100 * share).toFixed(1)}%`;

/** The lab's experiment with the features that the tree may see. */
function experiment(features: readonly number[]) {
  const rows = iris.rows.map((row) => features.map((f) => at(row, f)));
  const pick = <Item>(items: readonly Item[], remainder: number) =>
    items.filter((_, index) => index % 2 === remainder);
  const labels = pick(iris.labels, 0);
  const tree = growTree(pick(rows, 0), labels, { maxDepth: 3 });
  const test = pick(rows, 1);
  const testLabels = pick(iris.labels, 1);
  const importances = permutationImportance(
    (some) => predict(tree, some),
    test,
    testLabels,
    { repeats: 50 },
  );
  return {
    tree,
    row: at(rows, 106),
    accuracy: points(agreement(predict(tree, test), testLabels)),
    importances: importances.map(({ mean }) => points(mean)),
  };
}

const all = experiment([0, 1, 2, 3]);
const noWidth = experiment([0, 1, 2]);
const noLength = experiment([0, 1, 3]);
const swapped = experiment([0, 1, 3, 2]);
const sepals = experiment([0, 1]);
const change = counterfactual(all.tree, all.row, 1, 0.1);
const moved = change?.row ?? [];

export const facts: Readonly<Record<string, string>> = {
  accuracy: all.accuracy,
  lengthImportance: at(all.importances, 2),
  widthImportance: at(all.importances, 3),
  sepalImportance: at(all.importances, 0),
  accuracyNoWidth: noWidth.accuracy,
  lengthAlone: at(noWidth.importances, 2),
  accuracyNoLength: noLength.accuracy,
  widthAlone: at(noLength.importances, 2),
  accuracySwapped: swapped.accuracy,
  widthFirst: at(swapped.importances, 2),
  lengthSecond: at(swapped.importances, 3),
  accuracySepals: sepals.accuracy,
  flowerWidth: at(all.row, 3).toFixed(1),
  wantedWidth: at(moved, 3).toFixed(2),
};
