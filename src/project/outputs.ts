/** How an edition leaves the house, and the names of the files in `dist/`. */

/** The outputs there are, in the order in which they are made. */
const outputs = ['print', 'press', 'booklet', 'n-up', 'trifold', 'screen'] as const;

/** One of the outputs; docs/printing.md says what each is for. */
export type Output = (typeof outputs)[number];

/** The output of a publication that names none; its files need no name of it. */
export const plainOutput = 'print' satisfies Output;

/** Their names as they are typed. */
export const knownOutputs: readonly string[] = outputs;

/** The outputs of these names, each once, in the order in which they are made; a name that is none is left out. */
export const outputsNamed = (names: readonly string[]): readonly Output[] =>
  outputs.filter((output) => names.includes(output));

/** Name of the PDF of an edition in the publication's folder: `x.<tag>.pdf`, for other outputs `x.<tag>.<output>.pdf`. */
export const outputFileName = (publication: string, tag: string, output: string): string =>
  output === plainOutput ? `${publication}.${tag}.pdf` : `${publication}.${tag}.${output}.pdf`;

/** Name of the report beside the PDFs. */
export const reportFileName = 'report.json';
