/** Turns what paginator and makeup found into diagnostics: their words for the person, the place, what to do. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MakeupFinding } from '../protocol/makeup.ts';
import type { AssetAnswer, PaginatorFinding } from '../protocol/paginator.ts';
import { parsePlace } from '../protocol/place.ts';

const detail = (
  finding: { readonly detail: Readonly<Record<string, string | number>> },
  key: string,
): string => String(finding.detail[key] ?? '?');

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** What the paginator found. */
export const paginatorDiagnostic = (finding: PaginatorFinding): Diagnostic => {
  const place = parsePlace(finding.place);
  switch (finding.rule) {
    case 'paginator/overfull':
      return diagnose(
        finding.rule,
        finding.detail['word'] === undefined
          ? `Unexpected width of text, ${detail(finding, 'by')} px wider than its column, expected it to fit`
          : `Unexpected length of \`${shortened(detail(finding, 'word'))}\`, cut at the line's end, expected a word that fits a line`,
        { place, hint: 'write it shorter, or put a soft hyphen where it may be broken' },
      );
    case 'paginator/scaled':
      return diagnose(
        finding.rule,
        `Unexpected width, printed at ${detail(finding, 'percent')} % of its size, expected it to fit the column`,
        { place, hint: 'break the line, take a column of the table away, or shorten its widest words' },
      );
    case 'paginator/page-name-nested':
      return diagnose(
        finding.rule,
        `Unexpected page name \`${detail(finding, 'name')}\` inside pages named \`${detail(finding, 'outer')}\`, expected it on a child of the flow`,
        { place, hint: 'set `page` on the section itself, not on an element inside it' },
      );
    case 'paginator/unsupported-layout':
      return diagnose(
        finding.rule,
        `Unexpected \`${detail(finding, 'what')}\`, expected a layout that runs down the page`,
        { place, hint: 'let it stand in the column, or put it into a margin box' },
      );
    case 'paginator/target-missing':
      return diagnose(
        finding.rule,
        `Unexpected reference to \`#${detail(finding, 'target')}\`, expected an id that is in the text`,
        { place, hint: 'correct the id in the template' },
      );
    case 'paginator/font-missing':
      return diagnose(
        finding.rule,
        `Unexpected file for the font \`${detail(finding, 'font')}\`, expected a TrueType font`,
        { place, hint: 'install the dependencies again with `npm ci`, or correct template.yaml' },
      );
  }
};

/** What makeup could not do as the rules ask. `folio` is the page it is about. */
export const makeupDiagnostic = (finding: MakeupFinding, folio: string | undefined): Diagnostic => {
  const more = { place: parsePlace(finding.place), folio };
  switch (finding.rule) {
    case 'makeup/note-late':
      return diagnose(
        finding.rule,
        `Unexpected start of note \`${detail(finding, 'note')}\` on a later page than its call, expected it on the same`,
        { ...more, hint: 'call fewer notes in one line, or shorten them' },
      );
    case 'makeup/note-split-short':
      return diagnose(
        finding.rule,
        `Unexpected cut of note \`${detail(finding, 'note')}\` after a single line, expected two lines at least on each page`,
        { ...more, hint: 'shorten the note, or the notes beside it' },
      );
    case 'makeup/item-overflows':
      return diagnose(
        finding.rule,
        `Unexpected height, ${detail(finding, 'by')} px more than a page holds, expected it to fit on one`,
        { ...more, hint: 'make the picture smaller, or divide the table row' },
      );
    case 'makeup/note-overflows':
      if (finding.detail['repeated'] === 1) {
        return diagnose(
          finding.rule,
          `Unexpected height of note \`${detail(finding, 'note')}\` of a repeated table head, expected room for a row beside it`,
          {
            ...more,
            severity: 'warning',
            hint: 'the note stands on the first page of the table alone; a shorter one is repeated with the head',
          },
        );
      }
      return diagnose(
        finding.rule,
        `Unexpected height in note \`${detail(finding, 'note')}\`, more than a page holds, expected it to fit`,
        { ...more, hint: 'make the picture or table in the note smaller' },
      );
    case 'makeup/unsettled':
      return diagnose(finding.rule, 'Unexpected movement of page numbers, expected them to stand', more);
  }
};

/** A number that still moved when the makeup was frozen: what is printed is true, but its line was set for another. */
export const movedDiagnostic = (target: string, passes: number): Diagnostic =>
  diagnose(
    'makeup/unsettled',
    `Unexpected movement of the page number of \`#${target}\` after ${passes} passes, expected it to stand`,
    { hint: 'the number printed is right; another word before it settles the line' },
  );

/** Fonts and pictures that could not be read. */
export const assetDiagnostics = (assets: AssetAnswer): readonly Diagnostic[] => [
  ...assets.failedFonts.map((font) =>
    paginatorDiagnostic({ rule: 'paginator/font-missing', place: '', detail: { font } }),
  ),
  ...assets.failedPictures.map(({ url, place }) =>
    diagnose(
      'chromium/asset-failed',
      `Unexpected content of the picture \`${url}\`, expected one that can be shown`,
      {
        place: parsePlace(place),
        hint: 'open the picture and save it again as PNG, JPEG or SVG',
      },
    ),
  ),
];
