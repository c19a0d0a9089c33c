/** The browser is asked which font draws each letter of the pages, before anything is printed. */
import { describe, expect, test } from 'vitest';
import { call, note, prose, rulesOf, smallPress } from './print-forme.ts';

const press = smallPress();

/** A font that every machine with a browser has, and no template. */
const foreign = 'font-family: serif';

const paragraph = (place: string, style: string, words: string): string =>
  `<p data-place="book.md:${place}" style="${style}">${words}</p>`;

const placesOf = (printed: Awaited<ReturnType<typeof press>>): readonly string[] =>
  printed.diagnostics.map(({ place }) => `${place?.file ?? ''}:${place?.line ?? 0}`);

describe('a letter in a font of the machine', () => {
  test('is told with the paragraph it stands in, and nothing is printed', async () => {
    const printed = await press({
      flow: `<p>${prose(30)}</p>${paragraph('7:1', foreign, 'abc')}<p>${prose(30)}</p>`,
    });
    expect(rulesOf(printed.diagnostics)).toEqual(['chromium/letter-foreign']);
    expect(placesOf(printed)).toEqual(['book.md:7']);
    expect(printed.diagnostics[0]?.message).toContain(
      '`a` (U+0061), `b` (U+0062), `c` (U+0063), expected one of',
    );
    expect(printed.diagnostics[0]?.message).toContain('`Literata`');
    expect(printed.proof).toBeUndefined();
  });

  test('is told once, where it stands first', async () => {
    const printed = await press({
      flow: paragraph('3:1', foreign, 'abcdefg') + paragraph('5:1', foreign, 'gfedcbah'),
    });
    expect(placesOf(printed)).toEqual(['book.md:3', 'book.md:5']);
    expect(printed.diagnostics[0]?.message).toContain('and 2 more');
    expect(printed.diagnostics[1]?.message).toMatch(/for `h` \(U\+0068\), expected/u);
  });

  test.each([
    ['a note', { flow: `<p>x${call('n')}</p>`, notes: note('n', 'abc'), css: `.note p { ${foreign} }` }],
    [
      'a call',
      { flow: `<p>x${call('n')}</p>`, notes: note('n', 'abc'), css: `.tf-note-call { ${foreign} }` },
    ],
    ['words of CSS', { flow: '<p class="q">abc</p>', css: `.q::after { content: "end"; ${foreign} }` }],
    ['numbers of a list', { flow: '<ol><li>abc</li></ol>', css: `li::marker { ${foreign} }` }],
    ['a table', { flow: '<table><tr><td>abc</td></tr></table>', css: `td { ${foreign} }` }],
    [
      'a drawing',
      {
        flow: '<svg width="90" height="20"><text y="9">abc</text></svg><p>x</p>',
        css: `text { ${foreign} }`,
      },
    ],
    [
      'a margin box',
      {
        flow: '<p>abc</p>',
        rules: [
          {
            selector: { pseudo: [] },
            margins: {},
            boxes: [
              {
                slot: 'top-center' as const,
                content: [{ kind: 'text' as const, text: 'head' }],
                css: foreign,
              },
            ],
            background: '',
          },
        ],
      },
    ],
  ])('is found in %s', async (_, book) => {
    expect(new Set(rulesOf((await press(book)).diagnostics))).toEqual(new Set(['chromium/letter-foreign']));
  });

  test('is nothing where it is not shown', async () => {
    const printed = await press({
      flow: `<p>abc</p>${paragraph('9:1', `display: none; ${foreign}`, 'abc')}`,
    });
    expect(rulesOf(printed.diagnostics)).toEqual([]);
  });
});

describe('a letter that the fonts lack', () => {
  test('is told with its place, whatever fonts the machine has', async () => {
    const printed = await press({
      flow: `<p>${prose(30)}</p>${paragraph('8:1', '', 'x \u6F22\u5B57 <b>\u6F22 \u2610</b> y')}${paragraph('9:1', '', '\u6F22')}`,
    });
    expect(rulesOf(printed.diagnostics)).toEqual(['template/letter-missing']);
    expect(placesOf(printed)).toEqual(['book.md:8']);
    expect(printed.diagnostics[0]?.message).toBe(
      'Unexpected `\u6F22` (U+6F22), `\u5B57` (U+5B57), `\u2610` (U+2610), expected letters that the font has in which they are set: `Literata`',
    );
  });

  test('is a capital that only CSS makes', async () => {
    // U+0192 is in the font, its capital U+0191 is not.
    const printed = await press({ flow: '<p>\u0192</p><p style="text-transform: uppercase">\u0192</p>' });
    expect(printed.diagnostics.map(({ message }) => /`.` \(U\+\w+\)/u.exec(message)?.[0])).toEqual([
      '`\u0191` (U+0191)',
    ]);
  });

  test('is found in the note area and in a margin box', async () => {
    const flow = `<p>x${call('n')}</p>`;
    const noted = await press({ flow, notes: note('n', '\u6F22') });
    expect(rulesOf(noted.diagnostics)).toEqual(['template/letter-missing']);
    const head = {
      slot: 'top-center' as const,
      content: [{ kind: 'text' as const, text: '\u6F22' }],
      css: '',
    };
    const headed = await press({
      flow: '<p>x</p>',
      rules: [{ selector: { pseudo: [] }, margins: {}, boxes: [head], background: '' }],
    });
    expect(rulesOf(headed.diagnostics)).toEqual(['template/letter-missing']);
    expect(headed.diagnostics[0]?.place).toBeUndefined();
  });
});

test('letters with marks, capitals, signs of the paginator are all drawn by the fonts of the page', async () => {
  const printed = await press({
    flow: `<p style="text-transform: uppercase">i\u0307stanbul ə ğ</p><p style="font-variant-caps: small-caps">Bakı</p><p>é e\u0301 soft\u00ADhyphen ${prose(80)}${call('n')}</p><p><b><i lang="ru">Баку</i></b></p><p style="text-transform: lowercase">x <i lang="">ABC</i> <i lang="no language">ABC</i></p>`,
    notes: note('n', 'ğ'),
  });
  expect(rulesOf(printed.diagnostics)).toEqual([]);
  expect(printed.pdf?.length).toBeGreaterThan(1000);
});
