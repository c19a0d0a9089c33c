/**
 * Publications that mean harm, each a folder in text. What is told of them is marked at its place (see
 * tests/support/diagnostics.ts); a case without marks must come out whole and harmless.
 */
import { whitePng } from './png.ts';

/** One hostile publication. */
export interface HostilePublication {
  /** Path in its folder → content; texts may hold marks. `ORIGIN` is a server that must never be asked. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Links to make: path in the folder → what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  /** Rules told that have no marked place, one for each time. */
  readonly told?: readonly string[];
  /** Words that the PDF must show as they are written. */
  readonly shows?: readonly string[];
}

const titled = (text: string): string => `---\ntitle: Book\n---\n\n${text}\n`;

const html = 'manuscript/html-refused';
const unsafe = 'manuscript/picture-unsafe';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">${inside}</svg>`;

/** A text whose only picture is this SVG. */
const drawing = (rule: string, text: string): HostilePublication => ({
  files: { 'en.md': titled(`Words.\n\n${rule === '' ? '' : `⟦${rule}⟧`}![A map](map.svg)`), 'map.svg': text },
});

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`;

/** What is told of the bomb's anchors and aliases, each at its own place. */
const bombFaults = Array.from({ length: 30 }, () => 'config/yaml-refused');

/** All of them, by the name of their folder. */
export const hostilePublications: Readonly<Record<string, HostilePublication>> = {
  scripts: {
    files: {
      'en.md': titled(
        [
          `A ⟦${html}⟧<script>fetch('ORIGIN/script')</script> word.`,
          `⟦${html}⟧<script src="ORIGIN/src"></script>`,
          `A ⟦${html}⟧<img src=x onerror="fetch('ORIGIN/onerror')"> word ⟦${html}⟧<sub onclick="fetch('ORIGIN/onclick')">b</sub>.`,
          `A ⟦${html}⟧<svg onload="fetch('ORIGIN/onload')"></svg> word.`,
          `⟦${html}⟧<body onload="fetch('ORIGIN/body')">`,
        ].join('\n\n'),
      ),
    },
  },
  links: {
    files: {
      'en.md': titled(
        '⟦manuscript/link-refused⟧[a](javascript:alert%281%29) ⟦manuscript/link-refused⟧[b](data:text/html,x) ⟦manuscript/link-refused⟧[c](file:///etc/passwd) ⟦manuscript/link-refused⟧<vbscript:x>',
      ),
    },
  },
  frames: {
    files: {
      'en.md': titled(
        [
          `A ⟦${html}⟧<iframe src="ORIGIN/iframe"></iframe>⟦${html}⟧<object data="ORIGIN/object"></object>⟦${html}⟧<embed src="ORIGIN/embed"> word.`,
          `⟦${html}⟧<meta http-equiv="refresh" content="0;url=ORIGIN/refresh">`,
          `A ⟦${html}⟧<base href="ORIGIN/"> ⟦${html}⟧<link rel="stylesheet" href="ORIGIN/link"> word.`,
          `A ⟦${html}⟧<form action="ORIGIN/form">⟦${html}⟧<button>go⟦${html}⟧</button>⟦${html}⟧</form> word.`,
        ].join('\n\n'),
      ),
    },
  },
  styles: {
    files: {
      'en.md': titled(
        [
          `⟦${html}⟧<style>@import "ORIGIN/import"; p { display: none }</style>`,
          `A ⟦${html}⟧<span style="position:fixed;background:url(ORIGIN/style)">word</span>.`,
        ].join('\n\n'),
      ),
    },
  },
  'remote pictures': {
    files: {
      'en.md': titled(
        [
          '⟦manuscript/picture-remote⟧![A map](ORIGIN/map.png)',
          '⟦manuscript/picture-remote⟧![A map](//127.0.0.1/map.png)',
          '⟦manuscript/picture-outside⟧![A map](data:image/svg+xml,%3Csvg/%3E)',
          '⟦manuscript/picture-outside⟧![A map](file:///etc/hostname)',
          '⟦manuscript/picture-remote⟧![A map][remote]',
          '[remote]: ORIGIN/reference.png',
        ].join('\n\n'),
      ),
    },
  },
  'paths that lead out': {
    files: {
      'en.md': titled(
        [
          '⟦manuscript/picture-outside⟧![A map](../../secret/map.svg)',
          '⟦manuscript/picture-outside⟧![A map](/etc/hostname)',
          '⟦manuscript/picture-outside⟧![A map](linked.svg)',
          '⟦manuscript/picture-outside⟧![A map](folder/map.svg)',
          '⟦manuscript/picture-outside⟧![A map](%2e%2e/%2e%2e/secret/map.svg)',
          '⟦manuscript/picture-missing⟧![A map](round.svg)',
          '⟦manuscript/picture-outside⟧::chart[A chart]{#c data="../../secret/chart.yaml"}',
        ].join('\n\n'),
      ),
    },
    links: { 'linked.svg': '../../secret/map.svg', folder: '../../secret', 'round.svg': 'round.svg' },
  },
  'texts that are links': {
    files: { 'en.md': titled('Words.') },
    links: { 'az.md': '../../secret/az.md' },
    told: ['platform/outside-folder'],
  },
  'a logo that leads out': {
    files: {
      'en.md': titled('Words.'),
      'publication.yaml':
        'house:\n  organisation:\n    name: X\n    logo: ⟦platform/outside-folder⟧../../secret/map.svg\n',
    },
  },
  'an SVG with a script': drawing(unsafe, svg('<script>fetch("ORIGIN/svg")</script><rect/>')),
  'an SVG with a handler': drawing(unsafe, svg('<rect onload="fetch(\'ORIGIN/svg\')"/>')),
  'an SVG with outside pictures': drawing(unsafe, svg('<image href="ORIGIN/svg.png"/>')),
  'an SVG with outside references': drawing(unsafe, svg('<use xlink:href="ORIGIN/svg#a"/>')),
  'an SVG with outside styles': drawing(unsafe, svg('<style>@import "ORIGIN/svg";</style><rect/>')),
  'an SVG with entities': drawing(
    unsafe,
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
  ),
  'an SVG with another document': drawing(
    unsafe,
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
  ),
  'Liquid in the text': {
    files: {
      'en.md':
        '---\ntitle: "Title {{ short }}"\nsubtitle: "{% raw %}sub"\n---\n\nWords {{ title }} and {% assign x = y %}.\n\nMore {{ body | raw }} and {%- if -%}.\n\n# Head {{ short }}\n\nA note.^[Note {{ title }}]\n',
      'publication.yaml':
        'house:\n  contact: "{{ title }} {% include x %}"\n  disclaimer: "<b>{{ body }}</b>"\n',
    },
    shows: [
      'Words {{ title }} and {% assign x = y %}.',
      'More {{ body | raw }} and {%- if -%}.',
      'Title {{ short }}',
      'Head {{ short }}',
      'Note {{ title }}',
      '<b>{{ body }}</b>',
    ],
  },
  'a bomb in the front matter': {
    files: { 'en.md': `---\n${bomb}\n---\n\nWords.\n` },
    told: [...bombFaults, 'manuscript/title-missing'],
  },
  'a bomb in the settings': {
    files: { 'en.md': titled('Words.'), 'publication.yaml': bomb },
    told: bombFaults,
  },
  'a bomb in the data of a chart': {
    files: { 'en.md': titled('::chart[A chart]{#c data="chart.yaml"}'), 'chart.yaml': bomb },
    told: bombFaults,
  },
  'settings a thousand levels deep': {
    files: { 'en.md': titled('Words.'), 'publication.yaml': `house: ${'['.repeat(10_000)}` },
    told: ['config/yaml-syntax'],
  },
  'settings named like parts of the language': {
    files: {
      'en.md':
        '---\ntitle: Book\n⟦manuscript/front-matter-key⟧__proto__: { polluted: yes }\n⟦manuscript/front-matter-key⟧constructor: x\n---\n\nWords.\n',
      'publication.yaml':
        '⟦config/key-unknown⟧__proto__: { template: handout }\n⟦config/key-unknown⟧toString: x\n',
    },
  },
  'bytes that are no UTF-8': {
    files: { 'en.md': Buffer.from('# Book\n\nWords \xE9\xFF more.\n', 'latin1') },
    told: ['platform/invalid-utf8'],
  },
  'UTF-16': {
    files: { 'en.md': Buffer.from('\uFEFF# Book\n\nWords.\n', 'utf16le') },
    told: ['platform/invalid-utf8'],
  },
  'NUL and other controls': {
    files: { 'en.md': titled('Words⟦manuscript/control-character⟧\0 and\u0007 \u001B[2Jmore.') },
    shows: ['Words and [2Jmore.'],
  },
  'marks that turn the line round': {
    files: { 'en.md': titled('Words ⟦manuscript/bidi-control⟧\u202Eesrever\u202C and \u2066more\u2069.') },
    shows: ['Words esrever and more.'],
  },
  'letters of right-to-left scripts': {
    files: { 'en.md': titled('Words and more.\u200F \u200E') },
    shows: ['Words and more.'],
  },
  'a picture of 20,000 pixels': {
    files: {
      'en.md': titled('⟦manuscript/picture-too-large⟧![A map](map.png)'),
      'map.png': whitePng(20_000, 20_000),
    },
  },
  'a picture that is a bomb and tells of little': {
    files: {
      'en.md': titled('![A map](map.png)\n\nWords.'),
      'map.png': whitePng(100, 50_000, { saidHeight: 100 }),
    },
    shows: ['Words.'],
    told: ['preflight/picture-coarse'],
  },
  'a picture cut off in the middle': {
    files: {
      'en.md': titled('![A map](map.png)\n\nWords.'),
      'map.png': whitePng(300, 300).subarray(0, 40),
    },
    told: ['chromium/asset-failed'],
  },
  'a picture that is no picture': {
    files: {
      'en.md': titled('⟦manuscript/picture-type⟧![A map](map.png)'),
      'map.png': '<!doctype html><script>fetch("ORIGIN/png")</script>',
    },
  },
  'a picture that is a folder': {
    files: { 'en.md': titled('⟦manuscript/picture-missing⟧![A map](map.png)'), 'map.png/x': '' },
  },
};
