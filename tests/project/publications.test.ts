/** `content/`: which folders are publications, which files texts, in which order; and what is said of the others. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPublications } from '../../src/project/load-publications.ts';
import { defaultImposition } from '../../src/protocol/imposition.ts';
import type { LoadRequest } from '../../src/project/load-publications.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../support/diagnostics.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const house = {
  'locales/en/language.yaml': '',
  'locales/az/language.yaml': '',
  'locales/ru/language.yaml': '',
  'templates/report/template.yaml': '',
  'templates/handout/template.yaml': '',
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const load = (files: Files, more: Partial<LoadRequest> = {}) => {
  const root = writeFiles(temporaryFolder('Nəşrlər и прочее'), { ...house, ...files });
  const loaded = loadPublications({
    root,
    content: join(root, 'content'),
    locales: join(root, 'locales'),
    templates: join(root, 'templates'),
    publications: [],
    ...more,
  });
  const summary = (loaded.value ?? []).map(({ name, editions }) => ({
    name,
    editions: editions.map(({ tag, sources }) => [tag, ...sources.map(({ file }) => file)].join(' ')),
  }));
  return { ...loaded, summary, root };
};

const messagesOf = ({ diagnostics }: ReturnType<typeof load>): readonly string[] =>
  diagnostics.map(({ message, hint }) => `${message} (${hint ?? ''})`);

describe('what is found', () => {
  test('one file and nothing else', () => {
    const loaded = load({ 'content/x/en.md': '# Head\n' });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.value).toEqual([
      {
        name: 'x',
        folder: join(loaded.root, 'content', 'x'),
        settings: {
          source: 'en',
          template: 'report',
          house: { funders: [] },
          pages: {},
          press: { images: 'tagged' },
          outputs: ['print'],
          imposition: defaultImposition,
          press: { images: 'tagged' },
          hyphenation: {},
          typography: {},
        },
        places: new Map(),
        editions: [{ publication: 'x', tag: 'en', sources: [{ file: 'content/x/en.md', text: '# Head\n' }] }],
      },
    ]);
  });

  test('chapters in the order of their numbers, then their names', () => {
    const names = ['10-son.md', '9-əvvəl.md', '01-giriş.md', 'əlavə.md', '02-b.MD', '02-a.md'];
    const loaded = load({
      ...Object.fromEntries(names.map((name) => [`content/x/az/${name}`, '# A\n'])),
      'content/x/az/notes.txt': '',
    });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.value?.[0]?.editions[0]?.sources.map(({ file }) => file.split('/').at(-1))).toEqual([
      '01-giriş.md',
      '02-a.md',
      '02-b.MD',
      '9-əvvəl.md',
      '10-son.md',
      'əlavə.md',
    ]);
  });

  test('names with spaces and letters of all languages, stored either way', () => {
    const decomposed = 'Gəncə hesabatı – отчёт'.normalize('NFD');
    const loaded = load(
      { [`content/${decomposed}/ru.md`]: '# А\n' },
      { publications: ['Gəncə hesabatı – отчёт'.normalize('NFC')] },
    );
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.summary).toEqual([
      { name: decomposed.normalize('NFC'), editions: [`ru content/${decomposed}/ru.md`] },
    ]);
  });

  test('hidden files, pictures, read-mes and folders without texts are left alone', () => {
    const loaded = load({
      'content/.git/en.md': '',
      'content/readme.txt': '',
      'content/x/en.md': '# A\n',
      'content/x/README.md': '',
      'content/x/.en.md.swp': '',
      'content/x/figures/map.svg': '',
      'content/x/img/map.png': '',
      'content/x/data.csv': '',
      'content/x/letter.docx': '',
    });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.summary).toEqual([{ name: 'x', editions: ['en content/x/en.md'] }]);
  });

  test('a tag in any case', () => {
    const loaded = load({ 'content/x/EN.md': '# A\n' });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.summary[0]?.editions).toEqual(['en content/x/EN.md']);
  });

  test('the settings, the first language being the source', () => {
    const loaded = load({
      'content/x/ru.md': '# А\n',
      'content/x/az.md': '# A\n',
      'content/x/publication.yaml': 'template: handout\n',
    });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.value?.[0]?.settings).toMatchObject({ source: 'az', template: 'handout' });
    expect(loaded.value?.[0]?.broken).toBeUndefined();
  });

  test('the same whatever the working folder is', () => {
    const loaded = load({ 'content/x/en.md': '# A\n' });
    const root = join(loaded.root, 'elsewhere');
    mkdirSync(root);
    const again = loadPublications({ root, content: join(loaded.root, 'content'), publications: [] });
    expectNoDiagnostics(again.diagnostics);
    expect(again.value?.[0]?.editions[0]?.sources[0]?.file).toBe('../content/x/en.md');
  });
});

describe('what is asked for', () => {
  const three: Files = {
    'content/mines/en.md': '# A\n',
    'content/mines/az.md': '# A\n',
    'content/handout/ru.md': '# A\n',
  };

  test('all, in the order of their names', () => {
    expect(load(three).summary.map(({ name }) => name)).toEqual(['handout', 'mines']);
  });

  test('by name, as a shell completes it', () => {
    for (const name of ['mines', 'content/mines', 'mines/', 'content\\mines']) {
      const loaded = load(three, { publications: [name] });
      expectNoDiagnostics(loaded.diagnostics);
      expect(loaded.summary.map((each) => each.name)).toEqual(['mines']);
    }
  });

  test('a name that is none', () => {
    const loaded = load(three, { publications: ['mimes', 'atlas'] });
    expect(loaded.value).toBeUndefined();
    expectDiagnostics(loaded.diagnostics, ['- config/publication-unknown', '- config/publication-unknown']);
    expect(messagesOf(loaded)).toEqual([
      'Unexpected publication `mimes`, expected one that exists (did you mean `mines`?)',
      'Unexpected publication `atlas`, expected one that exists (there is `handout`, `mines`)',
    ]);
  });

  test('a language typed where a name belongs', () => {
    const loaded = load(three, { publications: ['az'], languages: ['en'] });
    expectDiagnostics(loaded.diagnostics, ['- config/publication-unknown']);
    expect(messagesOf(loaded)[0]).toContain('(languages are divided by commas, without spaces)');
  });

  test('by language: the publications that have it, each whole, since its editions are compared', () => {
    const loaded = load(three, { languages: ['AZ'] });
    expectDiagnostics(loaded.diagnostics, ['- config/language-skipped info']);
    expect(loaded.summary).toEqual([
      { name: 'mines', editions: ['az content/mines/az.md', 'en content/mines/en.md'] },
    ]);
  });

  test('a language that nobody has', () => {
    const loaded = load(three, { publications: ['mines'], languages: ['en', 'ax'] });
    expect(loaded.value).toBeUndefined();
    expectDiagnostics(loaded.diagnostics, ['- config/language-absent']);
    expect(messagesOf(loaded)[0]).toContain('did you mean `az`?');
  });

  test('nothing there', () => {
    const missing = load({});
    expect(missing.value).toBeUndefined();
    expectDiagnostics(missing.diagnostics, ['- config/content-missing']);
    const empty = load({ 'content/readme.txt': '' });
    expect(empty.value).toBeUndefined();
    expectDiagnostics(empty.diagnostics, ['- config/no-publications']);
  });
});

describe('names that are wrong', () => {
  test('a language that is not in locales', () => {
    const files = { 'content/x/en.md': '# A\n', 'content/x/fr.md': '# A\n' };
    const loaded = load(files);
    expectDiagnostics(loaded.diagnostics, ['content/x/fr.md:1:1 config/language-unknown']);
    expect(loaded.summary[0]?.editions).toEqual(['en content/x/en.md']);
    expectNoDiagnostics(load(files, { languages: ['en'] }).diagnostics);
  });

  test('a file and a folder for one language', () => {
    const loaded = load({ 'content/x/en.md': '# A\n', 'content/x/en/01-a.md': '# A\n' });
    expectDiagnostics(loaded.diagnostics, ['content/x/en.md:1:1 config/language-twice']);
    expect(loaded.diagnostics[0]?.related).toEqual([
      { message: 'the other one', place: { file: 'content/x/en', line: 1, column: 1 } },
    ]);
  });

  test('no text at all', () => {
    const loaded = load({ 'content/x/publication.yaml': 'template: report\n' });
    expectDiagnostics(loaded.diagnostics, ['content/x:1:1 config/no-manuscript']);
    expect(loaded.value?.[0]?.editions).toEqual([]);
  });

  test('files that were meant otherwise', () => {
    const loaded = load({
      'content/x/en.md': '# A\n',
      'content/x/publication.yml': '',
      'content/x/english.md': '',
      'content/x/az.docx': '',
    });
    expectDiagnostics(loaded.diagnostics, [
      'content/x/az.docx:1:1 config/file-ignored warning',
      'content/x/english.md:1:1 config/file-ignored',
      'content/x/publication.yml:1:1 config/file-ignored',
    ]);
    expect(messagesOf(loaded).at(-1)).toContain('rename it to `publication.yaml`');
  });

  test.skipIf(process.platform === 'darwin')('two folders whose names look the same', () => {
    const name = 'şəhər';
    const loaded = load({
      [`content/${name.normalize('NFC')}/en.md`]: '# A\n',
      [`content/${name.normalize('NFD')}/en.md`]: '# A\n',
    });
    expectDiagnostics(loaded.diagnostics, ['config/publication-twice']);
    expect(loaded.summary).toHaveLength(1);
  });
});

describe('settings against what is there', () => {
  const withSettings = (yaml: string, more: Files = {}) =>
    load({
      'content/x/en.md': '# A\n',
      'content/x/az.md': '# A\n',
      'content/x/publication.yaml': yaml,
      ...more,
    });
  const file = 'content/x/publication.yaml';

  test('faults of form: defaults, and the texts all the same', () => {
    const loaded = withSettings('tempalte: handout\npages: { max: x }\n');
    expectDiagnostics(loaded.diagnostics, [
      `${file}:1:1 config/key-unknown`,
      `${file}:2:15 config/value-invalid`,
    ]);
    expect(loaded.value?.[0]).toMatchObject({ broken: true, settings: { template: 'report' } });
    expect(loaded.value?.[0]?.editions).toHaveLength(2);
  });

  test('a template that is none', () => {
    const loaded = withSettings('template: hangout\n');
    expectDiagnostics(loaded.diagnostics, [`${file}:1:11 config/template-unknown`]);
    expect(messagesOf(loaded)[0]).toContain('did you mean `handout`?');
    expect(loaded.value?.[0]?.broken).toBe(true);
  });

  test('a template without publication.yaml is the default one, and must be there too', () => {
    const loaded = load({ 'content/x/en.md': '# A\n' }, { templates: '/nowhere' });
    expectDiagnostics(loaded.diagnostics, [`${file}:1:1 config/template-unknown`]);
  });

  test('a source language without a text', () => {
    expectDiagnostics(withSettings('source: ru\n').diagnostics, [`${file}:1:9 config/source-absent`]);
  });

  test('an output that is not there', () => {
    const loaded = withSettings('outputs:\n  - print\n  - boklet\n');
    expectDiagnostics(loaded.diagnostics, [`${file}:3:5 config/output-unknown`]);
    expect(messagesOf(loaded)[0]).toBe(
      'Unexpected output `boklet`, expected one that exists (did you mean `booklet`?)',
    );
  });

  test('texts that lack a language, or have one too many', () => {
    const loaded = withSettings(
      'house:\n  contact: { en: A, ru: Б }\n  organisation:\n    name: { en: A, az: A }\nhyphenation: { rx: [a-b] }\ntypography: { ranges: { rx: off } }\n',
    );
    expectDiagnostics(loaded.diagnostics, [
      `${file}:2:3 config/text-missing warning`,
      `${file}:2:21 config/text-unused info`,
      `${file}:5:16 config/text-unused info`,
      `${file}:6:25 config/text-unused info`,
    ]);
    expect(loaded.value?.[0]?.broken).toBeUndefined();
  });

  test('an ISBN that does not add up', () => {
    expectNoDiagnostics(withSettings('house: { isbn: 0-306-40615-2 }\n').diagnostics);
    expectNoDiagnostics(withSettings('house: { isbn: ISBN 978-0-306-40615-7 }\n').diagnostics);
    expectDiagnostics(withSettings('house: { isbn: 978-0-306-40615-8 }\n').diagnostics, [
      `${file}:1:16 config/isbn-checksum warning`,
    ]);
    expectDiagnostics(
      withSettings('house: { isbn: { en: 978-0-306-40615-7, az: 0-306-40615-3 } }\n').diagnostics,
      [`${file}:1:45 config/isbn-checksum`],
    );
  });

  test('logos: there, missing, outside', () => {
    const logos =
      'house:\n  organisation: { name: A, logo: figures/l.svg }\n  funders:\n    - { name: B, logo: ';
    const picture = { 'content/x/figures/l.svg': '<svg/>', 'content/secret.svg': '' };
    expectNoDiagnostics(withSettings(`${logos}figures/l.svg }\n`, picture).diagnostics);
    expectDiagnostics(withSettings(`${logos}figures/m.svg }\n`, picture).diagnostics, [
      `${file}:4:24 config/logo-missing`,
    ]);
    expectDiagnostics(withSettings(`${logos}../secret.svg }\n`, picture).diagnostics, [
      `${file}:4:24 platform/outside-folder`,
    ]);
  });
});

describe('files that cannot be read', () => {
  test('a text that is not UTF-8 fails its edition and no other', () => {
    const loaded = load({
      'content/x/en.md': '# A\n',
      'content/x/ru/01-a.md': '# А\n',
      'content/x/ru/02-b.md': new Uint8Array([0x23, 0x20, 0xcf, 0xf0, 0xe8, 0x0a]),
    });
    expectNoDiagnostics(loaded.diagnostics);
    expect(loaded.summary[0]?.editions).toEqual(['en content/x/en.md']);
    const [failed] = loaded.value?.[0]?.unreadable ?? [];
    expect(failed?.tag).toBe('ru');
    expectDiagnostics(failed?.diagnostics ?? [], ['content/x/ru/02-b.md:1:3 platform/invalid-utf8']);
  });

  test('settings that are not UTF-8, or too large', () => {
    const text = { 'content/x/en.md': '# A\n' };
    const latin = load({ ...text, 'content/x/publication.yaml': new Uint8Array([0x61, 0xe9]) });
    expectDiagnostics(latin.diagnostics, ['content/x/publication.yaml:1:2 platform/invalid-utf8']);
    const large = load({ ...text, 'content/x/publication.yaml': `# ${'x'.repeat(70_000)}` });
    expectDiagnostics(large.diagnostics, ['content/x/publication.yaml:1:1 platform/file-too-large']);
    expect(large.value?.[0]?.broken).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('links that lead out of the publication', () => {
    const root = writeFiles(temporaryFolder(), {
      ...house,
      'secret.md': '# Secret\n',
      'content/x/az.md': '# A\n',
    });
    symlinkSync(join(root, 'secret.md'), join(root, 'content', 'x', 'en.md'));
    symlinkSync(join(root, 'secret.md'), join(root, 'content', 'x', 'publication.yaml'));
    const loaded = loadPublications({ root, content: join(root, 'content'), publications: [] });
    expectDiagnostics(loaded.diagnostics, ['content/x/publication.yaml:1:1 platform/outside-folder']);
    const [publication] = loaded.value ?? [];
    expect(publication?.editions.map(({ tag }) => tag)).toEqual(['az']);
    expectDiagnostics(publication?.unreadable?.[0]?.diagnostics ?? [], [
      'content/x/en.md:1:1 platform/outside-folder',
    ]);
  });
});
