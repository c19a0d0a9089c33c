/** Preflight against real proofs: what was drawn is proved, and whatever differs from the drawing is told, with its place. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { judgeFile } from '../../src/preflight/judge-file.ts';
import { verifyProof } from '../../src/preflight/verify-proof.ts';
import type { ExpectedPage } from '../../src/protocol/paginator.ts';
import { finishedProof } from '../prepress/finished-proof.ts';
import { onePage } from '../prepress/written-pdf.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../support/diagnostics.ts';
import { drawnHtml, expectedOf, openPrinter, trim, type DrawnPage } from './drawn-pages.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const pages: readonly DrawnPage[] = [
  {
    lines: [
      'The office of Fizuli waffles, affluent',
      'and <em>efficient</em> fjords<sup>1</sup> of clear-',
      'ance: Şərifov, İıĞğ, Разминирование ёй',
    ],
    notes: ['<sup>1</sup> Landmine Monitor 2000, p. 12.'],
    folio: '1',
  },
  { lines: ['A second page, 1,234 mines'], notes: ['<sup>2</sup> Another source altogether.'], folio: '2' },
];

/** Verifies a print of `drawn` against what `wanted` says. */
const verify = async (
  drawn: readonly DrawnPage[],
  wanted: readonly DrawnPage[],
  more: { readonly style?: string; readonly fonts?: readonly string[]; readonly trim?: typeof trim } = {},
): Promise<readonly Diagnostic[]> => {
  const proof = await printer.print(drawnHtml(drawn, more.style));
  const bytes = await finishedProof(proof, { trim, bleed: 0, title: 'Drawn pages', language: 'en' });
  return verifyProof(bytes, {
    pages: expectedOf(wanted),
    folios: wanted.map((page, index) => page.folio ?? String(index + 1)),
    trim: more.trim ?? trim,
    bleed: 0,
    fonts: more.fonts ?? ['Literata'],
    readers: 1,
  });
};

/** The pages with one of them changed. */
const changed = (index: number, change: Partial<DrawnPage>): readonly DrawnPage[] =>
  pages.map((page, number) => (number === index ? { ...page, ...change } : page));

test('what is printed as drawn is proved', async () => {
  expectNoDiagnostics(await verify(pages, pages));
});

test('a line that is missing is told with its words and its place', async () => {
  const lines = pages[0]?.lines.slice(0, 2) ?? [];
  const told = await verify(changed(0, { lines }), pages);
  expectDiagnostics(told, ['en.md:3:1 preflight/text-lost error']);
  expect(told[0]?.message).toContain('Разминирование');
  expect(told[0]?.folio).toBe('1');
});

test('one letter that is missing is told', async () => {
  const told = await verify(changed(1, { lines: ['A second page, 1,234 mine'] }), pages);
  expectDiagnostics(told, ['en.md:101:1 preflight/text-lost']);
  expect(told[0]?.message).toContain('`mines`');
});

test('words that nobody wrote are told', async () => {
  const told = await verify(changed(1, { lines: ['A second page, 1,234 mines twice'] }), pages);
  expectDiagnostics(told, ['preflight/text-extra']);
});

test('letters in another order are told', async () => {
  const told = await verify(changed(1, { lines: ['A page, second 1,234 mines'] }), pages);
  expectDiagnostics(told, ['en.md:101:1 preflight/text-disordered']);
});

test('a line that stands lower than planned is told', async () => {
  const told = await verify(changed(1, { lines: ['', 'A second page, 1,234 mines'] }), pages);
  expectDiagnostics(told, ['en.md:101:1 preflight/line-moved']);
});

test('text that a box cuts off is lost', async () => {
  const style = 'p:nth-child(2) { height: 4px; overflow: hidden; }';
  expectDiagnostics(await verify(pages, pages, { style }), ['en.md:2:1 preflight/text-lost']);
});

test('text under a painted box is lost', async () => {
  const style =
    'p:first-child::after { content: ""; position: absolute; left: 0; top: 0; width: 300px; height: 20px; background: white; }';
  const told = await verify(pages, pages, { style });
  expectDiagnostics(told, ['en.md:1:1 preflight/text-lost']);
  expect(told[0]?.message).toContain('Fizuli');
});

test('a note at the foot of another page is told, and where it is', async () => {
  const [first, second] = pages;
  const told = await verify(
    [
      { ...first, lines: first?.lines ?? [], notes: [] },
      { ...second, lines: second?.lines ?? [], notes: [...(first?.notes ?? []), ...(second?.notes ?? [])] },
    ],
    pages,
  );
  expectDiagnostics(told, ['preflight/note-misplaced', 'preflight/text-extra']);
  expect(told.find((one) => one.rule === 'preflight/note-misplaced')?.message).toContain('`n1` on page 2');
});

test('a note that is nowhere is lost', async () => {
  const told = await verify(changed(0, { notes: [''] }), pages);
  expectDiagnostics(told, ['preflight/text-lost']);
  expect(told[0]?.message).toContain('note `n1`');
});

test('a folio that is missing is lost', async () => {
  const { folio: _, ...without } = pages[1] ?? { lines: [] };
  expectDiagnostics(await verify([pages[0] ?? without, without], pages), ['preflight/text-lost']);
});

