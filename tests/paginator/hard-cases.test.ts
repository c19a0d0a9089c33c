/**
 * The hard cases of cutting a whole flow into pages: each book is laid out, made up, printed and read back. That nothing is
 * lost, that every line is where makeup put it and every note on its call's page is proved by the build itself: a book passes
 * when it has nothing to say.
 */
import { describe, expect, test } from 'vitest';
import { call, note, prose, rulesOf, smallPress } from './print-forme.ts';
import type { SmallBook } from './print-forme.ts';

const press = smallPress();

const paragraphs = (count: number, size = 60): string =>
  Array.from({ length: count }, (_, index) => `<p>${prose(size, index + 1)}</p>`).join('');

const rows = (count: number, cell: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => `<tr>${cell(row)}</tr>`).join('');

const cases: Readonly<Record<string, SmallBook>> = {
  'a paragraph of several pages': { flow: `<p>${prose(900)}</p>` },
  'emphasis and links across line ends': {
    flow: Array.from(
      { length: 8 },
      (_, i) =>
        `<p>${prose(9, i)} <em>${prose(20, i + 9)} <b>${prose(7)}</b></em> <a href="#x">${prose(15)}</a></p>`,
    ).join(''),
  },
  'soft hyphens': { flow: `<p>${'inter\u00ADnation\u00ADal organi\u00ADsations '.repeat(120)}</p>` },
  'lines the author ended': { flow: `<p>${`${prose(14)}<br>`.repeat(40)}</p>` },
  'an ordered list in a box with borders': {
    flow: `${paragraphs(2)}<div class="box"><ol>${Array.from({ length: 14 }, (_, i) => `<li><p>${prose(22, i)}</p></li>`).join('')}</ol></div>${paragraphs(1)}`,
  },
  'a list with paragraphs and lists inside': {
    flow: `<ul>${Array.from({ length: 6 }, (_, i) => `<li><p>${prose(30, i)}</p><ul><li>${prose(40, i + 3)}</li><li>${prose(12)}</li></ul><p>${prose(30)}</p></li>`).join('')}</ul>`,
  },
  'a box in a box, both cut': {
    flow: `${paragraphs(2)}<div class="box"><p>${prose(60)}</p><div class="box">${paragraphs(4)}</div><p>${prose(40)}</p></div>`,
  },
  'a table with a repeated head': {
    flow: `${paragraphs(1)}<table><thead><tr><th>Item</th><th>Value</th></tr></thead><tbody>${rows(60, (row) => `<td>Row ${row}</td><td>${row * 7}</td>`)}</tbody></table>${paragraphs(1)}`,
  },
  'a row taller than a page': {
    flow: `${paragraphs(1)}<table><thead><tr><th>Item</th><th>Words</th></tr></thead><tbody><tr><td>short</td><td>short</td></tr><tr><td>${prose(40)}</td><td>${prose(500, 4)}${call('t')} ${prose(80)}</td></tr><tr><td>last</td><td>row</td></tr></tbody></table>`,
    notes: note('t', prose(30)),
  },
  'a row of paragraphs taller than a page': {
    flow: `<table><tbody><tr><td>${paragraphs(9)}</td><td><ul><li>${prose(60)}</li><li>${prose(200)}</li></ul></td></tr></tbody></table><p>x</p>`,
  },
  'a table whose head is too tall to be repeated': {
    flow: `<table><thead><tr><th>${prose(90)}</th></tr></thead><tbody>${rows(50, (row) => `<td>Row ${row}</td>`)}</tbody></table>`,
  },
  'a table with row and column spans': {
    flow: `<table><thead><tr><th colspan="3">Head</th></tr></thead><tbody>${rows(40, (row) => (row % 4 === 0 ? `<td rowspan="4">Group ${row}</td><td>a</td><td>b</td>` : `<td colspan="2">row ${row}</td>`))}</tbody></table>`,
  },
  'a table with several bodies and a foot': {
    flow: `<table><tbody>${rows(20, (row) => `<td>x${row}</td>`)}</tbody><tbody>${rows(30, (row) => `<td>y${row}</td>`)}</tbody><tfoot><tr><td>sum</td></tr></tfoot></table>`,
  },
  'a note in a repeated head stands on every page': {
    flow: `<table><thead><tr><th>Item${call('h')}</th></tr></thead><tbody>${rows(70, (row) => `<td>Row ${row}</td>`)}</tbody></table>`,
    notes: note('h', 'The note of the head.'),
  },
  'notes in cells, heads, lists, quotes and captions': {
    flow: `<h1>Head${call('a')}</h1>${paragraphs(2)}<table><caption>Caption${call('b')}</caption><tbody>${rows(9, (row) => `<td>cell ${row}${row === 5 ? call('c') : ''}</td>`)}</tbody></table><ul><li>item${call('d')}</li></ul><blockquote><p>${prose(50)}${call('e')}</p></blockquote>`,
    notes: ['a', 'b', 'c', 'd', 'e'].map((id) => note(id, `Note ${id} ${prose(20)}`)).join(''),
  },
  'long notes go on, on the next page': {
    flow: `<p>${prose(40)}${call('a')} ${prose(200)}</p><p>${prose(100)}${call('b')} ${prose(200)}</p>`,
    notes: note('a', prose(260)) + note('b', prose(240, 3)),
  },
  'a note taller than a page': {
    flow: `<p>${prose(40)}${call('a')} ${prose(200)}</p>`,
    notes: note('a', prose(900)),
  },
  'a note with paragraphs and a list, cut': {
    flow: `<p>${prose(160)}${call('a')} ${prose(300)}</p>`,
    notes: note(
      'a',
      `<p>${prose(60)}</p><ul><li>${prose(60)}</li><li>${prose(50)}</li></ul><p>${prose(60)}</p>`,
    ),
  },
  'notes whose paragraphs have margins': {
    flow: Array.from({ length: 6 }, (_, i) => `<p>${prose(60, i)}${call(`m${i}`)}</p>`).join(''),
    notes: Array.from({ length: 6 }, (_, i) =>
      note(`m${i}`, `<p>${prose(20)}</p><ul><li>${prose(9)}</li></ul><p>${prose(12, i)}</p>`),
    ).join(''),
    css: '.note p { margin: 6pt 0 9pt } .note ul { margin: 4pt 0 }',
  },
  'a note called twice, and one called from a note': {
    flow: `<p>${prose(120)}${call('a')} ${prose(200)}${call('a', 2)} ${prose(100)}</p>`,
    notes: note('a', `Again${call('b')} and more`) + note('b', 'Called from a note'),
  },
  'preformatted lines': { flow: `${paragraphs(1)}<pre>${'a line of code that is kept\n'.repeat(60)}</pre>` },
  'a figure is never cut': {
    flow: `${paragraphs(3)}<figure><svg width="200" height="300" role="img" aria-label="A square"><rect width="200" height="300"/></svg><figcaption>A square</figcaption></figure>${paragraphs(3)}`,
  },
  'drawings among the words of a line': {
    flow: Array.from(
      { length: 9 },
      (_, i) =>
        `<p>${prose(20 + i, i)} <svg width="20" height="${20 + i * 4}"><rect width="20" height="20"/></svg> ${prose(40, i)}</p>`,
    ).join(''),
  },
  'a figure with a drawing and a table': {
    flow: `${paragraphs(2)}<figure><figcaption>${prose(9)}</figcaption><svg width="100%" height="80"><rect width="60" height="60"/></svg><table><thead><tr><th>a</th></tr></thead><tbody>${rows(12, (row) => `<td>${row}</td>`)}</tbody></table></figure>${paragraphs(2)}`,
  },
  'words that CSS itself adds': {
    flow: Array.from(
      { length: 5 },
      (_, i) => `<h2>Head ${i}</h2><p class="q">${prose(70, i)} <b>bold</b> ${prose(9)}</p>`,
    ).join(''),
    css: `h2::before { content: "Section " } .q::after { content: " (end)" } b::before, b::after { content: "|x|" }`,
  },
  'two heads in a row stay with what follows': {
    flow: Array.from(
      { length: 7 },
      (_, i) => `<h1>Part ${i}</h1><h2>Section ${i}</h2><p>${prose(75, i)}</p>`,
    ).join(''),
  },
  'a definition list': {
    flow: `<dl>${Array.from({ length: 25 }, (_, i) => `<dt>Term ${i}</dt><dd>${prose(20, i)}</dd>`).join('')}</dl>`,
  },
  'words beside blocks': {
    flow: `<div>${prose(30)}<p>${prose(100)}</p>${prose(200)}<ul><li>x</li></ul>${prose(60)}</div>`,
  },
  'capitals in small caps and upper case': {
    flow: `<h1 style="text-transform:uppercase">iıİI istanbul</h1><p><span style="font-variant-caps:small-caps">${prose(300)}</span></p>`,
    tag: 'tr',
  },
  'a page break to a recto leaves a blank page': {
    flow: `${paragraphs(1)}<div class="page-break" data-to="recto"></div>${paragraphs(1)}<div class="page-break" data-to="recto"></div>${paragraphs(1)}`,
  },
  'named pages with another measure': {
    flow: `<section style="page: wide">${paragraphs(6)}</section><section>${paragraphs(6)}</section>`,
    rules: [
      { selector: { name: 'wide', pseudo: [] }, margins: { left: 20, right: 20 }, boxes: [], background: '' },
    ],
  },
  'numbers that begin again on each page': {
    flow: Array.from({ length: 12 }, (_, i) => `<p>${prose(50, i)}${call(`n${i}`)}</p>`).join(''),
    notes: Array.from({ length: 12 }, (_, i) => note(`n${i}`, `Note ${i}`)).join(''),
    numbering: 'page',
  },
};

