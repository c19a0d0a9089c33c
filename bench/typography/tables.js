// @ts-check
/** The figures of line breaking as Markdown, fit for docs/line-breaking.md. */

/** @typedef {import('./judge-lines.js').LineFigures} LineFigures */
/** @typedef {{ readonly tag: string, readonly measure: number, readonly size: number, readonly what: string, readonly figures: LineFigures }} Row measure in mm, size in pt */
/** @typedef {{ readonly loose: number, readonly hyphenated: number }} Limit */

/**
 * What is to be reached, by measure and language; shares.
 * @type {Readonly<Partial<Record<number, Readonly<Partial<Record<string, Limit>>>>>>}
 */
export const limits = {
  125: {
    en: { loose: 0.01, hyphenated: 0.12 },
    az: { loose: 0.02, hyphenated: 0.25 },
    ru: { loose: 0.04, hyphenated: 0.3 },
  },
  105: {
    en: { loose: 0.03, hyphenated: 1 },
    az: { loose: 0.03, hyphenated: 1 },
    ru: { loose: 0.08, hyphenated: 1 },
  },
};

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/** Whether a setting keeps to its limits; undefined where there are none. @param {Row} row @returns {boolean | undefined} */
export const isReached = ({ tag, measure, figures }) => {
  const limit = limits[measure]?.[tag];
  return limit === undefined
    ? undefined
    : figures.loose <= limit.loose && figures.hyphenated <= limit.hyphenated;
};

/** @param {Row} row */
const limitOf = (row) => {
  const limit = limits[row.measure]?.[row.tag];
  if (limit === undefined) return '';
  const most =
    limit.hyphenated < 1 ? `${percent(limit.loose)}, ${percent(limit.hyphenated)}` : percent(limit.loose);
  return `${most}: ${isReached(row) === true ? 'held' : '**not held**'}`;
};

/** The lines that the program set, against what is to be reached. @param {readonly Row[]} rows */
export const settingTable = (rows) =>
  [
    '| column | language | text | lines | justified | loose | hyphenated | ladder | third hyphens | runts | at most |',
    '| --- | --- | --- | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...rows.map((row) => {
      const { tag, measure, size, what, figures } = row;
      const { lines, justified, loose, hyphenated, ladder, thirds, runts } = figures;
      return `| ${measure} mm, ${size} pt | ${tag} | ${what} | ${lines} | ${justified} | ${percent(loose)} | ${percent(hyphenated)} | ${ladder} | ${thirds} | ${runts} | ${limitOf(row)} |`;
    }),
  ].join('\n');

/** How loose and hyphenated lines trade against each other, one row for each way to break. @param {readonly Row[]} rows */
export const curveTable = (rows) =>
  [
    '| column | language | broken by | lines | loose | hyphenated | ladder | third hyphens | runts |',
    '| --- | --- | --- | --: | --: | --: | --: | --: | --: |',
    ...rows.map(({ tag, measure, size, what, figures }) => {
      const { lines, loose, hyphenated, ladder, thirds, runts } = figures;
      return `| ${measure} mm, ${size} pt | ${tag} | ${what} | ${lines} | ${percent(loose)} | ${percent(hyphenated)} | ${ladder} | ${thirds} | ${runts} |`;
    }),
  ].join('\n');