test('a font that the template does not name is foreign', async () => {
  expectDiagnostics(await verify(pages, pages, { fonts: ['Source Sans 3'] }), [
    'preflight/font-foreign',
    'preflight/font-foreign',
  ]);
});

test('made-up styles become Type 3 and are told', async () => {
  const style = 'p:first-child { font-weight: 700; font-synthesis: weight; }';
  expectDiagnostics(await verify(pages, pages, { style }), ['preflight/font-type3']);
});

test('a page too many, a wrong size, a shrunk document are told alone', async () => {
  expectDiagnostics(await verify([...pages, { lines: ['More'] }], pages), ['preflight/page-count']);
  expectDiagnostics(await verify(pages, pages, { trim: { width: 105, height: 149 } }), [
    'preflight/page-size',
    'preflight/page-size',
  ]);
  const style = 'p:first-child { width: 600px; background: #eee; }';
  expectDiagnostics(await verify(pages, pages, { style }), ['preflight/scaled']);
});

test('many pages are read by several threads, with the same result', async () => {
  const many = Array.from({ length: 90 }, (_, index) => ({
    lines: [`Page ${index + 1}`],
    folio: String(index + 1),
  }));
  const drawn = many.with(70, { lines: ['Page'], folio: '71' });
  const bytes = await finishedProof(await printer.print(drawnHtml(drawn)), {
    trim,
    bleed: 0,
    title: 'Many pages',
    language: 'en',
  });
  const told = await Promise.all(
    [1, 2].map((readers) =>
      verifyProof(bytes, {
        pages: expectedOf(many),
        folios: many.map(({ folio }) => folio),
        trim,
        bleed: 0,
        fonts: ['Literata'],
        readers,
      }),
    ),
  );
  expectDiagnostics(told[0] ?? [], ['en.md:7001:1 preflight/text-lost']);
  expect(told[1]).toEqual(told[0]);
});

const written = {
  pages: [],
  folios: ['1'],
  trim: { width: (300 / 72) * 25.4, height: (300 / 72) * 25.4 },
  bleed: 0,
  readers: 1,
};

/** What is expected of a page written by hand that says `ab`. */
const writtenPage: ExpectedPage = {
  lines: [{ top: 100, bottom: 120, text: 'ab', place: 'en.md:1:1' }],
  notes: [],
  repeats: [],
  furniture: [],
  textArea: { left: 0, top: 0, right: 400, bottom: 400 },
};

test('a font outside the file is told', async () => {
  const content = 'BT /T 10 Tf 0 215 Td <00010002> Tj ET';
  const expected = { ...written, pages: [writtenPage], fonts: ['Literata'] };
  expectNoDiagnostics(await verifyProof(onePage({ content, letters: 'ab' }), expected));
  expectDiagnostics(await verifyProof(onePage({ content, letters: 'ab', embedded: false }), expected), [
    'preflight/font-not-embedded',
  ]);
});

test('pages are proved and judged in one reading, and nothing is told twice', async () => {
  const content = 'BT /T 10 Tf 30 215 Td <00010002> Tj ET 1 0 0 rg 0 w 30 190 m 90 190 l S';
  const expected = { ...written, pages: [writtenPage], fonts: ['Literata'], proves: true };
  const bytes = onePage({ content, letters: 'ac', embedded: false });
  expectDiagnostics(await judgeFile(bytes, 'imposed', expected), [
    '- preflight/font-not-embedded error',
    '- preflight/text-extra error',
    'en.md:1:1 preflight/text-lost error',
    '- preflight/trailer-id warning',
    '- preflight/line-thin warning',
  ]);
  const wrongSheet = { ...expected, trim: { width: 100, height: 100 } };
  expectDiagnostics(await judgeFile(bytes, 'imposed', wrongSheet), ['preflight/page-size']);
});

test('a letter that the font lacks is told with its word', async () => {
  const content = 'BT /T 10 Tf 0 215 Td <000100000002> Tj ET';
  const told = await verifyProof(onePage({ content, letters: 'ab' }), {
    ...written,
    pages: [writtenPage],
    fonts: ['Literata'],
  });
  expectDiagnostics(told, ['en.md:1:1 preflight/glyph-missing']);
  expect(told[0]?.message).toContain('`ab`');
  const many = `BT /T 10 Tf 0 215 Td <00010002${'0000'.repeat(50)}> Tj ET`;
  const page = { ...written, pages: [writtenPage], fonts: ['Literata'] };
  expectDiagnostics(await verifyProof(onePage({ content: many, letters: 'ab' }), page), [
    'en.md:1:1 preflight/glyph-missing',
  ]);
});

test('a page that cannot be read is told', async () => {
  const bytes = onePage({
    content: 'BT /T 10 Tf 0 215 Td <00010002> Tj ET',
    letters: 'ab',
    more: { 4: '<<>>' },
  });
  expectDiagnostics(await verifyProof(bytes, { ...written, pages: [writtenPage], fonts: ['Literata'] }), [
    'preflight/unreadable',
    'en.md:1:1 preflight/text-lost',
  ]);
});

test('bytes that are no PDF are told, never thrown', async () => {
  const expected = { pages: [], folios: [], trim, bleed: 0, fonts: [], readers: 1 };
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('%PDF-1.4\nstartxref\n9\n%%EOF')]) {
    expectDiagnostics(await verifyProof(bytes, expected), ['preflight/unreadable']);
  }
});
