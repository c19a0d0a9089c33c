/** Lines drawn in text: what a good compositor would choose. */
import { describe, expect, test } from 'vitest';
import { breakParagraph } from '../../src/makeup/lines/break-paragraph.ts';
import { drawn, setDrawing, settingOf } from './line-drawing.ts';

const tale =
  'in olden times when wish-ing still helped one there lived a king whose daugh-ters were all beau-ti-ful and the young-est was so beau-ti-ful that the sun it-self which has seen so much was aston-ished when-ever it shone in her face';

describe('justified', () => {
  test('the paragraph as a whole decides, not line by line', () => {
    expect(setDrawing(tale, { measure: 40 })).toMatchInlineSnapshot(`
      [
        "in olden times when wishing still helped one −4",
        "there lived a king whose daughters were all +4",
        "beautiful and the youngest was so beautiful",
        "that the sun itself which has seen so much +13",
        "was astonished whenever it shone in her face −4",
      ]
    `);
  });

  test('a word is divided where its line would be loose otherwise', () => {
    expect(setDrawing(tale, { measure: 28 })).toMatchInlineSnapshot(`
      [
        "in olden times when wishing +38",
        "still helped one there lived a +5",
        "king whose daughters were all +13",
        "beautiful and the youngest was",
        "so beautiful that the sun it- +15",
        "self which has seen so much was",
        "astonished whenever it shone +25",
        "in her face",
      ]
    `);
  });

  test('the first line is indented, or hangs', () => {
    expect(setDrawing(tale, { measure: 40, firstIndent: 4 })[0]).toMatchInlineSnapshot(
      `"in olden times when wishing still +55"`,
    );
    expect(setDrawing(tale, { measure: 40, firstIndent: -4 })[0]).toMatchInlineSnapshot(
      `"in olden times when wishing still helped one +25"`,
    );
  });

  test('a line more or fewer where that is possible, else as it was', () => {
    const ordinary = setDrawing(tale, { measure: 40 });
    expect(setDrawing(tale, { measure: 40, looseness: 1 })).toHaveLength(ordinary.length + 1);
    expect(setDrawing(tale, { measure: 40, looseness: -1 })).toEqual(ordinary);
  });

  test('a tied space is rather not broken at, and is no wall', () => {
    const free = 'one of them came to the town in a dark night of the year and went away';
    const tied = free.replace('in a dark', 'in a~dark');
    expect(setDrawing(free, { measure: 29 })[0]).toBe('one of them came to the town in a');
    expect(setDrawing(tied, { measure: 29 })[0]).toBe('one of them came to the town in +11');
    expect(setDrawing('aaaaaaaaaa~bbbbbbbbbb', { measure: 12 })).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
  });

  test('a no-break space stretches and never ends a line', () => {
    expect(setDrawing('aaaaaa bbbb_cccc dddd eeee ffff gggg', { measure: 12 })).toMatchInlineSnapshot(`
      [
        "aaaaaa",
        "bbbb_cccc +175",
        "dddd eeee +175",
        "ffff gggg",
      ]
    `);
  });

  test('a line ends where the author says, and is not stretched', () => {
    expect(setDrawing('aa bb|cc|dd', { measure: 20 })).toEqual(['aa bb', 'cc', 'dd']);
  });

  test('a line may end after a hyphen of its own and after a slash', () => {
    expect(setDrawing('aaaaa=bbbbb/ccccc', { measure: 7 })).toEqual(['aaaaa=', 'bbbbb/', 'ccccc']);
  });
});

describe('what no pass can mend', () => {
  test('a segment wider than the measure stands alone on its line', () => {
    expect(setDrawing('aa bbbbbbbbbbbb cc', { measure: 8 })).toEqual(['aa', 'bbbbbbbbbbbb', 'cc']);
    expect(breakParagraph(drawn('bbbbbbbbbbbb'), settingOf({ measure: 8 })).pass).toBe(3);
  });

  test('a third hyphen stands only where the line would be far too loose without it', () => {
    expect(setDrawing('aaa-aaaaaa-aaaaaa-aaaaaa-aaaaaa-aaa', { measure: 7 })).toEqual([
      'aaa-',
      'aaaaaa-',
      'aaaaaa-',
      'aaaaaa-',
      'aaaaaa-',
      'aaa',
    ]);
  });

  test('nothing has no lines', () => {
    const nothing = { widths: new Float64Array(0), joints: new Uint8Array(0) };
    const paragraph = { ...nothing, spaces: new Float64Array(0), closings: new Float64Array(0) };
    expect(breakParagraph(paragraph, settingOf({ measure: 8 })).ends).toHaveLength(0);
  });
});

describe('ragged', () => {
  const ragged = { measure: 22, justify: false, balance: true };

  test('lines are balanced, the last one too', () => {
    expect(setDrawing('the contents of this chapter', ragged)).toEqual(['the contents', 'of this chapter']);
  });

  test('else the last line is as it comes', () => {
    expect(setDrawing('the contents of this chapter', { ...ragged, balance: false })).toEqual([
      'the contents of this',
      'chapter',
    ]);
  });

  test('a word is divided only where it is wider than the measure', () => {
    expect(setDrawing('the mi-ni-stry of in-ter-nal af-fairs', { ...ragged, measure: 12 })).toEqual([
      'the ministry',
      'of internal',
      'affairs',
    ]);
    expect(setDrawing('con-sti-tu-tion', { ...ragged, measure: 8 })).toMatchInlineSnapshot(`
      [
        "consti-",
        "tution",
      ]
    `);
  });
});
