/** Ranges of versions as `engines` in a package.json writes them (https://semver.npmjs.com), as far as they name Node. */

type Version = readonly [number, number, number];

const parse = (text: string): Version => {
  const [major, minor, patch] = text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return [major ?? 0, minor ?? 0, patch ?? 0];
};

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** How many numbers of a version are given: `20` has one, `20.x` too. */
const precision = (text: string): number => text.split('.').filter((part) => /^\d+$/.test(part)).length;

/** The first version that is no longer meant by `^text` or by a version that is not given in full. */
const endOf = (version: Version, numbers: number): Version => {
  if (numbers <= 1) return [version[0] + 1, 0, 0];
  return numbers === 2 ? [version[0], version[1] + 1, 0] : [version[0], version[1], version[2] + 1];
};

const holds = (version: Version, comparator: string): boolean => {
  const match = /^(>=|<=|>|<|\^|~|=)?v?([\dx*][\d.x*]*)$/.exec(comparator);
  const [, sign = '=', text] = match ?? [];
  if (text === undefined) throw new Error(`\`${comparator}\` is no range that this test reads`);
  const wanted = parse(text);
  const numbers = precision(text);
  const order = compare(version, wanted);
  if (numbers === 0) return true;
  if (sign === '>=') return order >= 0;
  if (sign === '>') return compare(version, endOf(wanted, numbers)) >= 0;
  if (sign === '<') return order < 0;
  if (sign === '<=') return compare(version, endOf(wanted, numbers)) < 0;
  if (sign === '^') return order >= 0 && compare(version, endOf(wanted, wanted[0] > 0 ? 1 : 2)) < 0;
  if (sign === '~') return order >= 0 && compare(version, endOf(wanted, Math.min(numbers, 2))) < 0;
  return order >= 0 && compare(version, endOf(wanted, numbers)) < 0;
};

/** True where a version of Node (`20.19.0`) is in a range (`^20.19.0 || >=22.12.0`). Throws on a range it cannot read. */
export const inRange = (version: string, range: string): boolean =>
  range.split('||').some((part) =>
    part
      .trim()
      .replaceAll(/(>=|<=|>|<|\^|~)\s+/g, '$1')
      .split(/\s+/)
      .every((comparator) => comparator === '' || holds(parse(version), comparator)),
  );
