/** How an edition leaves the house, and the names of the files in `dist/`. */

/** The output of an edition for which none is named; its files need no name of it. */
const plainOutput = 'print';

/** The outputs there are. */
export const knownOutputs: readonly string[] = [plainOutput];

/** Name of the PDF of an edition in the publication's folder: `x.<tag>.pdf`, for other outputs `x.<tag>.<output>.pdf`. */
export const outputFileName = (publication: string, tag: string, output: string): string =>
  output === plainOutput ? `${publication}.${tag}.pdf` : `${publication}.${tag}.${output}.pdf`;

/** Name of the report beside the PDFs. */
export const reportFileName = 'report.json';
