/** What a run looks like: diagnostics, progress, the lines at the end, the exit code. */
import { describe, expect, test } from 'vitest';
import { formatEditions } from '../../src/commands/edition-lines.ts';
import type { ShownEdition } from '../../src/commands/edition-lines.ts';
import { exitCodeOf } from '../../src/commands/judge-run.ts';
import { showProgress } from '../../src/commands/show-progress.ts';
import { reportsOf } from '../../src/commands/write-reports.ts';
import { diagnose } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { alignColumns, printable } from '../../src/diagnostics/format-printable.ts';
import { formatCounts, reportToTerminal } from '../../src/diagnostics/report-terminal.ts';
import type { Colours, Told } from '../../src/diagnostics/report-terminal.ts';
import type { Output } from '../../src/platform/program.ts';
import type { ProgressEvent } from '../../src/project/build-request.ts';
import { formatReport, mergeReports, parseReport } from '../../src/project/report.ts';
import type { EditionReport } from '../../src/project/report.ts';

const same = (text: string): string => text;
const plain: Colours = { error: same, warning: same, info: same, place: same, faint: same };
const marked: Colours = {
  error: (text) => `<e>${text}</e>`,
  warning: (text) => `<w>${text}</w>`,
  info: same,
  place: (text) => `<p>${text}</p>`,
  faint: (text) => `<f>${text}</f>`,
};

const at = (file: string, line: number, column = 1) => ({ file, line, column });

const wrongKey = (line: number): Diagnostic =>
  diagnose('config/key-unknown', 'Unexpected setting `a`, expected one that exists', {
    place: at('content/x/publication.yaml', line),
    hint: 'did you mean `b`?',
  });

const missing = diagnose('config/text-missing', 'Unexpected X, expected Y');

