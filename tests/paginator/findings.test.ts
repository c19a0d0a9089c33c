/** What the paginator, makeup and the browser have to complain of, each raised by a small book. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { machineFault } from '../../src/platform/machine-fault.ts';
import { noAnswer } from '../../src/chromium/browser-failure.ts';
import { makeupDiagnostic } from '../../src/pipeline/findings.ts';
import { call, note, pagedValue, prose, rulesOf, smallPress } from './print-forme.ts';
import { readPages } from './read-pages.ts';

const press = smallPress();

describe('a template that asks for what cannot be', () => {
  test('a page name inside a section of another name', async () => {
    const printed = await press({
      flow: `<section><p>${prose(30)}</p><div style="page: wide"><p>${prose(20)}</p></div></section>`,
    });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/page-name-nested']);
  });

  test.each([
    ['a paragraph', '<p class="w">x</p>', '.w { page: wide }'],
    [
      'a list in a section',
      '<section><ul class="w"><li>x</li></ul></section>',
      '@media print { .w { page: wide } }',
    ],
    ['a figure', '<figure class="w"><p>x</p></figure>', 'section { & .w { page: wide } }'],
    ['a row', '<table><tr class="w"><td>x</td></tr></table>', 'tr { page: wide !important }'],
  ])('a page name on %s', async (_, inner, css) => {
    const flow = `<section data-place="book.md:4:1"><p>${prose(30)}</p>${inner}<p>${prose(20)}</p></section>`;
    const printed = await press({ flow, css });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/page-name-nested']);
    expect(printed.diagnostics[0]?.place?.line).toBe(4);
    expect(printed.pages).toBe(1);
    expect(printed.pdf).toBeDefined();
  });

  test('columns are kept on one page', async () => {
    const printed = await press({ flow: `<div style="columns: 2"><p>${prose(40)}</p></div><p>x</p>` });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/unsupported-layout']);
  });

  test.each(['float: right', 'position: absolute'])('text with %s', async (css) => {
    const printed = await press({
      flow: `<p>x</p><div style="${css}">Beside the text</div><p>${prose(30)}</p>`,
    });
    expect(rulesOf(printed.diagnostics)).toContain('paginator/unsupported-layout');
  });

  test('a page number of an id that is nowhere', async () => {
    const printed = await press({
      flow: '<p><a href="#nowhere">see</a></p>',
      css: `a { --tf-after: ${pagedValue([{ kind: 'target-counter', attr: 'href', counter: 'page', style: 'decimal' }])} }`,
    });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/target-missing']);
    expect(printed.pdf).toBeUndefined();
  });

  test('a font whose file is no font', async () => {
    const printed = await press({
      flow: '<p style="font-family: Broken">words</p>',
      css: '@font-face { font-family: Broken; src: url(data:font/ttf;base64,AAAA) }',
    });
    expect(rulesOf(printed.diagnostics)).toContain('paginator/font-missing');
    expect(printed.pdf).toBeUndefined();
  });
});

describe('the page has no network', () => {
  test.each([
    ['a picture', '<p><img src="http://127.0.0.1:9/p.png" alt="x"> words</p>'],
    ['a file of the machine', '<p><img src="file:///etc/passwd" alt="x"> words</p>'],
    ['an address without a scheme', '<p><img src="//example.invalid/p.png" alt="x"> words</p>'],
    ['a path that is not of the forme', '<p><img src="/font/../../secret" alt="x"> words</p>'],
  ])('%s is refused and told', async (_, flow) => {
    const printed = await press({ flow });
    expect(rulesOf(printed.diagnostics)).toContain('chromium/asset-failed');
    if (!flow.includes('file:')) {
      expect(rulesOf(printed.diagnostics)).toContain('chromium/request-refused');
    }
    expect(printed.pdf).toBeUndefined();
  });

  test('a frame, a script and a style sheet from elsewhere do nothing', async () => {
    const printed = await press({
      flow: `<p>${prose(20)}</p><script>document.body.textContent = 'taken over'</script><p onclick="x()">${prose(5)}</p>`,
      css: '@import url(http://127.0.0.1:9/evil.css);',
    });
    const pages = printed.pdf === undefined ? [] : await readPages(printed.pdf);
    expect(pages.map(({ text }) => text).join()).not.toContain('taken over');
  });
});

test('more large pictures than Chromium unpacks at once are no fault', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const background = { r: index * 20, g: 80, b: 90 };
      const file = sharp({ create: { width: 4000, height: 3000, channels: 3, background } }).png();
      return `data:image/png;base64,${(await file.toBuffer()).toString('base64')}`;
    }),
  );
  const flow = pictures
    .map((url) => `<figure><img src="${url}" alt="An area" width="80" height="60"></figure>`)
    .join('');
  const printed = await press({ flow: `<p>${prose(20)}</p>${flow}` });
  expect(printed.diagnostics).toEqual([]);
});

test('an edition of more pages than it may have says by how many lines', async () => {
  const printed = await press({ flow: `<p>${prose(600)}</p>`, mostPages: 1 });
  expect(rulesOf(printed.diagnostics)).toEqual(['makeup/too-many-pages']);
  expect(printed.diagnostics[0]?.message).toMatch(/^Unexpected \d pages, \d+ lines more than fit/u);
  expect(printed.pdf).toBeUndefined();
});

describe('numbers that move the pages they stand on', () => {
  // `viii` is longer than `ix`: with many of them a paragraph is longer when its target stands on the page before.
  const book = (lines: number): string => {
    const reference = '<span class="tf-page" data-target="t" data-form="lower-roman">00</span> ';
    const filler = Array.from({ length: lines }, () => '<p>A line.</p>').join('');
    return `<p>${reference.repeat(60)}</p>${filler}<p id="t">The target.</p><p>${prose(40)}</p>`;
  };

  test('the paper never lies, whether they settle or not', async () => {
    const moved: number[] = [];
    for (let lines = 174; lines < 184; lines += 1) {
      const printed = await press({ flow: book(lines) });
      const rules = rulesOf(printed.diagnostics);
      expect(rules.filter((rule) => rule !== 'makeup/unsettled')).toEqual([]);
      if (rules.length > 0) moved.push(lines);
      const pages = await readPages(printed.pdf ?? new Uint8Array());
      // PDFium sees spaces between the letters of a page of nothing but short lines.
      const at = pages.findIndex(({ text }) => text.replaceAll(' ', '').includes('Thetarget.')) + 1;
      const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi'][at] ?? '';
      expect(pages[0]?.text.split(' ').slice(0, 60)).toEqual(Array.from({ length: 60 }, () => roman));
    }
    expect(moved.length, 'no length of the book kept moving: move its range').toBeGreaterThan(0);
  });
});

test('calls of one note on several pages, numbered by page, keep its number', async () => {
  const printed = await press({
    flow: `<p>${prose(60)}${call('a')} ${prose(400)}${call('a', 2)}</p>`,
    notes: note('a', 'The note.'),
    numbering: 'page',
  });
  expect(printed.diagnostics).toEqual([]);
});

describe('what the machine says', () => {
  test('a refusal that has no rule of its own', () => {
    const error = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' });
    expect(machineFault(error, 'reading `x`').rule).toBe('platform/file-failed');
    expect(() => machineFault(new TypeError('ours'), 'x')).toThrow('ours');
  });

  test('a browser that does not answer', () => {
    const failure = noAnswer('printing', 300);
    expect(failure.diagnostic.rule).toBe('chromium/no-answer');
    expect(failure.gone).toBe(true);
  });

  test('every finding of makeup has words', () => {
    for (const rule of [
      'makeup/note-late',
      'makeup/note-split-short',
      'makeup/item-overflows',
      'makeup/note-overflows',
    ] as const) {
      const told = makeupDiagnostic({ rule, page: 0, place: 'a.md:1:2', detail: { note: 'n', by: 3 } }, 'iv');
      expect(told.message).toMatch(/^Unexpected .*, expected|^Unexpected .* expected/u);
      expect(told.message).not.toContain('?');
      expect(told.folio).toBe('iv');
      expect(told.place).toEqual({ file: 'a.md', line: 1, column: 2 });
    }
  });
});
