// @ts-check
/** The figures of a run as Markdown, fit for docs/performance.md. Numbers in, text out. */

/** @typedef {Readonly<Partial<Record<string, number>>>} Stages milliseconds by stage */
/**
 * @typedef {{
 *   readonly wanted: number, readonly pages: number, readonly notes: number, readonly ours: number, readonly stages: Stages,
 *   readonly floor?: { readonly whole: number, readonly print: number },
 *   readonly pagedJs?: { readonly whole: number, readonly paginate: number, readonly pages: number },
 * }} BookFigures seconds, medians
 */
/** @typedef {{ readonly what: string, readonly value: number, readonly limit: string, readonly held: boolean }} Ratio */
/**
 * @typedef {{
 *   readonly machine: readonly string[],
 *   readonly books: readonly BookFigures[],
 *   readonly languages?: { readonly one: number, readonly three: number, readonly busy: number | undefined, readonly pages: number },
 *   readonly report?: { readonly three: number, readonly floor: number },
 *   readonly outputs?: OutputFigures,
 *   readonly memory: readonly { readonly what: string, readonly node: number, readonly browser: number }[],
 * }} Figures
 */

/**
 * Several outputs of one book: of each the stages of its own, in milliseconds; those of the proof that all share are with `print`.
 * @typedef {{ readonly pages: number, readonly each: readonly { readonly as: string, readonly stages: Stages }[] }} OutputFigures
 */

/** Stages that decide and fix the pages: what Paged.js does in `preview()`. */
const paginationStages = ['galley', 'makeup', 'compose'];

/** @param {number} value */
const two = (value) => value.toFixed(2);
/** @param {number} bytes */
const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Pagination alone, in seconds. @param {Stages} stages */
const paginationOf = (stages) =>
  paginationStages.reduce((sum, stage) => sum + (stages[stage] ?? 0), 0) / 1000;

/** Rewriting and judging, in seconds. @param {Stages} stages */
const productionOf = ({ prepress = 0, preflight = 0 }) => (prepress + preflight) / 1000;

/** @param {OutputFigures} outputs */
const allProductionOf = ({ each }) => each.reduce((sum, { stages }) => sum + productionOf(stages), 0);

/** @param {string} what @param {number} value @param {number} most @returns {Ratio} */
const atMost = (what, value, most) => ({ what, value, limit: `at most ${most}`, held: value <= most });
/** @param {string} what @param {number} value @param {number} least @returns {Ratio} */
const atLeast = (what, value, least) => ({ what, value, limit: `at least ${least}`, held: value >= least });

/** The ratios that the project holds itself to. @param {Figures} figures @returns {readonly Ratio[]} */
export const ratiosOf = ({ books, languages, report, outputs }) => {
  /** @param {number} wanted */
  const book = (wanted) => books.find((each) => each.wanted === wanted);
  const [small, large, huge] = [book(50), book(250), book(1000)];
  /** @type {Ratio[]} */
  const ratios = [];
  if (large?.floor !== undefined) {
    ratios.push(
      atMost('250 pages, whole process: Trifolio to the floor', large.ours / large.floor.whole, 3.5),
      atMost(
        '250 pages: pagination alone to the printing of the floor',
        paginationOf(large.stages) / large.floor.print,
        1,
      ),
    );
  }
  if (large?.pagedJs !== undefined) {
    ratios.push(
      atLeast('250 pages, whole process: Paged.js to Trifolio', large.pagedJs.whole / large.ours, 3),
      atLeast(
        '250 pages: pagination of Paged.js to ours',
        large.pagedJs.paginate / paginationOf(large.stages),
        12,
      ),
    );
  }
  if (small !== undefined && huge !== undefined) {
    const growth = huge.ours / huge.pages / (small.ours / small.pages);
    ratios.push(atMost('seconds per page at 1,000 pages to those at 50', growth, 1.25));
  }
  if (languages !== undefined)
    ratios.push(atMost('three languages to one', languages.three / languages.one, 2.3));
  if (report !== undefined)
    ratios.push(atMost('the report in three languages to the floor of one', report.three / report.floor, 6));
  if (outputs !== undefined) {
    const print = outputs.each.find(({ as }) => as === 'print');
    ratios.push(
      atMost(
        `${outputs.pages} pages, seconds to rewrite and judge \`print\``,
        productionOf(print?.stages ?? {}),
        1.5,
      ),
      atMost(
        `${outputs.pages} pages, the same of ${outputs.each.length} outputs`,
        allProductionOf(outputs),
        4,
      ),
    );
  }
  return ratios;
};

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows @returns {string} */
const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? ':--' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** @param {Figures} figures */
const bookTable = ({ books }) =>
  table(
    ['book', 'pages', 'notes', 'Trifolio', 'floor', 'Paged.js', 'to the floor', 'Paged.js to Trifolio'],
    books.map(({ wanted, pages, notes, ours, floor, pagedJs }) => [
      `${wanted} pages`,
      String(pages),
      String(notes),
      `${two(ours)} s`,
      floor === undefined ? '' : `${two(floor.whole)} s`,
      pagedJs === undefined ? '' : `${two(pagedJs.whole)} s (${pagedJs.pages} pages)`,
      floor === undefined ? '' : two(ours / floor.whole),
      pagedJs === undefined ? '' : two(pagedJs.whole / ours),
    ]),
  );