describe('diagnostics in a terminal', () => {
  test('place, severity, rule, message; below, what helps', () => {
    const twice = diagnose('config/language-twice', 'Unexpected second text in `az`, expected one', {
      place: at('content/x/az.md', 41, 7),
      hint: 'keep one',
      related: [{ message: 'the other one', place: at('content/x/az', 1) }],
    });
    expect(reportToTerminal([{ diagnostic: twice }], plain)).toBe(
      [
        'content/x/az.md:41:7  error  config/language-twice  Unexpected second text in `az`, expected one',
        '    hint: keep one',
        '    content/x/az:1:1  the other one',
        '',
      ].join('\n'),
    );
    expect(reportToTerminal([{ diagnostic: missing }], marked)).toBe(
      '<w>warning</w>  <f>config/text-missing</f>  Unexpected X, expected Y\n',
    );
  });

  test('in the order of places, those without one last', () => {
    const told: readonly Told[] = [
      { edition: 'x az', diagnostic: missing },
      { diagnostic: wrongKey(10) },
      { diagnostic: wrongKey(9) },
    ];
    expect(
      reportToTerminal(told, plain)
        .split('\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split('  ')[0]),
    ).toEqual(['content/x/publication.yaml:9:1', 'content/x/publication.yaml:10:1', 'x az', '']);
  });

  test('the same is told once; what has no place is told for each edition', () => {
    const told: readonly Told[] = ['x az', 'x en'].flatMap((edition) => [
      { edition, diagnostic: wrongKey(1) },
      { edition, diagnostic: missing },
      { edition, diagnostic: missing },
    ]);
    expect(reportToTerminal(told, plain).match(/^\S.*$/gm)).toHaveLength(3);
  });

  test('the page, where only the page is known', () => {
    const diagnostic = diagnose('config/text-missing', 'Unexpected X, expected Y', { folio: '4' });
    expect(reportToTerminal([{ edition: 'x az', diagnostic }], plain)).toMatch(/^x az, page 4 {2}warning/);
  });

  test('a hostile text cannot move the cursor or turn the line', () => {
    const diagnostic = diagnose('config/key-unknown', 'Unexpected `\u001B[2J\u202Ex\u0007`, expected y', {
      place: at('content/\u001B]0;x\u0007/a.yaml', 1),
      hint: 'a\nb',
    });
    expect(reportToTerminal([{ diagnostic }], plain)).toBe(
      'content/\\u{1b}]0;x\\u{7}/a.yaml:1:1  error  config/key-unknown  Unexpected `\\u{1b}[2J\\u{202e}x\\u{7}`, expected y\n' +
        '    hint: a\\u{a}b\n',
    );
    expect(printable('Şəki, Ёлка, 中文, e\u0301')).toBe('Şəki, Ёлка, 中文, e\u0301');
  });

  test('counts', () => {
    const errors = [{ diagnostic: wrongKey(1) }, { diagnostic: wrongKey(2) }];
    expect(formatCounts([], plain)).toBe('');
    expect(formatCounts([...errors, { diagnostic: missing }], plain)).toBe('2 errors, 1 warning');
  });
});

const report = (lang: string, more: Partial<EditionReport> = {}): EditionReport => ({
  lang,
  as: 'print',
  status: 'built',
  milliseconds: {},
  diagnostics: [],
  ...more,
});

describe('the lines at the end', () => {
  const built: ShownEdition = {
    publication: 'azerbaijan-2000',
    path: 'dist/azerbaijan-2000/azerbaijan-2000.az.pdf',
    earlier: true,
    report: report('az', { pages: 14, notes: 28, bytes: 319_488, milliseconds: { galley: 700, print: 520 } }),
  };

  test('one for each PDF, aligned', () => {
    const other: ShownEdition = {
      publication: 'Gəncə',
      path: 'dist/Gəncə/Gəncə.en.pdf',
      earlier: false,
      report: report('en', { pages: 1, notes: 1, bytes: 2_500_000, milliseconds: { print: 90 } }),
    };
    expect(formatEditions([built, other], same)).toEqual([
      'azerbaijan-2000  az  14 pages  28 notes  312 KB  1.2 s  dist/azerbaijan-2000/azerbaijan-2000.az.pdf',
      'Gəncə            en    1 page    1 note  2.4 MB  0.1 s  dist/Gəncə/Gəncə.en.pdf',
    ]);
  });

  test('a failed edition says so, and whether the earlier file still lies there', () => {
    const diagnostics = [wrongKey(1), wrongKey(2), missing];
    const failed: ShownEdition = { ...built, report: report('az', { status: 'failed', diagnostics }) };
    expect(formatEditions([failed], same)).toEqual([
      'azerbaijan-2000  az  0.0 s  failed: 2 errors; the earlier dist/azerbaijan-2000/azerbaijan-2000.az.pdf is still there',
    ]);
    expect(formatEditions([{ ...failed, earlier: false }], same)[0]).toMatch(/failed: 2 errors$/);
  });

  test('a checked edition', () => {
    const checked: ShownEdition = {
      ...built,
      report: report('az', { status: 'checked', pages: 2, notes: 0 }),
    };
    expect(formatEditions([checked], same)).toEqual([
      'azerbaijan-2000  az  2 pages  0 notes  0.0 s  checked',
    ]);
  });

  test('combining marks take no column', () => {
    expect(alignColumns([['e\u0301\u0323'], ['ab'], ['a', 'b']])).toEqual(['e\u0301\u0323', 'ab', 'a   b']);
  });
});

/** An output that remembers. */
const paper = (isTerminal: boolean, columns = 80): Output & { readonly read: () => string } => {
  let text = '';
  return {
    write: (more) => {
      text += more;
    },
    isTerminal,
    hasColours: false,
    columns: () => columns,
    read: () => text,
  };
};

const stage = (name: 'read' | 'manuscript' | 'galley' | 'print', tag?: string): ProgressEvent => ({
  kind: 'stage',
  stage: name,
  publication: 'x',
  ...(tag === undefined ? {} : { tag }),
});

describe('progress', () => {
  test('elsewhere than on a terminal, a line for each step', () => {
    const output = paper(false);
    const view = showProgress(output, same);
    for (const name of ['read', 'manuscript', 'galley', 'print'] as const) view.onProgress(stage(name, 'az'));
    view.onProgress({ kind: 'message', message: 'unpacking the browser (once)' });
    view.onProgress({ kind: 'edition', publication: 'x', report: report('az') });
    view.clear();
    expect(output.read().split('\n')).toEqual([
      'x az: reading',
      'x az: setting the pages',
      'x az: printing',
      'unpacking the browser (once)',
      '',
    ]);
  });

  test('on a terminal, one line that is rewritten and in the end taken away', () => {
    const output = paper(true);
    const view = showProgress(output, same);
    view.onProgress(stage('read', 'az'));
    view.onProgress(stage('read', 'en'));
    view.onProgress(stage('manuscript', 'en'));
    view.onProgress({ kind: 'edition', publication: 'x', report: report('az') });
    view.clear();
    const erase = '\r\u001B[2K';
    expect(output.read()).toBe(
      `x az: reading${erase}x az: reading · x en: reading${erase}x en: reading${erase}`,
    );
  });

  test('a line never reaches the edge of the terminal', () => {
    const output = paper(true, 12);
    showProgress(output, same).onProgress(stage('galley', 'az'));
    expect(output.read()).toBe('x az: sett…');
  });
});

describe('the exit code', () => {
  const clean = { diagnostics: [], machineFailed: false, interrupted: false, strict: false };
  const fault = diagnose('platform/disk-full', 'Unexpected X, expected Y');
  const unknown = diagnose('config/publication-unknown', 'Unexpected X, expected Y');
  const notice = diagnose('config/text-unused', 'Unexpected X, expected Y');
  test.each([
    ['clean', clean, 0],
    ['notices', { ...clean, diagnostics: [notice], strict: true }, 0],
    ['warnings', { ...clean, diagnostics: [missing] }, 0],
    ['warnings, strictly', { ...clean, diagnostics: [missing], strict: true }, 1],
    ['errors', { ...clean, diagnostics: [wrongKey(1)] }, 1],
    ['wrong use', { ...clean, diagnostics: [unknown, wrongKey(1)] }, 2],
    ['the machine', { ...clean, diagnostics: [wrongKey(1)], machineFailed: true }, 3],
    ['a full disk', { ...clean, diagnostics: [unknown, fault] }, 3],
    ['interrupted', { ...clean, diagnostics: [fault], interrupted: true }, 130],
  ])('%s', (_, verdict, code) => {
    expect(exitCodeOf(verdict)).toBe(code);
  });
});

describe('report.json', () => {
  test('what was worked on replaces its entry, the others stay', () => {
    const earlier = mergeReports('x', undefined, [report('ru', { pages: 1 }), report('az', { pages: 1 })]);
    const again = parseReport(formatReport(earlier));
    expect(again).toEqual(earlier);
    const merged = mergeReports('x', again, [report('az', { status: 'failed' })]);
    expect(merged.editions.map(({ lang, status }) => `${lang} ${status}`)).toEqual(['az failed', 'ru built']);
  });

  test.each([
    '',
    '{',
    '[]',
    '{"schema":2,"publication":"x","editions":[]}',
    '{"schema":1,"publication":"x","editions":[1]}',
  ])('what is not one of ours is replaced: %s', (text) => {
    expect(parseReport(text)).toBeUndefined();
  });

  test('one for each publication, of this run alone', () => {
    const editions = [
      { publication: 'b', report: report('en') },
      { publication: 'a', report: report('en') },
      { publication: 'b', report: report('az') },
    ];
    expect(
      reportsOf(editions).map(({ publication, editions: entries }) => [
        publication,
        ...entries.map(({ lang }) => lang),
      ]),
    ).toEqual([
      ['b', 'az', 'en'],
      ['a', 'en'],
    ]);
  });
});
