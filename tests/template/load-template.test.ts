/** Loading a template: its settings, files and fonts. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/template/load-template.ts';
import { makeForme } from '../../src/template/make-forme.ts';
import { fontFault } from '../../src/template/load-fonts.ts';
import { expectDiagnostics, expectNoDiagnostics, marked } from '../support/diagnostics.ts';
import { checkout } from '../support/run-cli.ts';
import { textOf } from '../support/source-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { smallManuscript, smallPublication, spelledLanguage } from './small-edition.ts';
import { loadSmall, smallSettings } from './small-template.ts';

const settingsName = 'templates/small/template.yaml';

test('a template has its style, rules, fonts and layouts', () => {
  const { value, diagnostics } = loadSmall({ 'page.css': 'p { margin: 0 }', 'part.liquid': 'x' });
  expectNoDiagnostics(diagnostics);
  expect(value).toMatchObject({
    name: 'small',
    css: 'p{margin:0}',
    layout: 'page.liquid',
    colour: '#000000',
  });
  expect([...(value?.layouts.keys() ?? [])]).toEqual(['page.liquid', 'part.liquid']);
  expect(value?.fonts).toMatchObject([{ family: 'Literata', weight: 400, style: 'normal' }]);
});

test.each(['absent', '../small', '', '.', 'small/..'])('there is no template %j', (name) => {
  expectDiagnostics(loadSmall({}, name).diagnostics, ['- template/missing error']);
});

test('a misspelt template is met with a suggestion', () => {
  expect(loadSmall({}, 'smal').diagnostics[0]?.hint).toBe('did you mean `small`?');
});

test.each([
  ['an unknown key', `⟦template/settings⟧lay: x\n${smallSettings}`],
  ['an unknown key of a font', smallSettings.replace('    package', '    ⟦template/settings⟧packages')],
  ['a missing layout', `⟦template/settings⟧${smallSettings.replace(/layout.*\n/u, '')}`],
  ['no styles', smallSettings.replace('[page.css]', '⟦template/settings⟧[]')],
  ['styles that are no list', smallSettings.replace('[page.css]', '⟦template/settings⟧page.css')],
  ['a path out', smallSettings.replace('page.liquid', '⟦template/settings⟧../page.liquid')],
  ['a weight that is none', smallSettings.replace('400,', '⟦template/settings⟧heavy,')],
  ['a style that is none', smallSettings.replace('weight: 400,', 'style: ⟦template/settings⟧slanted,')],
  [
    'a package with a way out',
    smallSettings.replace("'@expo-google-fonts/literata'", "⟦template/settings⟧'../fonts'"),
  ],
  ['a colour that is none', `${smallSettings}colour: ⟦template/settings⟧loud\n`],
  ['a layout that is missing', smallSettings.replace('page.liquid', '⟦template/file-missing⟧other.liquid')],
  [
    'a sheet that is missing',
    smallSettings.replace('page.css', 'page.css, ⟦template/file-missing⟧other.css'),
  ],
  ['a font that is missing', smallSettings.replace('400Regular/', '⟦template/font-missing⟧401/')],
  ['a broken file', `${smallSettings}⟦config/yaml-syntax⟧\tx: y\n`],
])('%s', (_, source) => {
  const { text, expected } = marked(settingsName, source);
  expectDiagnostics(loadSmall({ 'template.yaml': text }).diagnostics, expected);
});

test.each([
  ['an unknown tag', '⟦template/liquid-syntax⟧{% fro x in y %}'],
  ['a tag without an end', '⟦template/liquid-syntax⟧{% if title %}'],
  ['an unknown filter', '⟦template/liquid-value⟧{{ title | shout }}'],
  [
    'an unknown message',
    "{{ title }}\n{% if isbn %}{{ ⟦template/unknown-message⟧'isbm' | t: isbn: isbn }}{% endif %}",
  ],
])('a layout with %s', (_, source) => {
  const { text, expected } = marked('templates/small/part.liquid', source);
  const { value, diagnostics } = loadSmall({ 'part.liquid': text });
  expectDiagnostics(diagnostics, expected);
  if (value === undefined) throw new Error('no template');
  const forme = makeForme(value, smallManuscript(), spelledLanguage, smallPublication(temporaryFolder()));
  expect([forme.value, forme.diagnostics]).toEqual([undefined, []]);
});

describe('fonts', () => {
  const font = (kind: string | readonly number[], tables: readonly string[]): Uint8Array => {
    const bytes = new Uint8Array(12 + 16 * tables.length);
    const put = (text: string, at: number): void =>
      bytes.set(
        [...text].map((letter) => letter.charCodeAt(0)),
        at,
      );
    if (typeof kind === 'string') put(kind, 0);
    else bytes.set(kind, 0);
    bytes[5] = tables.length;
    for (const [index, table] of tables.entries()) put(table, 12 + 16 * index);
    return bytes;
  };
  const trueType = [0, 1, 0, 0];

  test.each([
    [font(trueType, ['glyf', 'head']), undefined],
    [font('true', ['glyf']), undefined],
    [font(trueType, ['fvar', 'glyf']), 'a variable font'],
    [font(trueType, ['head']), 'a font without TrueType outlines'],
    [font('OTTO', ['CFF ']), 'an OpenType font with PostScript outlines'],
    [font('wOF2', []), 'a packed web font'],
    [font('ttcf', []), 'a collection of fonts'],
    [font('%PDF', []), 'a file that is no font'],
    [new Uint8Array(3), 'a file that is no font'],
  ])('%#', (bytes, fault) => {
    expect(fontFault(bytes)).toBe(fault);
  });

  test('of the template itself are judged too', () => {
    const settings = smallSettings
      .replace(/ {4}package.*\n/u, '')
      .replace('400Regular/Literata_400Regular.ttf', '⟦template/font-unusable⟧own.otf');
    const { text, expected } = marked(settingsName, settings);
    expectDiagnostics(
      loadSmall({ 'template.yaml': text, 'own.otf': font('OTTO', ['CFF ']) }).diagnostics,
      expected,
    );
  });
});

describe.each(['report', 'handout'])('the template %s', (name) => {
  const { value, diagnostics } = loadTemplate(join(checkout, 'templates'), name, 'templates');
  const css = value?.css ?? '';

  test('has no fault', () => expectNoDiagnostics(diagnostics));

  test('sets nothing smaller than 8 pt', () => {
    const sizes = [...css.matchAll(/font(?:-size)?:[^;}]*?([\d.]+)pt/gu)].map((match) => Number(match[1]));
    const boxes = value?.rules.rules.flatMap((rule) => rule.boxes.map((box) => box.css)).join(';') ?? '';
    const small = [...boxes.matchAll(/font-size:([\d.]+)pt/gu)].map((match) => Number(match[1]));
    expect(Math.min(...sizes, ...small)).toBeGreaterThanOrEqual(8);
  });

  test('has no rule thinner than a quarter of a point', () => {
    const widths = [...css.matchAll(/(?:border[a-z-]*|stroke-width):[^;}]*?([\d.]+)(?:pt|px)/gu)].map(
      (match) => Number(match[1]),
    );
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.25);
  });

  test('has columns of 120 to 135 mm', () => {
    const { rules, trim } = value?.rules ?? { rules: [], trim: { width: 0 } };
    const all = rules.find((rule) => rule.selector.name === undefined && rule.selector.pseudo.length === 0);
    const measure = trim.width - (((all?.margins.left ?? 0) + (all?.margins.right ?? 0)) * 25.4) / 96;
    expect(measure).toBeGreaterThanOrEqual(120);
    expect(measure).toBeLessThanOrEqual(135);
  });
});

describe('the small template of docs/templates.md', () => {
  const page = textOf('docs/templates.md');
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(
      page.slice(page.indexOf('## A small one, whole')),
    )?.[1] ?? '';
  const { value, diagnostics } = loadSmall({
    'template.yaml': block('yaml'),
    'leaflet.liquid': block('liquid'),
    'leaflet.css': block('css'),
  });

  test('has no fault', () => expectNoDiagnostics(diagnostics));

  test('makes a forme', () => {
    if (value === undefined) throw new Error('no template');
    const forme = makeForme(value, smallManuscript(), spelledLanguage, smallPublication(temporaryFolder()));
    expectNoDiagnostics(forme.diagnostics);
    expect(forme.value?.html).toContain('<li><a href="#one">Beginnings</a></li>');
  });
});
