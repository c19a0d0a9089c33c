/** Suggestions for misspelt names. */

/**
 * Distance of two words: the fewest letters to add, take away, replace or swap with their neighbour (optimal string
 * alignment). Counted in code points.
 */
export const editDistance = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  let before: readonly number[] = [];
  let above: readonly number[] = [0, ...right.map((_, index) => index + 1)];
  for (const [row, letter] of left.entries()) {
    const line = [row + 1];
    for (const [column, other] of right.entries()) {
      const same = letter === other;
      let least = Math.min(
        (above[column] ?? 0) + (same ? 0 : 1),
        (above[column + 1] ?? 0) + 1,
        (line[column] ?? 0) + 1,
      );
      if (letter === right[column - 1] && other === left[row - 1])
        least = Math.min(least, (before[column - 1] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above.at(-1) ?? 0;
};

/** Longer words are no misspelling of anything, and the distance takes time. */
const lengthLimit = 64;

/** Letters that people type for others which their keyboard lacks, and which Unicode does not take apart. */
const typedFor: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ø: 'o', ł: 'l', đ: 'd' };

/** Small letters without their marks. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[əıøłđ]/g, (letter) => typedFor[letter] ?? letter);

/**
 * The name that was probably meant: the nearest of `names`, at most a third of the word's letters away; a difference of
 * case or of marks on letters alone is none. Undefined where nothing is near. The first of several equally near ones counts.
 */
export const nearestName = (word: string, names: Iterable<string>): string | undefined => {
  if (word.length > lengthLimit) return undefined;
  const wanted = folded(word);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  for (const name of names) {
    if (name.length > lengthLimit) continue;
    const distance = editDistance(wanted, folded(name));
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
};

/** The hint that goes with it: ``did you mean `x`?``, or the names there are where none is near. */
export const suggestion = (word: string, names: readonly string[]): string | undefined => {
  const nearest = nearestName(word, names);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return names.length === 0 ? undefined : `there is ${listNames(names)}`;
};

const listedAtMost = 12;

/** Names in code, with commas; many are cut short. */
export const listNames = (names: readonly string[]): string => {
  const listed = names.slice(0, listedAtMost).map((name) => `\`${name}\``);
  return names.length > listedAtMost ? `${listed.join(', ')} and others` : listed.join(', ');
};