/** @param {Figures} figures */
const paginationTable = ({ books }) =>
  table(
    ['book', 'fix lines, measure', 'makeup', 'compose', 'together', 'printing of the floor', 'Paged.js'],
    books.map(({ wanted, stages, floor, pagedJs }) => [
      `${wanted} pages`,
      ...paginationStages.map((stage) => `${two((stages[stage] ?? 0) / 1000)} s`),
      `${two(paginationOf(stages))} s`,
      floor === undefined ? '' : `${two(floor.print)} s`,
      pagedJs === undefined ? '' : `${two(pagedJs.paginate)} s`,
    ]),
  );

/** @param {Figures} figures */
const stageTable = ({ books }) => {
  const names = [...new Set(books.flatMap(({ stages }) => Object.keys(stages)))];
  return table(
    ['stage', ...books.map(({ wanted }) => `${wanted} pages`)],
    names.map((name) => [
      name,
      ...books.map(({ stages, pages }) => {
        const milliseconds = stages[name];
        if (milliseconds === undefined) return '';
        const rate = milliseconds < 1 ? '' : ` (${Math.round((pages / milliseconds) * 1000)}/s)`;
        return `${Math.round(milliseconds)} ms${rate}`;
      }),
    ]),
  );
};

/** @param {OutputFigures} outputs */
const outputTable = ({ each }) =>
  table(
    ['output', 'prepress', 'preflight', 'together'],
    each.map(({ as, stages }) => [
      as,
      `${Math.round(stages['prepress'] ?? 0)} ms`,
      `${Math.round(stages['preflight'] ?? 0)} ms`,
      `${two(productionOf(stages))} s`,
    ]),
  );

/** @param {readonly Ratio[]} ratios */
const ratioTable = (ratios) =>
  table(
    ['what', 'measured', 'to reach', ''],
    ratios.map(({ what, value, limit, held }) => [what, two(value), limit, held ? 'held' : 'missed']),
  );

/** All tables of a run. @param {Figures} figures @returns {string} */
export const figuresPage = (figures) => {
  const { machine, languages, report, outputs, memory } = figures;
  return [
    machine.map((line) => `- ${line}`).join('\n'),
    '### What is to be reached',
    ratioTable(ratiosOf(figures)),
    '### Whole process, from start to exit',
    bookTable(figures),
    '### Pagination alone',
    paginationTable(figures),
    '### Milliseconds and pages per second by stage',
    stageTable(figures),
    ...(languages === undefined
      ? []
      : [
          '### Several languages',
          `One language ${two(languages.one)} s, three languages ${two(languages.three)} s (${languages.pages} pages each)${
            languages.busy === undefined ? '' : `; ${two(languages.busy)} cores busy on the mean`
          }.`,
        ]),
    ...(report === undefined
      ? []
      : [
          '### The report that comes with Trifolio',
          `Three languages ${two(report.three)} s; the floor of one ${two(report.floor)} s.`,
        ]),
    ...(outputs === undefined
      ? []
      : [
          '### Several outputs',
          `${outputs.pages} pages, from the proof to the files.`,
          outputTable(outputs),
        ]),
    ...(memory.length === 0
      ? []
      : [
          '### Memory',
          table(
            ['what', 'Node, peak', 'browser, all processes, sum of peaks'],
            memory.map(({ what, node, browser }) => [what, megabytes(node), megabytes(browser)]),
          ),
        ]),
  ].join('\n\n');
};
