/**
 * The outputs of the publications that ship. Their pages are the same in every one: each glyph in its font at its place, read from the content
 * streams. Nothing is wrong with what goes to a print shop.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { planImposition, type ImposedOutput } from '../../src/prepress/impose/plan-imposition.ts';
import type { Imposition } from '../../src/prepress/impose/imposition.ts';
import { composed, identity, type Matrix } from '../../src/prepress/matrix.ts';
import { pagesOf, readRectangle, type PdfPage, type PdfRectangle } from '../../src/prepress/page-tree.ts';
import type { PdfFile } from '../../src/prepress/pdf-file.ts';
import { mmToPt } from '../../src/protocol/length.ts';
import { judgeFile } from '../../src/preflight/judge-file.ts';
import { comparedPages } from '../prepress/rendered-pages.ts';
import { expectNoDiagnostics } from '../support/diagnostics.ts';
import { textDrawer, type ShownText } from './drawn-text.ts';
import { shippedEditions, type ShippedEdition } from './shipped-editions.ts';

let editions: readonly ShippedEdition[] = [];
beforeAll(async () => {
  editions = await shippedEditions();
});

const boxOf = (file: PdfFile, page: PdfPage, name: string): PdfRectangle =>
  readRectangle(file, page.dictionary.entries.get(name)) ??
  page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };

/** Four decimals of a point are a thirtieth of a micrometre. */
const numbers = (matrix: Matrix): string =>
  matrix.map((value) => value.toFixed(4).replace(/^-0\.0000$/, '0.0000')).join(' ');

/** What is shown, from the corner of the trimmed page, a line for each string. */
const written = (shown: readonly ShownText[], { left, bottom }: PdfRectangle): readonly string[] =>
  shown.map(
    ({ setting, glyphs, matrix }) =>
      `${setting} ${glyphs} ${numbers(composed(matrix, [1, 0, 0, 1, -left, -bottom]))}`,
  );

const isInside = (
  { left, bottom, right, top }: PdfRectangle,
  { matrix: [, , , , x, y] }: ShownText,
): boolean => left <= x && x <= right && bottom <= y && y <= top;

/** The text of each page; what a press prints beyond the bleed is cut off and is not of the page. */
const pagesAs = (file: PdfFile): readonly (readonly string[])[] => {
  const draw = textDrawer(file);
  return pagesOf(file).map((page) => {
    const bleed = boxOf(file, page, 'BleedBox');
    return written(
      draw(page).shown.filter((text) => isInside(bleed, text)),
      boxOf(file, page, 'TrimBox'),
    );
  });
};

const planOf = (edition: ShippedEdition, output: ImposedOutput, count: number): Imposition => {
  const { trim } = edition.work.order.forme.rules;
  const { value } = planImposition(output, trim, count, edition.publication.settings.imposition);
  if (value === undefined) throw new Error('there is no plan');
  return value;
};

/** The pages on sheets, in their own order again, each moved back from where the plan says that it lies. */
const pagesFromSheets = (
  file: PdfFile,
  plan: Imposition,
  trims: readonly PdfRectangle[],
): readonly (readonly string[])[] => {
  const draw = textDrawer(file);
  const found = new Map<number, readonly string[]>();
  for (const [index, sheet] of pagesOf(file).entries()) {
    const placements = plan.sides[index]?.placements ?? [];
    const { shown, forms } = draw(sheet, true);
    expect(shown).toEqual([]);
    expect(forms.length).toBe(placements.length);
    const turned: Matrix =
      plan.backsTurned && index % 2 === 1
        ? [-1, 0, 0, -1, mmToPt(plan.width), mmToPt(plan.height)]
        : identity;
    for (const [at, { page, left, bottom, scale }] of placements.entries()) {
      const form = forms[at];
      const trim = trims[page] ?? { left: 0, bottom: 0, right: 0, top: 0 };
      const lies: Matrix = [
        scale,
        0,
        0,
        scale,
        mmToPt(left) - scale * trim.left,
        mmToPt(bottom) - scale * trim.bottom,
      ];
      expect(numbers(form?.matrix ?? identity)).toBe(numbers(composed(lies, turned)));
      found.set(page, written(form?.shown ?? [], trim));
    }
  }
  return trims.map((_, page) => found.get(page) ?? []);
};

/** What differs, as the first page and its first string that does. */
const firstDifference = (
  one: readonly (readonly string[])[],
  other: readonly (readonly string[])[],
): string | undefined => {
  if (one.length !== other.length) return `${one.length} and ${other.length} pages`;
  for (const [page, texts] of one.entries()) {
    const others = other[page] ?? [];
    if (texts.length !== others.length) return `page ${page}: ${texts.length} and ${others.length} strings`;
    const at = texts.findIndex((text, index) => text !== others[index]);
    if (at >= 0) return `page ${page}: ${texts[at]} and ${others[at]}`;
  }
  return undefined;
};

describe('each glyph stands where it stands in print', () => {
  test.each(['press', 'screen'] as const)('%s', async (output) => {
    for (const edition of editions) {
      const print = pagesAs(await edition.output('print'));
      expect(print.flat().length).toBeGreaterThan(50);
      expect(firstDifference(pagesAs(await edition.output(output)), print)).toBeUndefined();
    }
  });

  test.each(['booklet', 'n-up'] as const)('%s', async (output) => {
    for (const edition of editions) {
      const file = await edition.output('print');
      const print = pagesAs(file);
      const trims = pagesOf(file).map((page) => boxOf(file, page, 'TrimBox'));
      const plan = planOf(edition, output, trims.length);
      const sheets = await edition.output(output);
      expect(firstDifference(pagesFromSheets(sheets, plan, trims), print)).toBeUndefined();
    }
  });
});

test('no pixel of print differs from what Chromium printed', async () => {
  for (const { proof, work, publication, tag } of editions) {
    const pages = await comparedPages(proof.pdf, work.pdf);
    expect(pages.length, `${publication.name} ${tag}`).toBe(proof.pages.length);
    expect(pages.map(({ differing }) => differing)).toEqual(pages.map(() => 0));
  }
});

test.each(['sheet', 'digital'] as const)(
  'a print shop has nothing to mend (GWG 2022, %s)',
  async (purpose) => {
    for (const edition of editions) {
      const { bytes } = await edition.output('press');
      const told = (await judgeFile(bytes, purpose)).filter(({ severity }) => severity !== 'info');
      expectNoDiagnostics(told);
    }
  },
);
