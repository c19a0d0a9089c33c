/** `hyphenate`: words on standard input, the same with their breaks on standard output. */
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temporary-folder.ts';

const hyphenate = async (tag: string, input: string, ...more: readonly string[]): Promise<string> => {
  const run = await runCli(['hyphenate', '--lang', tag, ...more], { input });
  expect({ stderr: run.stderr, code: run.code }).toEqual({ stderr: '', code: 0 });
  return run.stdout;
};

describe('hyphenate', () => {
  test('every permitted break, of short words and capitals too', async () => {
    expect(await hyphenate('az', 'müəllim\nsuyu\nKİTABXANA\nIŞIQLI\nürək\n')).toBe(
      'mü-əl-lim\nsu-yu\nKİ-TAB-XA-NA\nIŞIQ-LI\nürək\n',
    );
    expect(await hyphenate('ru', 'разминирование\nООН\n')).toBe('раз-ми-ни-ро-ва-ние\nООН\n');
    expect(await hyphenate('EN', 'international\nDevelopment\n')).toBe('in-ter-na-tional\nDe-vel-op-ment\n');
  });

  test('lines stay as they were: their ends, empty ones, the last without an end', async () => {
    expect(await hyphenate('az', '\uFEFFkitab\r\n\r\n  kitab, və kitablar \nkitab')).toBe(
      'ki-tab\r\n\r\n  ki-tab, və ki-tab-lar \nki-tab',
    );
    expect(await hyphenate('az', '')).toBe('');
  });

  test('letters in two characters are joined, soft hyphens shown, addresses and figures left alone', async () => {
    expect(await hyphenate('az', 'müəllim\n'.normalize('NFD'))).toBe('mü-əl-lim\n');
    expect(await hyphenate('az', 'kit\u00ADab\nwww.kitab.az\nkitab2\nqeyri-hökumət\n')).toBe(
      'kit-ab\nwww.kitab.az\nkitab2\nqeyri-hökumət\n',
    );
  });

  test('the exceptions of a publication', async () => {
    const folder = folderWith({
      'book/az.md': '# A\n\nB\n',
      'book/publication.yaml': 'hyphenation:\n  az: [gün-or-ta]\n',
    });
    expect(await hyphenate('az', 'günorta\n')).toBe('günor-ta\n');
    expect(await hyphenate('az', 'günorta\n', '--content', folder, '--publication', 'book')).toBe(
      'gün-or-ta\n',
    );
  });

  test('what is no UTF-8 is told with its line, the rest is done', async () => {
    const run = await runCli(['hyphenate', '--lang', 'az'], {
      input: Buffer.from('kitab\n\xE9\nkitab\n', 'latin1'),
    });
    expect(run.stdout).toBe('ki-tab\n\uFFFD\nki-tab\n');
    expect(run.stderr).toContain('standard input:2:1  error  platform/invalid-utf8');
    expect(run.code).toBe(1);
  });

  test.each([
    [['--lang', 'xx'], 'locale/unknown-language'],
    [['--lang', 'az', '--publication', 'none'], 'config/publication-unknown'],
    [[], "required option '--lang <tag>' not specified"],
  ])('called wrongly: %j', async (options, fault) => {
    const run = await runCli(['hyphenate', ...options]);
    expect(run.stderr).toContain(fault);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });
});
