/** Pictures: which are taken, which are refused. The file system is real, links too. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictureHeader } from '../../src/manuscript/pictures/picture-header.ts';
import type { PublicationFiles } from '../../src/manuscript/publication-files.ts';
import { svgFaults } from '../../src/manuscript/pictures/svg-faults.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { gif, jpeg, png, webp } from './picture-bytes.ts';
import { htmlOf, noFiles, readChapters, readMarked, titled } from './read-text.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';

describe('the size is read from the header of', () => {
  const pictures: Readonly<Record<string, Uint8Array>> = {
    'image/png': png(640, 480),
    'image/jpeg': jpeg(640, 480),
    'image/gif': gif(640, 480),
    'image/webp': webp('VP8X', 640, 480),
    'image/webp lossy': webp('VP8 ', 640, 480),
    'image/webp lossless': webp('VP8L', 640, 480),
  };
  for (const [name, bytes] of Object.entries(pictures)) {
    test(name, () => {
      expect(pictureHeader(bytes)).toEqual({ mime: name.split(' ')[0], width: 640, height: 480 });
      for (let cut = 0; cut < bytes.length; cut += 1) pictureHeader(bytes.subarray(0, cut));
    });
  }
});

test('pictures become assets, each file once, under plain names', () => {
  const folder = folderWith({ 'figures/xəritə 1.png': png(10, 10), 'a.svg': drawing });
  const manuscript = readMarked(
    'a ![one](<figures/xəritə 1.png>) ![two](figures/x%C9%99rit%C9%99%201.png) ![three](./a.svg)',
    { folder },
  );
  expect(manuscript.assets).toEqual([
    { url: 'asset/1/x_rit__1.png', path: join(folder, 'figures', 'xəritə 1.png'), mime: 'image/png' },
    { url: 'asset/2/a.svg', path: join(folder, 'a.svg'), mime: 'image/svg+xml' },
  ]);
  expect(htmlOf(manuscript)).toBe(
    '<p>a <img src="asset/1/x_rit__1.png" alt="one"> <img src="asset/1/x_rit__1.png" alt="two"> <img src="asset/2/a.svg" alt="three"></p>',
  );
});

test('a picture without words is told and printed', () => {
  const folder = folderWith({ 'a.svg': drawing });
  const manuscript = readMarked('x ⟦manuscript/picture-without-words⟧![](a.svg)', { folder });
  expect(htmlOf(manuscript)).toBe('<p>x <img src="asset/1/a.svg" alt=""></p>');
});

describe('a picture is refused that', () => {
  const outer = temporaryFolder();
  writeFiles(outer, { 'secret.svg': drawing, 'secret/s.svg': drawing });
  const folder = join(outer, 'book');
  mkdirSync(folder);
  writeFiles(folder, {
    'figures/map.svg': drawing,
    'text.png': 'no picture at all',
    'page.svg': '<html><body>no drawing</body></html>',
    'empty.png': '',
    'bomb.png': png(20_000, 20_000),
    'long.jpg': jpeg(17_000, 10),
    'flat.gif': gif(0, 10),
    'vast.webp': webp('VP8X', 9_000, 9_000),
  });
  symlinkSync(join(outer, 'secret.svg'), join(folder, 'link.svg'));
  symlinkSync(join(outer, 'secret'), join(folder, 'linked'));

  const refused: Readonly<Record<string, readonly [url: string, rule: string]>> = {
    'is not there': ['figures/mop.svg', 'missing'],
    'is a folder': ['figures', 'missing'],
    'lies above': ['../secret.svg', 'outside'],
    'lies above, encoded': ['%2e%2e/secret.svg', 'outside'],
    'lies at the root': ['/etc/hostname', 'outside'],
    'is a link out of the folder': ['link.svg', 'outside'],
    'lies in a linked folder': ['linked/s.svg', 'outside'],
    'has a NUL in its name': ['figures/map.svg%00.png', 'missing'],
    'is a file: address': ['file:///etc/hostname', 'outside'],
    'is a data: address': ['data:image/png;base64,AAAA', 'outside'],
    'is script': ['javascript:alert(1)', 'outside'],
    'lies on the web': ['https://example.org/a.png', 'remote'],
    'lies on some host': ['//example.org/a.png', 'remote'],
    'is no picture': ['text.png', 'type'],
    'is a page': ['page.svg', 'type'],
    'is empty': ['empty.png', 'unreadable'],
    'has no height or width': ['flat.gif', 'unreadable'],
    'is a bomb of pixels': ['bomb.png', 'too-large'],
    'is too long': ['long.jpg', 'too-large'],
    'has too many pixels': ['vast.webp', 'too-large'],
  };
  for (const [name, [url, rule]] of Object.entries(refused)) {
    test(name, () => {
      const manuscript = readMarked(`x ⟦manuscript/picture-${rule}⟧![words](${url})`, { folder });
      expect(htmlOf(manuscript)).toBe('<p>x words</p>');
      expect(manuscript.assets).toEqual([]);
    });
  }

  test('has a name nearly right, with a suggestion', () => {
    const { diagnostics } = readChapters([titled('![words](figures/mpa.svg)')], { folder });
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['did you mean `figures/map.svg`?']);
  });
});

test('a picture that the system does not let us read is told', () => {
  const files: PublicationFiles = { ...noFiles, resolve: () => ({ kind: 'unreadable' }) };
  readMarked('x ⟦manuscript/picture-unreadable⟧![words](a.png)', { files });
});

describe('an SVG is refused with', () => {
  const around = (inside: string, attributes = ''): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
  const hostile: Readonly<Record<string, string>> = {
    'a script': around('<script>alert(1)</script>'),
    'a script in a prefix': around('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    'a handler': around('<path/>', 'onload="alert(1)"'),
    'a handler in capitals': around('<path ONCLICK="alert(1)"/>'),
    'a foreign object': around('<foreignObject><p>x</p></foreignObject>'),
    'a remote picture': around('<image href="https://example.org/a.png"/>'),
    'a remote picture by xlink': around('<image xlink:href="//example.org/a.png"/>'),
    'a file': around('<image href="file:///etc/hostname"/>'),
    'another SVG': around('<use href="other.svg#a"/>'),
    'an address written in references': around('<use href="&#104;ttps://example.org/a.svg#x"/>'),
    'an embedded SVG': around('<image href="data:image/svg+xml,&lt;svg/&gt;"/>'),
    'a script as a link': around('<a href="javascript:alert(1)"><path/></a>'),
    'a style that imports': around('<style>@import "https://example.org/a.css";</style>'),
    'a style that loads': around('<style>@font-face{src:url(https://example.org/a.woff)}</style>'),
    'a style that hides a word': around('<style>a{b:u\\72l(https://example.org)}</style>'),
    'a fill from elsewhere': around('<path fill="url(https://example.org/a.svg#b)"/>'),
    'a style attribute that loads': around('<path style="fill:url(&quot;https://example.org&quot;)"/>'),
    'an animated link': around('<a href="#a"><set attributeName="href" to="javascript:x"/></a>'),
    'an entity': `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>${around('&a;')}`,
    'a style sheet from elsewhere': `<?xml-stylesheet href="a.css"?>${around('')}`,
    'another encoding': `<?xml version="1.0" encoding="utf-7"?>${around('')}`,
  };
  for (const [name, svg] of Object.entries(hostile)) {
    test(name, () => {
      const folder = folderWith({ 'a.svg': svg });
      const manuscript = readMarked('x ⟦manuscript/picture-unsafe⟧![words](a.svg)', { folder });
      expect(manuscript.assets).toEqual([]);
    });
  }

  test('the place of each fault', () => {
    expect(svgFaults(`<svg>\n <script/>\n <path onclick=""/></svg>`, 'a.svg')).toEqual([
      { found: 'element `<script>`', place: { file: 'a.svg', line: 2, column: 2 } },
      { found: 'handler `onclick`', place: { file: 'a.svg', line: 3, column: 2 } },
    ]);
  });
});

test('an honest SVG is taken', () => {
  const honest = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- made with <script> in mind -->',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape">',
    '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs>',
    '<use href="#g"/><image href="data:image/png;base64,AAAA"/><path style="fill:url(\'#g\')"/>',
    '<a href="https://example.org"><text>words</text></a></svg>',
  ].join('\n');
  const folder = folderWith({ 'a.svg': honest });
  expect(readMarked('x ![words](a.svg)', { folder }).assets).toHaveLength(1);
});

test('an SVG of hostile length is judged in one reading', () => {
  const long = `<svg>${'<a '.repeat(300_000)}"${'<a href='.repeat(100_000)}</svg>`;
  expect(svgFaults(long, 'a.svg').length).toBeLessThanOrEqual(100);
});
