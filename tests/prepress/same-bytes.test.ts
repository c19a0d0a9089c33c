/** One book gives one file: printed again and again, alone and beside others, in any order; and a picture that Chromium embeds twice lies in it once. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PdfDocument } from '../../src/prepress/pdf-document.ts';
import type { PdfValue } from '../../src/prepress/pdf-values.ts';
import { pdfArray, pdfDictionary, pdfName } from '../../src/prepress/pdf-values.ts';
import { referenceTo } from '../../src/prepress/pdf-objects.ts';
import { writeDocument } from '../../src/prepress/write-document.ts';
import { call, note, prose, smallPress, type SmallBook } from '../paginator/print-forme.ts';

const press = smallPress();

const square = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#0f4c5c"/></svg>')}`;

const bookOf = (seed: number): SmallBook => ({
  flow: `<h1>Book ${seed}</h1><p>${prose(200, seed)}${call('a')}</p><figure><img src="${square}" alt="A square"></figure>
<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><p>${prose(150, seed + 1)}</p>`,
  notes: note('a', `<p>${prose(30, seed + 2)}</p>`),
});

const sumOf = async (book: SmallBook): Promise<string> => {
  const { pdf, diagnostics } = await press(book);
  expect(diagnostics).toEqual([]);
  return createHash('sha256')
    .update(pdf ?? '')
    .digest('hex');
};

test('twenty builds of three books, in groups and in changing order, give three files', async () => {
  const sums = new Map<number, Set<string>>();
  for (let round = 0; round < 20; round += 1) {
    const seeds = round % 2 === 0 ? [1, 2, 3] : [3, 1, 2];
    const made = await Promise.all(seeds.map((seed) => sumOf(bookOf(seed))));
    for (const [index, seed] of seeds.entries())
      sums.set(seed, (sums.get(seed) ?? new Set()).add(made[index] ?? ''));
  }
  expect([...sums.values()].map(({ size }) => size)).toEqual([1, 1, 1]);
});

/** A document of a page that shows two pictures. */
const withPictures = (numbers: readonly [number, number], bytes: readonly [string, string]): PdfDocument => {
  const picture = (text: string): PdfValue => ({
    kind: 'stream',
    dictionary: pdfDictionary({ Type: pdfName('XObject'), Subtype: pdfName('Image') }),
    bytes: new TextEncoder().encode(text),
  });
  const [first, second] = numbers;
  const XObject = pdfDictionary({ A: referenceTo(first), B: referenceTo(second) });
  const Resources = pdfDictionary({ XObject });
  return {
    catalog: 1,
    information: undefined,
    objects: new Map<number, PdfValue>([
      [1, pdfDictionary({ Type: pdfName('Catalog'), Pages: referenceTo(2) })],
      [2, pdfDictionary({ Type: pdfName('Pages'), Kids: pdfArray([referenceTo(3)]), Count: 1 })],
      [3, pdfDictionary({ Type: pdfName('Page'), Parent: referenceTo(2), Resources })],
      [first, picture(bytes[0])],
      [second, picture(bytes[1])],
    ]),
  };
};

test('equal streams are written once, and numbers do not matter', async () => {
  const once = await writeDocument(withPictures([4, 4], ['same', 'same']));
  expect(await writeDocument(withPictures([4, 5], ['same', 'same']))).toEqual(once);
  expect(await writeDocument(withPictures([90, 7], ['same', 'same']))).toEqual(once);
  const two = await writeDocument(withPictures([4, 5], ['same', 'else']));
  expect(two.length).toBeGreaterThan(once.length);
  expect(await writeDocument(withPictures([70, 11], ['same', 'else']))).toEqual(two);
});
