/** Work on many large things of which only few may lie in the memory: pictures of a book, unpacked. */

/**
 * Does some work for each of many, two at a time: while libvips packs one, the next is unpacked. Goes out: what came of each, in their order.
 */
export const twoAtATime = async <Each, Result>(
  many: readonly Each[],
  work: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const waiting = many.entries();
  const lane = async (): Promise<void> => {
    for (const [index, each] of waiting) results[index] = await work(each);
  };
  await Promise.all([lane(), lane()]);
  return results;
};
