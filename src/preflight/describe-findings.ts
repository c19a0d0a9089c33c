/** Puts into words what reading the pages back found. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parsePlace } from '../protocol/place.ts';
import { quoteWords } from './letters.ts';
import type { PageFinding } from './page-finding.ts';

const report =
  'this is a fault of the program or of the template’s CSS, not of the text: please report it with the manuscript';

/**
 * The diagnostic of a finding. `folio` writes a page's number; `noteAt` finds the page on which a note that is missing
 * where it belongs stands instead.
 */
export const describeFinding = (
  finding: PageFinding,
  folio: (page: number) => string,
  noteAt: (letters: string) => number | undefined,
): Diagnostic => {
  const where = { folio: folio(finding.page) };
  const page = `page ${where.folio}`;
  switch (finding.kind) {
    case 'unreadable':
      return diagnose(
        'preflight/unreadable',
        `Unexpected content of ${page}, expected a page description that can be read`,
        where,
      );
    case 'lost':
      return diagnose(
        'preflight/text-lost',
        `Unexpected ${page} without \`${quoteWords(finding.words)}\`, expected these words on it`,
        {
          ...where,
          place: parsePlace(finding.place),
          hint: report,
        },
      );
    case 'extra':
      return diagnose(
        'preflight/text-extra',
        `Unexpected letters \`${quoteWords(finding.words)}\` on ${page}, expected only what makeup put there`,
        {
          ...where,
          hint: report,
        },
      );
    case 'moved':
      return diagnose(
        'preflight/line-moved',
        `Unexpected place of \`${quoteWords(finding.words)}\` on ${page}, expected the line that makeup gave it`,
        {
          ...where,
          place: parsePlace(finding.place),
          hint: report,
        },
      );
    case 'disordered':
      return diagnose(
        'preflight/text-disordered',
        `Unexpected order of the letters of \`${quoteWords(finding.words)}\` on ${page}, expected that of the manuscript`,
        {
          ...where,
          place: parsePlace(finding.place),
          hint: report,
        },
      );
    case 'note': {
      const other = noteAt(finding.letters);
      return other === undefined
        ? diagnose(
            'preflight/text-lost',
            `Unexpected ${page} without \`${quoteWords(finding.words)}\` of note \`${finding.note}\`, expected these words at its foot`,
            {
              ...where,
              hint: report,
            },
          )
        : diagnose(
            'preflight/note-misplaced',
            `Unexpected note \`${finding.note}\` on page ${folio(other)}, expected it on ${page} with its call`,
            {
              ...where,
              hint: report,
            },
          );
    }
    case 'glyph':
      return diagnose(
        'preflight/glyph-missing',
        `Unexpected letter in \`${quoteWords(finding.words)}\` on ${page} that \`${finding.font}\` does not have, expected one that it has`,
        {
          ...where,
          place: parsePlace(finding.place),
          hint: 'write it with another letter, or use a font that has it',
        },
      );
  }
};