describe('cut into pages, printed and proved', () => {
  test.each(Object.entries(cases))('%s', async (_, book) => {
    const printed = await press(book);
    expect(printed.diagnostics, JSON.stringify(printed.diagnostics, undefined, 1)).toEqual([]);
    expect(printed.pdf?.length).toBeGreaterThan(1000);
    expect(printed.pages).toBeGreaterThan(1);
  });

  test.each(Object.entries(cases))('%s, on a grid and with punctuation in the margins', async (_, book) => {
    const printed = await press({ ...book, grid: true, hanging: true });
    expect(printed.diagnostics, JSON.stringify(printed.diagnostics, undefined, 1)).toEqual([]);
    expect(printed.quality.offGrid).toBe(0);
  });
});

test('lines that are kept are each set once', async () => {
  const printed = await press({ flow: `<pre>${'a line of code\n'.repeat(29)}</pre><p>x</p>` });
  expect(printed.pages).toBe(2);
});

describe('what cannot be done is told', () => {
  test('a hundred calls in one line', async () => {
    const labels = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const printed = await press({
      flow: `<p>${prose(40)}</p><p style="font-size:2pt;line-height:14pt">${labels.map((label) => call(label)).join('')}</p><p>${prose(200)}</p>`,
      notes: labels.map((label) => note(label, `Note ${label}`)).join(''),
    });
    expect(
      new Set(rulesOf(printed.diagnostics)),
      JSON.stringify(printed.diagnostics.filter(({ rule }) => rule !== 'makeup/note-late')),
    ).toEqual(new Set(['makeup/note-late']));
    expect(printed.pdf).toBeDefined();
  });

  test('a picture taller than the page', async () => {
    const printed = await press({ flow: '<figure><svg width="10" height="900"></svg></figure><p>x</p>' });
    expect(rulesOf(printed.diagnostics)).toContain('makeup/item-overflows');
    expect(printed.pdf).toBeUndefined();
  });

  test('a word wider than the column', async () => {
    const printed = await press({ flow: `<p>${prose(20)} ${'x'.repeat(200)} ${prose(20)}</p>` });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/overfull']);
    expect(printed.pdf).toBeDefined();
  });

  test('a table wider than the column is made smaller', async () => {
    const cells = Array.from({ length: 9 }, (_, i) => `<td>Wordwithoutend${i}</td>`).join('');
    const printed = await press({ flow: `<table><tbody><tr>${cells}</tr></tbody></table><p>x</p>` });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/scaled']);
    expect(printed.pdf).toBeDefined();
  });

  test('a code line that may not be broken is made smaller', async () => {
    const printed = await press({ flow: `<pre style="white-space:pre">${'code '.repeat(28)}</pre><p>x</p>` });
    expect(rulesOf(printed.diagnostics)).toEqual(['paginator/scaled']);
    expect(printed.pdf).toBeDefined();
  });
});
